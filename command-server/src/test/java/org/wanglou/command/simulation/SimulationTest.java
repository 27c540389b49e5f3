package org.wanglou.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.SystemAccount;
import org.wanglou.drills.unit.Pace;
import org.wanglou.drills.unit.Place;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.layer.Provenance;

/** The driver as a client of a real server, on the roads of {@link Village}. */
class SimulationTest {
  private static final Tempo FAST =
      new Tempo(
          new Pace(
              new Pace.Span(Duration.ofMillis(100), Duration.ofMillis(200)),
              new Pace.Span(Duration.ofMillis(100), Duration.ofMillis(200)),
              new Pace.Span(Duration.ofMillis(300), Duration.ofMillis(400)),
              6),
          Duration.ofMillis(100),
          Pace.seconds(1, 1));
  private static final double FASTEST_KMH = 55 * 6;
  private static final int ENGINES = 8;
  private static final String PATROL = "巡逻";

  private static TestServer server;
  private static TestClient dispatcher;
  private static int used;

  private final Vertx vertx = Vertx.vertx();
  private Optional<Simulation> simulation = Optional.empty();
  private String unit;

  @BeforeAll
  static void startServer() {
    var units = new ArrayList<UnitSeed>();
    for (int i = 1; i <= ENGINES; i++) {
      units.add(Village.engine("消防%02d".formatted(i), "fire_engine", Provenance.SYNTHETIC));
    }
    units.add(Village.engine(PATROL, "police_car", Provenance.SYNTHETIC));
    server = TestServer.start(Village.of("sample", units.toArray(UnitSeed[]::new)));
    dispatcher = server.admin();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  /** Each test has an engine of its own, which stands at the station. */
  @BeforeEach
  void start() {
    unit = unitId("消防%02d".formatted(++used));
    simulate();
  }

  @AfterEach
  void stop() throws Exception {
    simulation.ifPresent(Simulation::close);
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void an_order_is_acknowledged_driven_worked_off_and_the_unit_comes_home_free() {
    var begun = Instant.now();
    var order = order(Village.SECOND);
    var done = await("/api/v1/orders/" + id(order), it -> state(it).equals("complete"));
    assertThat(List.of("acknowledged_at", "departed_at", "arrived_at", "completed_at"))
        .map(done::getString)
        .map(Instant::parse)
        .isSorted();
    double drivenS = seconds(done, "departed_at", "arrived_at");
    assertThat(drivenS).isCloseTo(done.getDouble("duration_s") / FAST.pace().haste(), within(1.5));

    var home = await(unitPath(), it -> it.getString("status").equals("available"));
    assertThat(latest(home).distanceM(base())).isLessThan(30);
    var track = track(begun);
    assertThat(track).extracting(it -> it.getString("source")).containsOnly("simulator");
    assertThat(track.stream().map(SimulationTest::place))
        .anySatisfy(it -> assertThat(it.distanceM(scene(Village.SECOND))).isLessThan(5))
        .allSatisfy(it -> assertThat(it.lat()).isCloseTo(Village.LAT, within(1e-5)));
    assertNoJumpIn(track);
  }

  @Test
  void called_back_on_its_way_it_turns_round_and_is_free_again() {
    var begun = Instant.now();
    var order = order(Village.EAST);
    await(unitPath(), it -> it.getJsonObject("latest") != null && latest(it).lon() > 110.9312);
    dispatcher
        .post("/api/v1/orders/" + id(order) + "/countermand", new JsonObject().put("reason", "误报"))
        .expect(200);
    var home = await(unitPath(), it -> it.getString("status").equals("available"));
    assertThat(latest(home).distanceM(base())).isLessThan(30);
    assertThat(track(begun))
        .allSatisfy(it -> assertThat(place(it).lon()).isLessThan(Village.SECOND));
    assertNoJumpIn(track(begun));
  }

  @Test
  void a_road_closed_ahead_of_it_sends_it_the_long_way_round() {
    var begun = Instant.now();
    var order = order(Village.EAST);
    await("/api/v1/orders/" + id(order), it -> it.getString("departed_at") != null);
    dispatcher
        .post(
            "/api/v1/closures",
            new JsonObject()
                .put(
                    "geometry", TestCounty.point((Village.FIRST + Village.SECOND) / 2, Village.LAT))
                .put("reason", "塌方"))
        .expect(201);
    await("/api/v1/orders/" + id(order), it -> it.getString("arrived_at") != null);
    var track = track(begun);
    assertThat(track).anySatisfy(it -> assertThat(place(it).lat()).isGreaterThan(36.6914));
    assertNoJumpIn(track);
  }

  @Test
  void a_simulator_that_is_started_anew_in_the_middle_of_a_drive_goes_on_from_there() {
    var begun = Instant.now();
    var order = order(Village.EAST);
    await(unitPath(), it -> it.getJsonObject("latest") != null && latest(it).lon() > 110.931);
    simulation.orElseThrow().close();
    simulate();
    await("/api/v1/orders/" + id(order), it -> state(it).equals("complete"));
    assertNoJumpIn(track(begun));
    await(unitPath(), it -> it.getString("status").equals("available"));
  }

  @Test
  void a_dispatcher_may_act_for_the_crew_without_confusing_it() {
    var order = order(Village.EAST);
    await("/api/v1/orders/" + id(order), it -> it.getString("departed_at") != null);
    dispatcher.post("/api/v1/orders/" + id(order) + "/arrive").expect(200);
    dispatcher.post("/api/v1/orders/" + id(order) + "/complete").expect(200);
    var home = await(unitPath(), it -> it.getString("status").equals("available"));
    assertThat(latest(home).distanceM(base())).isLessThan(30);
  }

  @Test
  void a_second_simulator_on_the_database_takes_over_and_the_first_gives_up() {
    var first = simulation.orElseThrow();
    simulate();
    var order = order(Village.FIRST);
    await("/api/v1/orders/" + id(order), it -> state(it).equals("complete"));
    first.close();
  }

  @Test
  void without_any_order_the_police_are_on_patrol_and_the_engine_stays_at_its_station() {
    var patrol = "/api/v1/units/" + unitId(PATROL);
    await(patrol, it -> it.getJsonObject("latest") != null && speed(it) > 0);
    var engine = await(unitPath(), it -> it.getJsonObject("latest") != null);
    assertThat(latest(engine).distanceM(base())).isZero();
    assertThat(speed(engine)).isZero();
  }

  @Test
  void two_units_ordered_at_once_both_arrive() {
    var engine = order(Village.EAST);
    var police = order(Village.FIRST, unitId(PATROL));
    await("/api/v1/orders/" + id(police), it -> it.getString("arrived_at") != null);
    await("/api/v1/orders/" + id(engine), it -> it.getString("arrived_at") != null);
  }

  private void simulate() {
    var account =
        new SystemAccount(
            server.database(),
            new EventLog(server.database(), EventCatalogue.load()),
            Clock.systemUTC());
    var address = CentreAddress.of("127.0.0.1", server.port(), Optional.empty());
    simulation = Optional.of(Simulation.start(vertx, address, account, FAST, Clock.systemUTC()));
  }

  private JsonObject order(double lon) {
    return order(lon, unit);
  }

  private JsonObject order(double lon, String which) {
    var incident =
        dispatcher
            .post(
                "/api/v1/incidents",
                TestCounty.report().put("location", TestCounty.point(lon, Village.LAT)))
            .expect(201)
            .json();
    return dispatcher
        .post("/api/v1/orders", TestCounty.order(id(incident), which))
        .expect(201)
        .json();
  }

  private String unitPath() {
    return "/api/v1/units/" + unit;
  }

  private static String unitId(String name) {
    return dispatcher.get("/api/v1/units").expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("name").equals(name))
        .map(SimulationTest::id)
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject await(String path, Predicate<JsonObject> wanted) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      var now = dispatcher.get(path).expect(200).json();
      if (wanted.test(now)) {
        return now;
      }
      assertThat(System.nanoTime()).as("still %s", now).isLessThan(until);
      pause();
    }
  }

  private List<JsonObject> track(Instant from) {
    var fixes = new ArrayList<JsonObject>();
    JsonArray results =
        dispatcher
            .get(unitPath() + "/track?from=" + from)
            .expect(200)
            .json()
            .getJsonArray("results");
    results.forEach(it -> fixes.add((JsonObject) it));
    return fixes;
  }

  private static void assertNoJumpIn(List<JsonObject> track) {
    for (int i = 1; i < track.size(); i++) {
      double metres = place(track.get(i - 1)).distanceM(place(track.get(i)));
      double s = Duration.between(fixAt(track.get(i - 1)), fixAt(track.get(i))).toNanos() / 1e9;
      assertThat(metres)
          .as("%s then %s", track.get(i - 1), track.get(i))
          .isLessThanOrEqualTo(FASTEST_KMH / 3.6 * s + 1);
    }
  }

  private static Instant fixAt(JsonObject fix) {
    return Instant.parse(fix.getString("fix_at"));
  }

  private static double seconds(JsonObject order, String from, String to) {
    return Duration.between(
                Instant.parse(order.getString(from)), Instant.parse(order.getString(to)))
            .toMillis()
        / 1e3;
  }

  private static Place latest(JsonObject unit) {
    return place(unit.getJsonObject("latest"));
  }

  private static double speed(JsonObject unit) {
    return unit.getJsonObject("latest").getDouble("speed_kmh");
  }

  private static Place place(JsonObject fix) {
    return Facts.place(fix.getJsonObject("location"));
  }

  private static Place base() {
    return Place.standing(Village.WEST, Village.LAT);
  }

  private static Place scene(double lon) {
    return Place.standing(lon, Village.LAT);
  }

  private static String id(JsonObject thing) {
    return thing.getString("id");
  }

  private static String state(JsonObject order) {
    return order.getString("state");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
