package org.wanglou.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small catalogue with something of every geometry, as the contract answers it. */
final class LayerFixtures {
  static final String RESERVOIR = "0197-reservoir";

  private LayerFixtures() {}

  static final String LAYERS =
      "{\"results\":[%s,%s,%s,%s]}"
          .formatted(
              layer("reservoir", "any", "水库", "flood", 1, reservoirSchema()),
              layer("fire_break", "any", "防火隔离带", "forest", 1, "[]"),
              layer("village", "point", "村庄", "base", 23_411, "[]"),
              layer("mine", "any", "矿山", "safety", 0, "[]"));

  static final String RESERVOIR_FEATURE =
      """
      {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[110.93,36.69]},
       "properties":{"layer":"reservoir","name":"紫峪水库","external_id":null,
         "provenance":"SYNTHETIC","source":"样例","accuracy_m":1000,"revision":3,
         "changed_at":"2026-05-01T02:00:00Z","changed_by":"wang","scale":"small_1",
         "volume_m3":1840000,"people":[
           {"role":"technical","name_of":"李某","phone":"13900002222"}],
         "curve":[{"level_m":1010,"volume_m3":0},{"level_m":1015,"volume_m3":300000},
                  {"level_m":1020,"volume_m3":900000}]}}"""
          .formatted(RESERVOIR);

  static final String FIRE_BREAKS =
      collection(
          """
          {"type":"Feature","id":"b1","geometry":{"type":"LineString",
             "coordinates":[[110.8,36.6],[111.0,36.8]]},
           "properties":{"layer":"fire_break","name":"东山隔离带","provenance":"SURVEYED",
             "source":"林业局","revision":1}}""");

  /** What the search says to {@code lq}. */
  static final String FOUND =
      """
      {"results":[{"name":"龙泉镇","kind":"place","detail":"141031100","matched":"lq",
                   "location":{"type":"Point","coordinates":[110.93,36.69]}},
                  {"name":"紫峪水库","kind":"feature","layer":"reservoir","id":"%s",
                   "location":{"type":"Point","coordinates":[110.93,36.69]}}]}"""
          .formatted(RESERVOIR);

  /** A page of more villages than a screen shows: the rest is behind the cursor. */
  static String someVillages(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(
            i ->
                """
                {"type":"Feature","id":"v%d","geometry":{"type":"Point",
                 "coordinates":[%s,%s]},"properties":{"layer":"village","name":"村%d"}}"""
                    .formatted(i, 110.6 + 0.005 * (i % 100), 36.5 + 0.004 * (i / 100), i))
        .collect(
            Collectors.joining(
                ",", "{\"type\":\"FeatureCollection\",\"next\":\"more\",\"features\":[", "]}"));
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  /** The screen before a server with these layers. */
  static Screen on(Screen screen) {
    return screen
        .on("GET /api/v1/layers", 200, LAYERS)
        .on("GET /api/v1/layers/reservoir/features", 200, collection(RESERVOIR_FEATURE))
        .on("GET /api/v1/layers/reservoir/features/" + RESERVOIR, 200, RESERVOIR_FEATURE)
        .on("GET /api/v1/layers/fire_break/features", 200, FIRE_BREAKS)
        .on("GET /api/v1/layers/village/features", 200, someVillages(500))
        .on("GET /api/v1/search", 200, FOUND);
  }

  private static String layer(
      String id, String geometry, String label, String group, int count, String attributes) {
    return """
        {"id":"%s","geometry_type":"%s","label":"%s","label_zh":"%s","label_en":"%s","group":"%s",
         "symbol":"%s","count":%d,"provenance":%s,"data_date":%s,"revision":7,
         "catalogue_revision":1,"built_in":true,"attributes":%s}"""
        .formatted(
            id,
            geometry,
            label,
            label,
            id,
            group,
            id,
            count,
            count == 0 ? "[]" : "[\"SYNTHETIC\"]",
            count == 0 ? "null" : "\"2026-05-01T02:00:00Z\"",
            attributes);
  }

  private static String reservoirSchema() {
    return """
        [{"name":"scale","type":"text","label":"规模","values":[{"code":"small_1","label":"小（1）型"}]},
         {"name":"volume_m3","type":"number","unit":"m3","label":"总库容"},
         {"name":"people","type":"table","label":"责任人","columns":[
           {"name":"role","type":"text","label":"责任",
            "values":[{"code":"technical","label":"技术责任人"}]},
           {"name":"name_of","type":"text","label":"姓名"},
           {"name":"phone","type":"text","label":"电话"}]},
         {"name":"curve","type":"table","label":"水位库容曲线","columns":[
           {"name":"level_m","type":"number","unit":"m","label":"水位"},
           {"name":"volume_m3","type":"number","unit":"m3","label":"库容"}]}]""";
  }
}
