package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.road.ClosureMask.NONE;
import static org.wanglou.gis.road.Profile.CAR;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Provenance;

/** The graph as it comes out of the database. */
class RoadTablesTest {
  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private RoadGraph load() {
    return db.database().reference(RoadGraph::load);
  }

  private void store(Streets streets) {
    var bounds = (Polygon) Streets.GEO.toGeometry(new Envelope(110, 112, 36, 37));
    var dataset =
        new Dataset(
            "osm",
            "test",
            "test",
            "",
            Provenance.SYNTHETIC,
            java.util.Optional.empty(),
            bounds,
            streets.network(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of());
    db.database()
        .reference(
            tx -> {
              DatasetLoader.store(tx, dataset);
              tx.execute("DELETE FROM road_speed");
              speed(tx, "residential", "*", 36, LocalDate.of(2020, 1, 1));
              return null;
            });
  }

  private static void speed(
      Handle tx, String roadClass, String surface, double kmh, LocalDate from) {
    tx.execute(
        "INSERT INTO road_speed VALUES ('car', ?, ?, ?, 'test', ?)", roadClass, surface, kmh, from);
  }

  private double seconds(Streets streets, String from, String to) {
    return new Router(load()).route(streets.at(from), streets.at(to), CAR, NONE).durationS();
  }

  @Test
  void a_database_without_roads_gives_an_empty_graph() {
    var graph = load();
    assertThat(graph.isEmpty()).isTrue();
    assertThat(graph.edgeCount()).isZero();
    assertThat(graph.nodeCount()).isZero();
  }

  @Test
  void what_was_stored_is_driven_with_its_restrictions() {
    var streets =
        Streets.grid(4, 2).without("A1 A2").no("A1 B1 B2").no("A1 B1 C1 C2").oneWay("D2 D1");
    store(streets);
    var graph = load();
    assertThat(graph.edgeCount()).isEqualTo(streets.network().edges().size());
    assertThat(graph.nodeCount()).isEqualTo(8);
    var route = new Router(graph).route(streets.at("A1"), streets.at("B2"), CAR, NONE);
    var inMemory = streets.router().route(streets.at("A1"), streets.at("B2"), CAR, NONE);
    assertThat(route.edges()).isEqualTo(inMemory.edges());
    assertThat(route.durationS()).isCloseTo(inMemory.durationS(), within(0.001));
  }

  @Test
  void the_newest_speed_that_is_in_force_counts() {
    var streets = Streets.grid(2, 1);
    store(streets);
    double at36 = seconds(streets, "A1", "B1");
    change("residential", "*", 72, LocalDate.of(2024, 1, 1));
    assertThat(seconds(streets, "A1", "B1")).isCloseTo(at36 / 2, within(0.001));
    change("residential", "*", 9, LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(2));
    assertThat(seconds(streets, "A1", "B1")).isCloseTo(at36 / 2, within(0.001));
  }

  @Test
  void a_surface_for_every_class_caps_the_speed() {
    var streets = Streets.grid(2, 1).surface("A1 B1", "gravel");
    store(streets);
    double uncapped = seconds(streets, "A1", "B1");
    change("*", "gravel", 18, LocalDate.of(2024, 1, 1));
    assertThat(seconds(streets, "A1", "B1")).isCloseTo(2 * uncapped, within(0.001));
  }

  @Test
  void a_profile_without_a_speed_has_no_roads() {
    var streets = Streets.grid(2, 1);
    store(streets);
    var router = new Router(load());
    assertThatThrownBy(() -> router.route(streets.at("A1"), streets.at("B1"), Profile.COACH, NONE))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("road.empty");
  }

  @Test
  void ids_with_a_gap_are_refused() {
    var streets = Streets.grid(3, 1);
    store(streets);
    db.database().reference(tx -> tx.execute("DELETE FROM road_edge WHERE id = 0"));
    assertThatThrownBy(this::load).isInstanceOf(IllegalStateException.class);
  }

  private void change(String roadClass, String surface, double kmh, LocalDate from) {
    db.database()
        .reference(
            tx -> {
              speed(tx, roadClass, surface, kmh, from);
              return null;
            });
  }
}
