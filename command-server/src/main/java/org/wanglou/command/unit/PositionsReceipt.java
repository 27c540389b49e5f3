package org.wanglou.command.unit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What became of reported fixes.
 *
 * @param accepted stored now
 * @param duplicate of a time for which the unit already has a fix
 */
public record PositionsReceipt(int accepted, int duplicate, List<Rejected> rejected) {

  /**
   * A fix that was not taken.
   *
   * @param index in the report, from 0
   * @param reason {@code position.in_future}, {@code position.too_old} or a {@code location} code
   */
  public record Rejected(int index, String reason) {}

  public PositionsReceipt {
    rejected = List.copyOf(rejected);
  }

  JsonObject toJson() {
    var list = new JsonArray();
    rejected.forEach(
        it -> list.add(new JsonObject().put("index", it.index()).put("reason", it.reason())));
    return new JsonObject()
        .put("accepted", accepted)
        .put("duplicate", duplicate)
        .put("rejected", list);
  }
}
