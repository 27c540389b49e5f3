package org.wanglou.command.recommendation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.http.Messages;
import org.wanglou.command.recommendation.Recommendation.Gap;
import org.wanglou.command.recommendation.Recommendation.PassedOver;
import org.wanglou.command.recommendation.Recommendation.Proposed;
import org.wanglou.command.road.RouteFigures;

/** A recommendation as in the contract, in the reader's language. */
record RecommendationJson(Messages messages, Locale language) {
  JsonObject of(Recommendation it, double elapsedMs) {
    var plan =
        new JsonObject()
            .put("units", array(it.plan(), this::proposed))
            .put("supplies", new JsonArray())
            .put("gaps", array(it.gaps(), this::gap));
    return new JsonObject()
        .put("incident_id", it.incident().toString())
        .put("computed_at", it.computedAt().toString())
        .put("elapsed_ms", elapsedMs)
        .put("closures_avoided", it.closures())
        .put("notes", Reason.toJson(it.notes(), messages, language))
        .put("plans", new JsonArray().add(plan))
        .put("alternatives", array(it.alternatives(), this::proposed))
        .put("passed_over", array(it.passedOver(), this::passedOver));
  }

  private JsonObject proposed(Proposed it) {
    var unit = it.unit();
    return new JsonObject()
        .put("unit_id", unit.id().toString())
        .put("name", unit.name())
        .put("type", unit.type())
        .put("crew", unit.crew())
        .put("capabilities", new JsonArray(unit.capabilities().stream().sorted().toList()))
        .put("fills", new JsonArray(it.fills()))
        .put("duration_s", RouteFigures.rounded(it.way().durationS()))
        .put("distance_m", RouteFigures.rounded(it.way().distanceM()))
        .put("route", GeoJson.toJson(it.way().geometry()))
        .put("reasons", Reason.toJson(it.reasons(), messages, language));
  }

  private JsonObject gap(Gap it) {
    var why = it.why().stream().map(reason -> reason.text(messages, language)).toList();
    var text = Reason.of("gap", Reason.capability(it.capability()), it.units(), why);
    return new JsonObject()
        .put("capability", it.capability())
        .put("units", it.units())
        .put("text", text.text(messages, language));
  }

  private JsonObject passedOver(PassedOver it) {
    return new JsonObject()
        .put("unit_id", it.unit().id().toString())
        .put("name", it.unit().name())
        .put("reasons", Reason.toJson(it.reasons(), messages, language));
  }

  private static <T> JsonArray array(List<T> things, Function<T, JsonObject> json) {
    return new JsonArray(things.stream().map(json).toList());
  }
}
