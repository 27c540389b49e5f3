package org.wanglou.command.incident;

import io.vertx.core.json.JsonArray;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.live.SnapshotPart;

/** Incidents in the live protocol's snapshot: the open ones, and those closed a short time ago. */
public final class IncidentSnapshot implements SnapshotPart {
  /** How long a closed incident stays on the screens; {@code docs/live-protocol.md}. */
  public static final Duration KEEP_CLOSED = Duration.ofHours(24);

  private final Clock clock;

  public IncidentSnapshot(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String key() {
    return "incidents";
  }

  @Override
  public JsonArray read(Handle tx) {
    return new JsonArray(
        IncidentStore.current(tx, clock.instant().minus(KEEP_CLOSED)).stream()
            .map(IncidentJson::of)
            .toList());
  }
}
