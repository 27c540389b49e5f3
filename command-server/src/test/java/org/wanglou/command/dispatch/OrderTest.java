package org.wanglou.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.TestCounty.incident;
import static org.wanglou.command.app.TestCounty.order;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;

class OrderTest {
  private static final String ORDERS = "/api/v1/orders";
  private static final int UNITS = 40;
  private static TestServer server;
  private static TestClient desk;
  private static List<String> units;
  private static int taken;
  private String fire;
  private String unit;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withUnits(UNITS));
    desk = server.admin();
    units = TestCounty.unitIds(desk);
    taken = 0;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Each test has an incident and a unit of its own. */
  @BeforeEach
  void makeReady() {
    fire = incident(desk).getString("id");
    unit = units.get(taken++);
  }

  @Test
  void the_whole_job_from_the_order_to_the_closed_incident_stands_in_the_timeline() {
    var sent = desk.post(ORDERS, order(fire, unit).put("task", "扑救")).expect(201).json();
    assertThat(sent.getString("state")).isEqualTo("ordered");
    assertThat(sent.getString("ordered_by")).isEqualTo("admin");
    assertThat(sent.getString("task")).isEqualTo("扑救");
    assertThat(unit().getString("status")).isEqualTo("ordered");
    assertThat(unit().getString("active_order_id")).isEqualTo(sent.getString("id"));
    assertThat(fire().getString("state")).isEqualTo("responding");
    assertThat(act(sent, "acknowledge").getString("acknowledged_at")).isNotNull();
    assertThat(unit().getString("status")).isEqualTo("ordered");
    assertThat(act(sent, "depart").getString("departed_at")).isNotNull();
    assertThat(unit().getString("status")).isEqualTo("en_route");
    assertThat(act(sent, "arrive").getString("arrived_at")).isNotNull();
    assertThat(unit().getString("status")).isEqualTo("on_scene");
    var complete = act(sent, "complete");
    assertThat(complete.getString("state")).isEqualTo("complete");
    assertThat(complete.getInteger("revision")).isEqualTo(5);
    assertThat(desk.get(path(sent)).expect(200).json()).isEqualTo(complete);
    assertThat(unit().getString("status")).isEqualTo("returning");
    assertThat(unit().getString("active_order_id")).isNull();
    desk.post("/api/v1/incidents/" + fire + "/close").expect(200);
    assertThat(timeline())
        .extracting(it -> it.getString("event"))
        .containsExactly(
            "incident.reported",
            "order.sent",
            "order.acknowledged",
            "order.departed",
            "order.arrived",
            "order.completed",
            "incident.closed");
    assertThat(
            server.admin().get("/api/v1/log/verification").expect(200).json().getBoolean("whole"))
        .isTrue();
  }

  @Test
  void each_event_carries_the_whole_new_state_of_what_the_act_changed() {
    var sent = send();
    var payload = lastEvent().getJsonObject("payload");
    assertThat(payload.getJsonObject("order")).isEqualTo(sent);
    assertThat(payload.getJsonObject("unit")).isEqualTo(unit());
    assertThat(payload.getJsonObject("incident")).isEqualTo(fire());
    var departed = act(sent, "depart");
    payload = lastEvent().getJsonObject("payload");
    assertThat(payload).isEqualTo(new JsonObject().put("order", departed).put("unit", unit()));
  }

  @Test
  void a_unit_with_an_order_is_not_ordered_again_and_the_answer_names_who_where_and_when() {
    var sent = Instant.parse(send().getString("ordered_at")).atZone(ZoneId.of("Asia/Urumqi"));
    var elsewhere = incident(desk).getString("id");
    var reply =
        desk.with("X-Time-Zone", "Asia/Urumqi").post(ORDERS, order(elsewhere, unit)).expect(409);
    assertCode(reply, "unit.already_ordered");
    assertThat(reply.json().getString("title"))
        .contains(unit().getString("name"), "西岭山火", "系统管理员")
        .contains(sent.format(DateTimeFormatter.ofPattern("y年M月d日 HH:mm:ss")) + " 下达");
    assertThat(reply.json().getString("detail")).contains("撤回");
    assertThat(reply.errors().getJsonObject(0).getString("pointer")).isEqualTo("/unit_id");
    assertThat(desk.get("/api/v1/incidents/" + elsewhere).expect(200).json().getString("state"))
        .isEqualTo("reported");
  }

  @Test
  void a_returning_unit_may_be_ordered_again() {
    var sent = send();
    act(sent, "arrive");
    act(sent, "complete");
    assertThat(unit().getString("status")).isEqualTo("returning");
    send();
  }

  @Test
  void a_unit_out_of_service_is_not_ordered() {
    status("out_of_service").expect(200);
    var reply = desk.post(ORDERS, order(fire, unit)).expect(409);
    assertCode(reply, "unit.not_available");
    assertThat(reply.json().getString("title")).contains("停用");
    assertThat(fire().getString("state")).isEqualTo("reported");
  }

  @Test
  void a_unit_with_an_order_keeps_the_status_that_follows_from_it() {
    var sent = send();
    assertCode(status("out_of_service").expect(409), "unit.has_order");
    countermand(sent, "误报").expect(200);
    status("out_of_service").expect(200);
  }

  @Test
  void a_report_over_a_bad_radio_may_be_repeated() {
    var sent = send();
    var once = act(sent, "acknowledge");
    assertThat(act(sent, "acknowledge")).isEqualTo(once);
    assertThat(timeline())
        .extracting(it -> it.getString("event"))
        .containsExactly("incident.reported", "order.sent", "order.acknowledged");
  }

  @Test
  void a_report_stands_for_those_that_were_never_made() {
    var arrived = act(send(), "arrive");
    assertThat(arrived.getString("arrived_at")).isNotNull();
    assertThat(arrived.getValue("departed_at")).isNull();
    assertThat(arrived.getValue("acknowledged_at")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledge, complete, 已确认, 已完成",
    "depart, acknowledge, 已出动, 已确认",
    "arrive, depart, 已到场, 已出动",
  })
  void what_cannot_follow_is_refused_with_both_states_named(
      String reached, String act, String from, String to) {
    var sent = send();
    act(sent, reached);
    var reply = desk.post(path(sent) + "/" + act).expect(409);
    assertCode(reply, "order.wrong_state");
    assertThat(reply.json().getString("title")).contains(from, to);
  }

  @Test
  void states_are_named_in_the_readers_language() {
    var sent = send();
    var english = server.admin().with("Accept-Language", "en");
    assertThat(english.post(path(sent) + "/complete").expect(409).json().getString("title"))
        .endsWith("is ordered and cannot become complete");
  }

  @ParameterizedTest
  @CsvSource({"'', available", "acknowledge, available", "depart, returning", "arrive, returning"})
  void a_countermanded_order_stays_in_the_record_with_its_reason(String reached, String status) {
    var sent = send();
    if (!reached.isEmpty()) {
      act(sent, reached);
    }
    var back = countermand(sent, " 误报 ").expect(200).json();
    assertThat(back.getString("state")).isEqualTo("countermanded");
    assertThat(back.getString("countermand_reason")).isEqualTo("误报");
    assertThat(back.getString("countermanded_at")).isNotNull();
    assertThat(unit().getString("status")).isEqualTo(status);
    assertThat(countermand(sent, "再次").expect(200).json()).isEqualTo(back);
    assertCode(desk.post(path(sent) + "/arrive").expect(409), "order.wrong_state");
    send();
  }

  @Test
  void to_countermand_needs_a_reason() {
    var sent = send();
    desk.post(path(sent) + "/countermand").expect(400);
    desk.post(path(sent) + "/countermand", new JsonObject()).expect(400);
    assertCode(countermand(sent, "  ").expect(422), "order.reason_blank");
  }

  @Test
  void a_completed_order_is_not_countermanded() {
    var sent = send();
    act(sent, "arrive");
    act(sent, "complete");
    assertCode(countermand(sent, "误报").expect(409), "order.wrong_state");
  }

  @Test
  void a_repeat_with_the_same_key_orders_once() {
    var client = server.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    var first = client.post(ORDERS, order(fire, unit)).expect(201).json();
    assertThat(client.post(ORDERS, order(fire, unit)).expect(201).json()).isEqualTo(first);
    assertThat(timeline()).hasSize(2);
  }

  @Test
  void without_roads_the_unit_is_ordered_all_the_same() {
    var sent = send();
    assertThat(sent.getValue("route")).isNull();
    assertThat(sent.getValue("duration_s")).isNull();
  }

  @Test
  void what_is_not_there_is_named() {
    var nobody = UUID.randomUUID().toString();
    assertCode(desk.post(ORDERS, order(fire, nobody)).expect(404), "unit.unknown");
    assertCode(desk.post(ORDERS, order(nobody, unit)).expect(404), "incident.unknown");
    assertCode(desk.get(ORDERS + "/" + nobody).expect(404), "order.unknown");
    assertCode(desk.post(ORDERS + "/" + nobody + "/depart").expect(404), "order.unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"incident_id\":",
        "[]",
        "{\"incident_id\":\"x\",\"unit_id\":\"y\"}",
        "{\"unit_id\":\"018f0000-0000-7000-8000-000000000000\"}",
        "{\"incident_id\":\"018f0000-0000-7000-8000-000000000000\","
            + "\"unit_id\":\"018f0000-0000-7000-8000-000000000000\",\"urgent\":true}",
      })
  void what_does_not_fit_the_contract_is_refused(String body) {
    desk.send("POST", ORDERS, Optional.of(body)).expect(400);
  }

  @Test
  void only_a_dispatcher_orders_units() {
    var officer = server.user("order-officer", "duty_officer");
    officer.post(ORDERS, order(fire, unit)).expect(403);
    var sent = send();
    officer.get(path(sent)).expect(200);
    officer.post(path(sent) + "/acknowledge").expect(403);
    officer.post(path(sent) + "/countermand", new JsonObject().put("reason", "x")).expect(403);
  }

  @Test
  void the_list_has_the_orders_of_an_incident_or_the_active_ones_newest_first() {
    var first = send();
    var second = desk.post(ORDERS, order(fire, units.get(taken++))).expect(201).json();
    countermand(first, "误报").expect(200);
    assertThat(ids("?incident_id=" + fire))
        .containsExactly(second.getString("id"), first.getString("id"));
    assertThat(ids("?incident_id=" + fire + "&active=true"))
        .containsExactly(second.getString("id"));
    assertThat(ids("?active=true")).contains(second.getString("id"));
    var paged = new ArrayList<String>();
    var next = "";
    do {
      var page = desk.get(ORDERS + "?limit=1&incident_id=" + fire + next).expect(200).json();
      page.getJsonArray("results").forEach(it -> paged.add(((JsonObject) it).getString("id")));
      next = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
    } while (!next.isEmpty());
    assertThat(paged).containsExactly(second.getString("id"), first.getString("id"));
  }

  private JsonObject send() {
    return desk.post(ORDERS, order(fire, unit)).expect(201).json();
  }

  private static JsonObject act(JsonObject order, String act) {
    return desk.post(path(order) + "/" + act).expect(200).json();
  }

  private static Reply countermand(JsonObject order, String reason) {
    return desk.post(path(order) + "/countermand", new JsonObject().put("reason", reason));
  }

  private Reply status(String status) {
    return desk.post("/api/v1/units/" + unit + "/status", new JsonObject().put("status", status));
  }

  private JsonObject unit() {
    return desk.get("/api/v1/units/" + unit).expect(200).json();
  }

  private JsonObject fire() {
    return desk.get("/api/v1/incidents/" + fire).expect(200).json();
  }

  private List<JsonObject> timeline() {
    return objects(
        desk.get("/api/v1/incidents/" + fire + "/timeline")
            .expect(200)
            .json()
            .getJsonArray("results"));
  }

  private JsonObject lastEvent() {
    var events = timeline();
    return events.get(events.size() - 1);
  }

  private static List<String> ids(String query) {
    return objects(desk.get(ORDERS + query).expect(200).json().getJsonArray("results")).stream()
        .map(it -> it.getString("id"))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static String path(JsonObject order) {
    return ORDERS + "/" + order.getString("id");
  }

  private static void assertCode(Reply reply, String code) {
    assertThat(reply.errors().getJsonObject(0).getString("code")).as(reply.text()).isEqualTo(code);
  }
}
