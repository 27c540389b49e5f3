package org.wanglou.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.TestCounty.incident;
import static org.wanglou.command.app.TestCounty.order;
import static org.wanglou.command.app.TestCounty.point;
import static org.wanglou.command.app.TestCounty.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;

class IncidentTest {
  private static final String INCIDENTS = "/api/v1/incidents";
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withUnits(3));
    desk = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_report_becomes_an_incident_with_all_that_was_said() {
    var said =
        report()
            .put("level", 2)
            .put("description", "火线约200米")
            .put("place", "西岭")
            .put("people", 12)
            .put("source", "patrol")
            .put("caller_phone", "13800000000")
            .put("reported_at", "2026-01-05T02:03:04Z");
    var made = desk.post(INCIDENTS, said).expect(201).json();
    for (var field : said.fieldNames()) {
      assertThat(made.getValue(field)).as(field).isEqualTo(said.getValue(field));
    }
    assertThat(made.getString("state")).isEqualTo("reported");
    assertThat(made.getString("reported_by")).isEqualTo("admin");
    assertThat(made.getInteger("revision")).isEqualTo(1);
    assertThat(get(made)).isEqualTo(made);
  }

  @Test
  void what_was_not_said_is_null_and_the_time_is_now() {
    var made = incident(desk);
    assertThat(made.getValue("level")).isNull();
    assertThat(made.getValue("people")).isNull();
    assertThat(made.getString("source")).isEqualTo("other");
    assertThat(Instant.parse(made.getString("reported_at")))
        .isBetween(Instant.now().minusSeconds(20), Instant.now());
  }

  @Test
  void a_report_with_a_callers_number_came_by_phone() {
    var made = desk.post(INCIDENTS, report().put("caller_phone", "119")).expect(201).json();
    assertThat(made.getString("source")).isEqualTo("phone");
  }

  @Test
  void a_repeat_with_the_same_key_gives_the_same_incident() {
    var client = server.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    var first = client.post(INCIDENTS, report()).expect(201).json();
    assertThat(client.post(INCIDENTS, report()).expect(201).json()).isEqualTo(first);
    assertCode(
        client.post(INCIDENTS, report().put("title", "另一起")).expect(422), "request.key_reused");
  }

  @Test
  void a_refused_report_does_not_use_up_its_key() {
    var client = server.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    client.post(INCIDENTS, report().put("location", point(36.69, 110.94))).expect(422);
    client.post(INCIDENTS, report()).expect(201);
  }

  @Test
  void swapped_coordinates_are_noticed_wherever_they_fall() {
    var offGlobe = desk.post(INCIDENTS, report().put("location", point(36.69, 110.94))).expect(422);
    assertCode(offGlobe, "location.swapped");
    assertThat(offGlobe.errors().getJsonObject(0).getString("pointer"))
        .isEqualTo("/location/coordinates");
  }

  @ParameterizedTest
  @CsvSource({"111.7, 36.7", "110.2, 36.7", "110.9, 37.3", "110.9, 36.0"})
  void a_neighbours_incident_is_taken(double lon, double lat) {
    desk.post(INCIDENTS, report().put("location", point(lon, lat))).expect(201);
  }

  @ParameterizedTest
  @CsvSource({"111.9, 36.7", "110.0, 36.7", "110.9, 37.4", "0, 0"})
  void a_place_far_outside_the_county_is_refused_with_the_distance(double lon, double lat) {
    var reply = desk.post(INCIDENTS, report().put("location", point(lon, lat))).expect(422);
    assertCode(reply, "incident.outside_county");
    assertThat(reply.json().getString("title")).contains("隰县").containsPattern("\\d+ 公里");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\": \"forest_fire\", | contract.not_json |",
        "{\"kind\":\"dragon\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}}"
            + " | contract.enum | /kind",
        "{\"kind\":\"flood\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9]}}"
            + " | contract.min_items | /location/coordinates",
        "{\"kind\":\"flood\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},\"colour\":1}"
            + " | contract.unknown_field | /colour",
        "{\"kind\":\"flood\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7],\"crs\":1}}"
            + " | contract.unknown_field | /location/crs",
        "{\"kind\":\"flood\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},\"level\":5}"
            + " | contract.maximum | /level",
        "{\"kind\":\"flood\",\"title\":\"x\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},"
            + "\"reported_at\":\"2026-13-45T00:00:00Z\"} | contract.format | /reported_at",
        "{\"kind\":\"flood\",\"title\":\"a\\u0000b\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}}"
            + " | request.not_text |",
      })
  void what_does_not_fit_the_contract_is_refused_and_named(
      String body, String code, String pointer) {
    var reply = desk.send("POST", INCIDENTS, Optional.of(body)).expect(400);
    assertThat(reply.text()).contains(code.replace('.', ':').replace('_', '-'));
    if (pointer != null) {
      assertThat(reply.errors().getJsonObject(0).getString("pointer")).isEqualTo(pointer);
    }
  }

  @Test
  void a_blank_title_and_a_report_from_the_future_are_refused() {
    assertCode(
        desk.post(INCIDENTS, report().put("title", "  ")).expect(422), "incident.title_blank");
    var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
    assertCode(
        desk.post(INCIDENTS, report().put("reported_at", tomorrow)).expect(422),
        "incident.reported_in_future");
  }

  @Test
  void a_correction_changes_what_it_names_and_nothing_else() {
    var before = incident(desk);
    var after =
        correct(before, 1, new JsonObject().put("level", 1).put("people", 3)).expect(200).json();
    assertThat(after).isEqualTo(before.copy().put("level", 1).put("people", 3).put("revision", 2));
    assertThat(get(before)).isEqualTo(after);
  }

  @Test
  void a_correction_has_to_say_which_revision_it_was_made_on() {
    var made = incident(desk);
    var reply = server.admin().patch(path(made), new JsonObject().put("level", 1)).expect(428);
    assertCode(reply, "request.no_if_match");
    var unreadable =
        server
            .admin()
            .with("If-Match", "\"new\"")
            .patch(path(made), new JsonObject().put("level", 1))
            .expect(400);
    assertCode(unreadable, "request.if_match_unreadable");
  }

  @Test
  void of_two_who_edit_the_same_revision_the_second_hears_who_was_first() {
    var made = incident(desk);
    correct(made, 1, new JsonObject().put("level", 1)).expect(200);
    var reply = correct(made, 1, new JsonObject().put("level", 4)).expect(409);
    assertCode(reply, "incident.changed_meanwhile");
    assertThat(reply.json().getString("title")).contains("系统管理员");
    assertThat(get(made).getInteger("level")).isEqualTo(1);
  }

  @Test
  void a_correction_is_checked_like_a_report() {
    var made = incident(desk);
    assertCode(
        correct(made, 1, new JsonObject().put("location", point(0, 0))).expect(422),
        "incident.outside_county");
    assertCode(
        correct(made, 1, new JsonObject().put("title", " ")).expect(422), "incident.title_blank");
    correct(made, 1, new JsonObject()).expect(400);
    correct(made, 1, new JsonObject().put("state", "closed")).expect(400);
  }

  @Test
  void a_closed_incident_stays_closed() {
    var made = incident(desk);
    var closed = desk.post(path(made) + "/close").expect(200).json();
    assertThat(closed.getString("state")).isEqualTo("closed");
    assertThat(closed.getString("closed_at")).isNotNull();
    assertThat(desk.post(path(made) + "/close").expect(200).json()).isEqualTo(closed);
    assertCode(correct(made, 2, new JsonObject().put("level", 1)).expect(409), "incident.closed");
    assertCode(
        desk.post("/api/v1/orders", order(made.getString("id"), unit(2))).expect(409),
        "incident.closed");
  }

  @Test
  void an_incident_with_units_under_way_is_not_closed_and_they_are_named() {
    var made = incident(desk);
    var orders = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      orders.add(
          desk.post("/api/v1/orders", order(made.getString("id"), unit(i)))
              .expect(201)
              .json()
              .getString("id"));
    }
    var reply = desk.post(path(made) + "/close").expect(409);
    assertCode(reply, "incident.has_active_orders");
    assertThat(reply.json().getString("title")).contains("消防01、消防02");
    for (var id : orders) {
      desk.post("/api/v1/orders/" + id + "/countermand", new JsonObject().put("reason", "误报"))
          .expect(200);
    }
    desk.post(path(made) + "/close").expect(200);
  }

  @Test
  void the_timeline_tells_all_that_happened_in_it_page_by_page() {
    var made = incident(desk);
    incident(desk);
    correct(made, 1, new JsonObject().put("level", 3)).expect(200);
    desk.post(path(made) + "/close").expect(200);
    var whole = desk.get(path(made) + "/timeline").expect(200).json();
    assertThat(types(whole))
        .containsExactly("incident.reported", "incident.corrected", "incident.closed");
    assertThat(whole.getValue("next")).isNull();
    var first = desk.get(path(made) + "/timeline?limit=2").expect(200).json();
    assertThat(types(first)).containsExactly("incident.reported", "incident.corrected");
    var rest =
        desk.get(path(made) + "/timeline?limit=2&after=" + first.getString("next"))
            .expect(200)
            .json();
    assertThat(types(rest)).containsExactly("incident.closed");
    assertThat(rest.getJsonArray("results").getJsonObject(0).getJsonObject("payload"))
        .isEqualTo(new JsonObject().put("incident", get(made)));
  }

  @Test
  void the_list_pages_through_all_incidents_newest_first() {
    for (int i = 0; i < 3; i++) {
      incident(desk);
    }
    var numbers = new ArrayList<Integer>();
    var next = "";
    do {
      var page = desk.get(INCIDENTS + "?limit=2" + next).expect(200).json();
      page.getJsonArray("results")
          .forEach(it -> numbers.add(((JsonObject) it).getInteger("number")));
      next = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
    } while (!next.isEmpty());
    assertThat(numbers)
        .hasSizeGreaterThanOrEqualTo(3)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b - a)
        .last()
        .isEqualTo(1);
    desk.get(INCIDENTS + "?cursor=made-up").expect(400);
  }

  @Test
  void the_list_of_one_state_has_only_that() {
    var made = incident(desk);
    desk.post(path(made) + "/close").expect(200);
    var closed = desk.get(INCIDENTS + "?state=closed&limit=1000").expect(200).json();
    assertThat(closed.getJsonArray("results"))
        .isNotEmpty()
        .allMatch(it -> ((JsonObject) it).getString("state").equals("closed"));
    desk.get(INCIDENTS + "?state=burning").expect(400);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var nothing = INCIDENTS + "/" + UUID.randomUUID();
    for (var path : List.of(nothing, nothing + "/timeline")) {
      assertCode(desk.get(path).expect(404), "incident.unknown");
    }
    assertCode(desk.post(nothing + "/close").expect(404), "incident.unknown");
    desk.get(INCIDENTS + "/not-an-id").expect(404);
  }

  @Test
  void an_observer_reads_and_changes_nothing() {
    var observer = server.user("incident-observer", "observer");
    var made = incident(desk);
    observer.get(path(made)).expect(200);
    observer.post(INCIDENTS, report()).expect(403);
    observer.post(path(made) + "/close").expect(403);
    observer
        .with("If-Match", "\"1\"")
        .patch(path(made), new JsonObject().put("level", 1))
        .expect(403);
  }

  private static JsonObject get(JsonObject incident) {
    return desk.get(path(incident)).expect(200).json();
  }

  private static Reply correct(JsonObject incident, int revision, JsonObject correction) {
    return server
        .admin()
        .with("If-Match", "\"" + revision + "\"")
        .patch(path(incident), correction);
  }

  private static String path(JsonObject incident) {
    return INCIDENTS + "/" + incident.getString("id");
  }

  private static String unit(int i) {
    return TestCounty.unitIds(desk).get(i);
  }

  private static List<String> types(JsonObject timeline) {
    JsonArray results = timeline.getJsonArray("results");
    return results.stream().map(it -> ((JsonObject) it).getString("event")).toList();
  }

  private static void assertCode(Reply reply, String code) {
    assertThat(reply.errors().getJsonObject(0).getString("code")).as(reply.text()).isEqualTo(code);
  }
}
