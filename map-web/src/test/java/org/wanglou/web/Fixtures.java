package org.wanglou.web;

/** Answers of the contract, small. Two units, nothing open. */
final class Fixtures {
  private Fixtures() {}

  static final String SESSION =
      """
      {"user":{"id":"1","username":"li","display_name":"李某","roles":["dispatcher"]},
       "csrf_token":"csrf-1"}""";

  static final String ADMINISTRATOR =
      SESSION.replace("[\"dispatcher\"]", "[\"administrator\",\"dispatcher\"]");

  static final String SETUP =
      """
      {"county":"隰县","source":"样例","data_date":"2026-01-01","bounds":[110.6,36.4,111.2,37.0],
       "provenance":"SYNTHETIC","attribution":"Wanglou","server_time":"2026-05-01T06:00:00Z",
       "simulator":true,"base_revision":"r1","incident_kinds":["forest_fire","flash_flood","other"]}""";

  static final String SNAPSHOT =
      """
      {"realm":{"id":"r","kind":"real","name":"实情域"},"incidents":[],"orders":[],"closures":[],
       "units":[%s,%s]}"""
          .formatted(
              unit("u1", "城关站 消防1号车", "13800000001"), unit("u2", "午城站 水罐1号车", "13800000002"));

  static final String RECOMMENDATION =
      """
      {"incident_id":"%s","computed_at":"2026-05-01T06:00:00Z","elapsed_ms":40,
       "plans":[{"supplies":[],"gaps":[{"capability":"medical","units":1,"text":"缺 1 个医疗单元"}],
                 "units":[%s,%s]}],
       "alternatives":[],
       "passed_over":[{"unit_id":"u9","name":"消防9号车","reasons":[{"code":"x","text":"停用"}]}]}"""
          .formatted(
              Screen.INCIDENT,
              recommended("u1", "城关站 消防1号车", 540),
              recommended("u2", "午城站 水罐1号车", 1320));

  static String incident(String more) {
    return """
        {"id":"%s","number":12,"kind":"flash_flood","level":null,"title":"山洪","description":null,
         "place":null,"location":{"type":"Point","coordinates":[110.93,36.69]},"people":null,
         "source":"phone","caller_phone":null,"state":"reported","reported_at":"%s",
         "reported_by":"li","closed_at":null,"revision":1%s}"""
        .formatted(Screen.INCIDENT, java.time.Instant.now(), more);
  }

  static String order(String id, String unit, String name, String state) {
    return """
        {"id":"%s","incident_id":"%s","unit_id":"%s","unit_name":"%s","task":null,"state":"%s",
         "ordered_by":"li","ordered_at":"%s","route":null,"duration_s":540,"distance_m":5000,
         "revision":1}"""
        .formatted(
            id, Screen.INCIDENT, unit, name, state, java.time.Instant.now().minusSeconds(70));
  }

  static String problem(int status, String title, String errors) {
    return "{\"type\":\"urn:x\",\"title\":\"%s\",\"status\":%d,\"errors\":[%s]}"
        .formatted(title, status, errors);
  }

  static String users() {
    return "{\"results\":[%s,%s,%s,%s],\"next\":null}"
        .formatted(
            user("1", "li", "李某", "[\"administrator\",\"dispatcher\"]", ""),
            user(
                "3",
                "qian",
                "钱某",
                "[\"observer\"]",
                ",\"disabled\":true,\"must_change_password\":true"),
            user("4", "simulator", "模拟器", "[\"dispatcher\"]", ",\"program\":true"),
            user("2", "wang", "王某", "[\"dispatcher\",\"duty_officer\"]", ""));
  }

  static String user(String id, String username, String name, String roles, String more) {
    return "{\"id\":\"%s\",\"username\":\"%s\",\"display_name\":\"%s\",\"roles\":%s%s}"
        .formatted(id, username, name, roles, more);
  }

  /** The first unit, later. */
  static String unitIn(String status, int revision) {
    return unit("u1", "城关站 消防1号车", "13800000001")
        .replace("\"available\"", "\"" + status + "\"")
        .replace("\"revision\":1", "\"revision\":" + revision);
  }

  static String unit(String id, String name, String phone) {
    return """
        {"id":"%s","name":"%s","call_sign":null,"type":"fire_engine","profile":"fire_engine",
         "capabilities":["firefighting"],"crew":6,"phone":"%s","status":"available",
         "base":{"id":null,"name":"站","location":{"type":"Point","coordinates":[110.9,36.7]}},
         "status_since":"2026-05-01T06:00:00Z","active_order_id":null,"provenance":"SYNTHETIC",
         "latest":{"location":{"type":"Point","coordinates":[110.9,36.7]},
                   "fix_at":"2026-05-01T06:00:00Z","received_at":"2026-05-01T06:00:00Z",
                   "speed_kmh":null,"course_deg":null,"accuracy_m":null,"source":"http"},
         "revision":1}"""
        .formatted(id, name, phone);
  }

  private static String recommended(String id, String name, int seconds) {
    return """
        {"unit_id":"%s","name":"%s","type":"fire_engine","crew":6,"duration_s":%d,
         "distance_m":5000,"route":{"type":"LineString","coordinates":[[110.9,36.7],[110.93,36.69]]},
         "reasons":[{"code":"nearest","text":"最近可用"}]}"""
        .formatted(id, name, seconds);
  }
}
