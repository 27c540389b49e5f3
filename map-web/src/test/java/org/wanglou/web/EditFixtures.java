package org.wanglou.web;

import java.time.Instant;

/** A county with one fire break and one compartment of forest. */
final class EditFixtures {
  static final String BREAK_LINE =
      "{\"type\":\"LineString\",\"coordinates\":[[110.70,36.60],[110.74,36.64],[110.80,36.60]]}";
  static final String THEIR_LINE =
      "{\"type\":\"LineString\",\"coordinates\":[[110.70,36.60],[110.74,36.67],[110.80,36.60]]}";
  static final String BREAKS = "/api/v1/layers/fire_break/features";
  static final String BREAK = BREAKS + "/b1";

  private EditFixtures() {}

  static final String LAYERS =
      "{\"results\":["
          + type(
              "fire_break",
              "line",
              "防火隔离带",
              attribute("width_m", "number", "宽度", "\"unit\":\"m\",\"required\":true")
                  + ","
                  + attribute(
                      "condition",
                      "text",
                      "状况",
                      "\"values\":[{\"code\":\"good\",\"label\":\"良好\",\"label_zh\":\"良好\",\"label_en\":\"good\"},"
                          + "{\"code\":\"poor\",\"label\":\"较差\",\"label_zh\":\"较差\",\"label_en\":\"poor\"}]"))
          + ","
          + type("forest", "polygon", "林班", attribute("species", "text", "树种", "\"unit\":null"))
          + "]}";

  static String type(String id, String geometry, String label, String attributes) {
    return """
        {"id":"%s","geometry_type":"%s","label":"%s","label_zh":"%s","label_en":"%s","group":"forest",
         "symbol":"%s","count":1,"provenance":["SURVEYED"],"source":null,"accuracy_m":null,
         "update_rule":null,"data_date":null,"revision":1,"catalogue_revision":4,"built_in":true,
         "attributes":[%s]}"""
        .formatted(id, geometry, label, label, id, id, attributes);
  }

  static String attribute(String name, String type, String label, String more) {
    return "{\"name\":\"%s\",\"type\":\"%s\",\"label\":\"%s\",\"label_zh\":\"%s\",\"label_en\":\"%s\",%s}"
        .formatted(name, type, label, label, name, more);
  }

  static String fireBreak(String geometry, String width, int revision, String by) {
    return version(geometry, width, revision, by, "现场复核", "changed");
  }

  /** One state, as a history has it. */
  static String version(
      String geometry, String width, int revision, String by, String reason, String act) {
    return """
        {"type":"Feature","id":"b1","geometry":%s,
         "properties":{"layer":"fire_break","name":"北梁隔离带","external_id":null,"provenance":"SURVEYED",
           "source":"林业局","accuracy_m":5,"valid_from":"2026-01-01T00:00:00Z","valid_to":null,
           "revision":%d,"changed_at":"%s","changed_by":"%s","reason":"%s","act":"%s",
           "width_m":%s,"condition":"good"}}"""
        .formatted(geometry, revision, Instant.now().minusSeconds(600), by, reason, act, width);
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":["
        + String.join(",", features)
        + "],\"next\":null}";
  }

  static String results(String... items) {
    return "{\"results\":[" + String.join(",", items) + "]}";
  }

  static final String FOREST =
      """
      {"type":"Feature","id":"f1",
       "geometry":{"type":"Polygon","coordinates":[[[110.96,36.66],[111.0,36.66],[111.0,36.69],[110.96,36.69],[110.96,36.66]]]},
       "properties":{"layer":"forest","name":"12林班","provenance":"SURVEYED","source":"林业局",
         "revision":1,"changed_by":"li","species":"油松"}}""";

  /** The map with both layers on it. */
  static void on(Screen screen) {
    var current = fireBreak(BREAK_LINE, "12", 3, "li");
    screen
        .on("GET /api/v1/layers", 200, LAYERS)
        .on("GET " + BREAKS, 200, collection(current))
        .on("GET " + BREAK, 200, current)
        .on("GET /api/v1/layers/forest/features", 200, collection(FOREST))
        .on("GET /api/v1/roads/nearest", 422, Fixtures.problem(422, "附近没有道路", ""));
  }
}
