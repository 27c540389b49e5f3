package org.wanglou.command.recommendation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Reads an answered recommendation. */
final class Answered {
  private Answered() {}

  static JsonArray units(JsonObject recommendation) {
    return recommendation.getJsonArray("plans").getJsonObject(0).getJsonArray("units");
  }

  static JsonArray gaps(JsonObject recommendation) {
    return recommendation.getJsonArray("plans").getJsonObject(0).getJsonArray("gaps");
  }

  static List<String> filled(JsonObject recommendation) {
    return units(recommendation).stream()
        .map(it -> ((JsonObject) it).getJsonArray("fills").getString(0))
        .toList();
  }

  static JsonObject gap(JsonObject recommendation, String capability) {
    return gaps(recommendation).stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("capability").equals(capability))
        .findFirst()
        .orElseThrow();
  }

  static List<String> names(JsonArray units) {
    return units.stream().map(it -> ((JsonObject) it).getString("name")).toList();
  }

  static List<Double> durations(JsonArray units) {
    return units.stream().map(it -> ((JsonObject) it).getDouble("duration_s")).toList();
  }

  /** In the plan or among the alternatives. */
  static JsonObject unit(JsonObject recommendation, String name) {
    var all = units(recommendation).copy().addAll(recommendation.getJsonArray("alternatives"));
    return named(all, name);
  }

  static JsonObject passedOver(JsonObject recommendation, String name) {
    return named(recommendation.getJsonArray("passed_over"), name);
  }

  static JsonObject named(JsonArray units, String name) {
    return units.stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<String> why(JsonObject recommendation, String name) {
    return reasons(passedOver(recommendation, name));
  }

  static List<String> reasons(JsonObject unit) {
    return codes(unit.getJsonArray("reasons"));
  }

  static List<String> codes(JsonArray reasons) {
    return reasons.stream().map(it -> ((JsonObject) it).getString("code")).toList();
  }

  static String text(JsonObject unit, String code) {
    return unit.getJsonArray("reasons").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("code").equals(code))
        .map(it -> it.getString("text"))
        .findFirst()
        .orElseThrow();
  }
}
