package org.wanglou.web;

/** A shapefile of fire breaks whose encoding cannot be told, and what became of it. */
final class ImportFixtures {
  static final String INSPECT = "POST /api/v1/imports/inspect";
  static final String IMPORT = "POST /api/v1/imports";
  static final String DRY_RUN = "0197-dry-run";
  static final String STORED = "0197-stored";

  private ImportFixtures() {}

  static final String OPTIONS =
      """
      {"crs":[{"code":"EPSG:4490","label":"CGCS2000 经纬度"},{"code":"EPSG:4326","label":"WGS84"},
              {"code":"GCJ-02","label":"火星坐标"},{"code":"EPSG:4546","label":"三度带 111°E"},
              {"code":"EPSG:4535","label":"三度带 78°E"},{"code":"EPSG:3857","label":"网络墨卡托"}],
       "formats":[{"code":"shapefile","label":"Shapefile"},{"code":"csv","label":"CSV"}],
       "encodings":["UTF-8","GBK"],"modes":["dry_run","merge","replace"],"largest_bytes":2000000}""";

  static final String UNDECIDED =
      inspected(
          "null",
          """
          {"name":"MC","type":"text","samples":[],
           "samples_by_encoding":{"UTF-8":["��ɽ"],"GBK":["东山隔离带"]}},
          {"name":"BH","type":"text","samples":["b1","b2"]}""",
          "{\"MC\":null,\"BH\":\"external_id\"}",
          "null");

  static final String IN_GBK =
      inspected(
          "\"GBK\"",
          """
          {"name":"MC","type":"text","samples":["东山隔离带"]},
          {"name":"BH","type":"text","samples":["b1","b2"]}""",
          "{\"MC\":null,\"BH\":\"external_id\"}",
          """
          {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"row":1,"name":"东山隔离带"},
             "geometry":{"type":"Point","coordinates":[110.93,36.69]}},
            {"type":"Feature","properties":{"row":2,"name":"邻县隔离带"},
             "geometry":{"type":"Point","coordinates":[111.19,36.99]}}]}""");

  /** The screen of somebody who may import, before a server that knows this file. */
  static Screen on(Screen screen) {
    EditFixtures.on(screen);
    return screen
        .on("GET /api/v1/session", 200, Fixtures.ADMINISTRATOR)
        .on("GET /api/v1/imports/options", 200, OPTIONS)
        .on("GET /api/v1/imports/mappings", 200, "{\"results\":[],\"next\":null}")
        .on("GET /api/v1/imports", 200, "{\"results\":[],\"next\":null}")
        .on(INSPECT, 200, UNDECIDED)
        .on(IMPORT, 202, report(DRY_RUN, "running", "dry_run", false, 0, ""))
        .on("GET /api/v1/imports/" + DRY_RUN, 200, good());
  }

  static String good() {
    return report(DRY_RUN, "done", "dry_run", false, 0, "");
  }

  static String withBadRows() {
    return report(
        DRY_RUN,
        "done",
        "dry_run",
        false,
        2,
        """
        {"row":3,"field":"width_m","code":"layer.number","reason":"应为数字","value":"很宽"},
        {"row":5,"field":null,"code":"import.geometry_empty","reason":"图形是空的","value":null}""");
  }

  static String report(
      String id, String state, String mode, boolean stored, int rejected, String rows) {
    return """
        {"id":"%s","state":"%s","mode":"%s","layer":"fire_break","crs":"EPSG:4546",
         "file":"隔离带.zip","format":"shapefile","source":"林业局","stored":%s,"accepted":40,
         "rejected_count":%d,"repaired_count":1,"flagged_count":1,
         "started_at":"2026-05-01T06:00:00Z","started_by":"li","finished_at":null,
         "rejected":[%s],
         "repaired":[{"row":4,"field":null,"code":"import.repaired","reason":"已修复","value":null,
           "name":"西山隔离带",
           "before":{"type":"LineString","coordinates":[[110.8,36.6],[110.9,36.7]]},
           "after":{"type":"LineString","coordinates":[[110.8,36.6],[110.9,36.8]]}}],
         "flagged":[{"row":2,"field":null,"code":"import.outside","reason":"位于县界之外 300 米",
           "value":null,"name":"邻县隔离带",
           "location":{"type":"Point","coordinates":[111.19,36.99]}}],
         "warnings":[{"code":"import.offset","message":"这些点看起来偏了 521 米：像是 GCJ-02",
           "hint":"请向数据提供单位确认","crs":"GCJ-02"}],
         "added":{"count":3,"names":["东山隔离带"]},"changed":{"count":2,"names":["西山隔离带"]},
         "removed":{"count":7,"names":["旧隔离带"]},"unchanged":{"count":35,"names":[]}}"""
        .formatted(id, state, mode, stored, rejected, rows);
  }

  private static String inspected(String encoding, String fields, String mapping, String preview) {
    return """
        {"upload":"5e0a7d0e-0000-4000-8000-000000000001","file":"隔离带.zip","format":"shapefile",
         "source_layers":[{"name":"隔离带","count":42,"geometry_type":"line","fields":[%s],
           "crs_declared":"CGCS2000 / 3-degree Gauss-Kruger CM 111E","encoding":%s,
           "suggested_mapping":%s,"mapping_saved":false,"notes":[]}],
         "preview":%s,"warnings":[]}"""
        .formatted(fields, encoding, mapping, preview);
  }
}
