package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonArray;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.incident.IncidentSnapshot;
import org.wanglou.command.live.SnapshotPart;

/** Orders in the live protocol's snapshot: those of the incidents in it. */
public final class OrderSnapshot implements SnapshotPart {
  private final Clock clock;

  public OrderSnapshot(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String key() {
    return "orders";
  }

  @Override
  public JsonArray read(Handle tx) {
    var since = clock.instant().minus(IncidentSnapshot.KEEP_CLOSED);
    return new JsonArray(OrderStore.current(tx, since).stream().map(OrderJson::of).toList());
  }
}
