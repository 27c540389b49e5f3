package org.wanglou.command.unit;

import io.vertx.core.json.JsonArray;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.live.SnapshotPart;

/** All units, each with its latest position, in the live protocol's snapshot. */
public final class UnitSnapshot implements SnapshotPart {
  @Override
  public String key() {
    return "units";
  }

  @Override
  public JsonArray read(Handle tx) {
    return new JsonArray(UnitStore.all(tx).stream().map(UnitJson::of).toList());
  }
}
