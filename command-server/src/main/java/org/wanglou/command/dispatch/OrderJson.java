package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.wanglou.command.dispatch.DispatchOrder.Travel;
import org.wanglou.command.http.GeoJson;

/** Orders as in the contract's schema {@code Order}. */
public final class OrderJson {
  private OrderJson() {}

  public static JsonObject of(DispatchOrder order) {
    var times = order.times();
    return new JsonObject()
        .put("id", order.id().toString())
        .put("incident_id", order.incidentId().toString())
        .put("unit_id", order.unitId().toString())
        .put("unit_name", order.unitName())
        .put("task", order.task().orElse(null))
        .put("state", order.state().code())
        .put("ordered_by", order.orderedBy())
        .put("ordered_at", times.ordered().toString())
        .put("acknowledged_at", orNull(times.acknowledged()))
        .put("departed_at", orNull(times.departed()))
        .put("arrived_at", orNull(times.arrived()))
        .put("completed_at", orNull(times.completed()))
        .put("countermanded_at", orNull(times.countermanded()))
        .put("countermand_reason", order.countermandReason().orElse(null))
        .put("route", order.travel().map(it -> GeoJson.toJson(it.route())).orElse(null))
        .put("duration_s", order.travel().map(Travel::durationS).orElse(null))
        .put("distance_m", order.travel().map(Travel::distanceM).orElse(null))
        .put("revision", order.revision());
  }

  private static String orNull(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
