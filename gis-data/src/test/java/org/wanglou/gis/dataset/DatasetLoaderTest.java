package org.wanglou.gis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.dataset.Dataset.BaseFeature;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.layer.Provenance;

class DatasetLoaderTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_stored_road_comes_back_as_it_went_in() {
    store(dataset("a", Provenance.IMPORTED, feature("hospital", "node/1", "A")));
    assertThat(text("SELECT ST_AsText(geom) FROM road_edge WHERE id = 0"))
        .isEqualTo("LINESTRING(110 36,111 37)");
    assertThat(text("SELECT name || ' ' || max_height_m || ' ' || structure FROM road_edge"))
        .isEqualTo("Tab\there, \\N, \"quoted\" 3.5 bridge");
    assertThat(text("SELECT coalesce(surface, 'unknown') FROM road_edge")).isEqualTo("unknown");
    assertThat(text("SELECT string_agg(ST_AsText(geom), ' ' ORDER BY id) FROM road_node"))
        .isEqualTo("POINT(110 36) POINT(111 37)");
    assertThat(text("SELECT data_date || ' ' || ST_AsText(bounds) FROM dataset"))
        .isEqualTo("2024-03-04 POLYGON((110 36,110 37,111 37,111 36,110 36))");
  }

  @Test
  void a_turn_is_stored_with_its_node_or_its_edges_but_not_both() {
    store(dataset("a", Provenance.IMPORTED, feature("hospital", "node/1", "A")));
    assertThat(text("SELECT exempt::text FROM turn_restriction WHERE via_node = 1"))
        .isEqualTo("{bus,emergency}");
    assertThat(text("SELECT via_edges::text FROM turn_restriction WHERE via_node IS NULL"))
        .isEqualTo("{0}");
  }

  @Test
  void a_second_load_replaces_the_first_and_a_feature_that_stays_keeps_its_id() {
    store(
        dataset(
            "a",
            Provenance.IMPORTED,
            feature("hospital", "node/1", "A"),
            feature("hospital", "node/2", "B"),
            feature("police", "node/3", "P")));
    var id = text("SELECT id::text FROM feature WHERE external_id = 'node/1'");
    store(dataset("a", Provenance.IMPORTED, feature("hospital", "node/1", "A, renamed")));
    assertThat(text("SELECT string_agg(id || name || revision, ' ') FROM feature"))
        .isEqualTo(id + "A, renamed2");
    assertThat(text("SELECT count(*)::text FROM road_edge")).isEqualTo("1");
    assertThat(text("SELECT count(*)::text FROM base_feature")).isEqualTo("1");
  }

  @Test
  void real_data_drives_out_every_synthetic_feature_even_of_layers_it_does_not_bring() {
    store(
        dataset(
            "sample",
            Provenance.SYNTHETIC,
            feature("hospital", "s1", "invented"),
            feature("depot", "s2", "invented")));
    store(dataset("osm", Provenance.IMPORTED, feature("hospital", "node/1", "real")));
    assertThat(text("SELECT string_agg(name, ' ') FROM feature")).isEqualTo("real");
  }

  @Test
  void what_the_county_surveyed_in_another_layer_stays() {
    db.database()
        .reference(
            tx ->
                tx.execute(
                    """
                    INSERT INTO feature (id, layer, name, geom, provenance, source)
                    VALUES (?, 'depot', 'county depot', 'SRID=4490;POINT(110 36)', 'SURVEYED', 'county')""",
                    new UUID(1, 1)));
    store(dataset("osm", Provenance.IMPORTED, feature("hospital", "node/1", "real")));
    assertThat(text("SELECT string_agg(name, ' ' ORDER BY name) FROM feature"))
        .isEqualTo("county depot real");
  }

  @Test
  void a_load_that_fails_late_leaves_the_database_as_it_was() {
    store(dataset("a", Provenance.IMPORTED, feature("hospital", "node/1", "A")));
    assertThatThrownBy(
            () -> store(dataset("b", Provenance.IMPORTED, feature("no_such_layer", "node/1", "B"))))
        .hasStackTraceContaining("no_such_layer");
    assertThat(text("SELECT string_agg(name, ' ') FROM feature")).isEqualTo("A");
    assertThat(text("SELECT string_agg(source, ' ') FROM dataset")).isEqualTo("a");
    assertThat(text("SELECT count(*)::text FROM road_edge")).isEqualTo("1");
  }

  @Test
  void every_profile_has_a_speed_on_every_class_of_road_that_it_may_use() {
    assertThat(
            text(
                """
                SELECT string_agg(profile || ' ' || n, ', ' ORDER BY profile)
                  FROM (SELECT profile, count(*) AS n FROM road_speed
                         WHERE surface = '*' AND valid_from <= current_date GROUP BY profile) AS p"""))
        .isEqualTo(
            "ambulance 19, car 19, coach 15, fire_engine 19, foot 20, heavy_truck 16, off_road 21");
  }

  private void store(Dataset dataset) {
    db.database().reference(tx -> DatasetLoader.store(tx, dataset));
  }

  private String text(String sql) {
    return db.database().reference(tx -> tx.createQuery(sql).mapTo(String.class).one());
  }

  private static Dataset dataset(String source, Provenance provenance, LayerFeature... features) {
    var nodes = List.of(point(110, 36), point(111, 37));
    var turns =
        List.of(
            new TurnRestriction(
                0, Optional.of(1), List.of(), 0, false, List.of("bus", "emergency")),
            new TurnRestriction(0, Optional.empty(), List.of(0), 0, true, List.of()));
    return new Dataset(
        provenance == Provenance.SYNTHETIC ? "sample" : "osm",
        "County",
        source,
        "nobody",
        provenance,
        Optional.of(LocalDate.of(2024, 3, 4)),
        (Polygon) GEOMETRIES.toGeometry(new Envelope(110, 111, 36, 37)),
        new RoadNetwork(nodes, List.of(road()), turns),
        List.of(new BaseFeature("place", Optional.of("Seat"), 1, point(110, 36))),
        List.of(features).stream().map(f -> with(f, provenance)).toList(),
        List.of());
  }

  private static RoadEdge road() {
    return new RoadEdge(
        0,
        1,
        line(),
        142_000,
        "primary",
        Optional.of("Tab\there, \\N, \"quoted\""),
        Optional.of("G 1"),
        Optional.empty(),
        1,
        "yes",
        "no",
        Optional.of(60),
        Optional.of(3.5),
        Optional.empty(),
        Optional.empty(),
        Optional.of(2),
        Optional.of("bridge"),
        1,
        Optional.of("way/7"));
  }

  private static LayerFeature feature(String layer, String externalId, String name) {
    return new LayerFeature(
        layer,
        externalId,
        name,
        point(110.5, 36.5),
        layer.equals("hospital") ? Map.of("beds", 12) : Map.of(),
        Provenance.IMPORTED,
        Optional.empty());
  }

  private static LayerFeature with(LayerFeature f, Provenance provenance) {
    return new LayerFeature(
        f.layer(),
        f.externalId(),
        f.name(),
        f.geometry(),
        f.attributes(),
        provenance,
        f.accuracyM());
  }

  private static LineString line() {
    return GEOMETRIES.createLineString(
        new Coordinate[] {new Coordinate(110, 36), new Coordinate(111, 37)});
  }

  private static Point point(double lon, double lat) {
    return GEOMETRIES.createPoint(new Coordinate(lon, lat));
  }
}
