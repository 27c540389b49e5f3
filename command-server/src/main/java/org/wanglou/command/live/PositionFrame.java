package org.wanglou.command.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Positions as they travel: encoded once, the same bytes for every client. */
final class PositionFrame {
  private PositionFrame() {}

  static Buffer encode(long tick, Instant at, List<Fix> fixes, boolean full) {
    var list = new JsonArray();
    fixes.forEach(fix -> list.add(fix.toJson()));
    var json = new JsonObject().put("type", "positions").put("tick", tick).put("at", at.toString());
    if (full) {
      json.put("full", true);
    }
    return json.put("fixes", list).toBuffer();
  }
}
