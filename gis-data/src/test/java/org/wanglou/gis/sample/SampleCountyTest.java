package org.wanglou.gis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.layer.Provenance;

class SampleCountyTest {
  private static final Dataset COUNTY = Xixian.COUNTY;

  private static final IndexedFacetDistance ALL_ROADS =
      new IndexedFacetDistance(
          XiOutline.GEOMETRIES.createMultiLineString(
              COUNTY.roads().edges().stream()
                  .map(edge -> Plane.flat(edge.geometry()))
                  .toArray(LineString[]::new)));

  private static final Set<String> UNIT_TYPES =
      Set.of(
          "fire_engine",
          "water_tanker",
          "ladder_truck",
          "rescue_truck",
          "command_car",
          "ambulance",
          "police_car",
          "forest_fire_crew",
          "mine_rescue_team",
          "flood_rescue_team",
          "drainage_truck");

  private static final Set<String> CAPABILITIES =
      Set.of(
          "firefighting",
          "water_supply",
          "rescue",
          "high_angle",
          "medical",
          "evacuation",
          "traffic_control",
          "command",
          "forest_fire",
          "mine_rescue",
          "water_rescue",
          "drainage",
          "hazmat");

  @Test
  void many_threads_at_once_make_the_same_bytes() {
    var pool = Executors.newFixedThreadPool(2);
    try {
      var prints =
          IntStream.range(0, 2)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> Fingerprint.of(SampleCounty.xixian()), pool))
              .toList();
      assertThat(prints).allMatch(print -> print.join().equals(Fingerprint.of(COUNTY)));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void another_process_with_another_compiler_and_collector_makes_the_same_bytes() throws Exception {
    var java = ProcessHandle.current().info().command().orElse("java");
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseParallelGC",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                Fingerprint.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said.strip()).isEqualTo(Fingerprint.of(COUNTY));
  }

  @Test
  void the_outline_has_the_size_of_the_county() {
    var area = new PolygonArea(Geodesic.WGS84, false);
    for (var corner : COUNTY.bounds().getCoordinates()) {
      area.AddPoint(corner.y, corner.x);
    }
    assertThat(Math.abs(area.Compute().area) / 1e6).isBetween(1_390.0, 1_430.0);
    assertThat(COUNTY.bounds().isValid()).isTrue();
    assertThat(COUNTY.bounds().getNumPoints() - 1).isBetween(35, 45);
  }

  @Test
  @Tag("realdata")
  void the_outline_keeps_within_a_kilometre_or_so_of_the_published_one() throws Exception {
    var published =
        Plane.flat(
            PublishedOutline.read(SharedData.require("boundary/xixian-county-141031.geojson")));
    var own = Plane.flat(COUNTY.bounds());
    assertThat(own.symDifference(published).getArea() / published.getArea()).isLessThan(0.05);
    assertThat(
            org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance.distance(
                own.getExteriorRing(), published.getExteriorRing(), 0.02))
        .isLessThan(1_500);
  }

  @Test
  void everything_lies_inside_the_outline_but_rivers_and_names_of_the_neighbours() {
    var county = PreparedGeometryFactory.prepare(COUNTY.bounds().buffer(2e-6));
    assertThat(COUNTY.roads().edges()).allMatch(edge -> county.covers(edge.geometry()));
    assertThat(COUNTY.base())
        .filteredOn(shape -> !isOfANeighbour(shape))
        .allMatch(shape -> county.covers(shape.geometry()));
    assertThat(COUNTY.features()).allMatch(feature -> county.covers(feature.geometry()));
    assertThat(COUNTY.units()).allMatch(unit -> county.covers(unit.base()));
  }

  private static boolean isOfANeighbour(Dataset.BaseFeature shape) {
    boolean river = shape.kind().equals("river") && shape.name().isEmpty();
    return (shape.kind().equals("neighbour") || river)
        && !COUNTY.bounds().buffer(-2e-6).intersects(shape.geometry());
  }

  @Test
  void all_six_neighbours_are_named_on_the_map() {
    assertThat(COUNTY.base().stream().filter(shape -> shape.kind().equals("neighbour")))
        .extracting(shape -> shape.name().orElseThrow())
        .containsExactlyInAnyOrder("大宁县", "永和县", "石楼县", "交口县", "汾西县", "蒲县");
  }

  @Test
  void every_shape_is_valid() {
    assertThat(COUNTY.base()).allMatch(s -> s.geometry().isValid() && !s.geometry().isEmpty());
    assertThat(COUNTY.features()).allMatch(f -> f.geometry().isValid());
  }

  @Test
  void every_feature_and_every_unit_is_synthetic_and_so_is_the_whole() {
    assertThat(COUNTY.provenance()).isEqualTo(Provenance.SYNTHETIC);
    assertThat(COUNTY.features()).allMatch(f -> f.provenance() == Provenance.SYNTHETIC);
    assertThat(COUNTY.units()).allMatch(u -> u.provenance() == Provenance.SYNTHETIC);
    assertThat(COUNTY.attribution()).contains("合成");
  }

  @Test
  void a_name_on_an_invented_course_says_that_it_is_invented() {
    assertThat(COUNTY.roads().edges())
        .allMatch(edge -> edge.name().map(name -> name.endsWith("（合成）")).orElse(true));
    assertThat(COUNTY.base().stream().filter(s -> Set.of("river", "water").contains(s.kind())))
        .allMatch(shape -> shape.name().map(name -> name.endsWith("（合成）")).orElse(true));
  }

  @Test
  void the_population_of_the_villages_and_of_the_townships_is_that_of_the_census() {
    assertThat(people("village")).isEqualTo(91_394);
    assertThat(people("township")).isEqualTo(91_394);
    assertThat(layer("village")).allMatch(v -> (int) v.attributes().get("population") > 5);
  }

  private static int people(String layer) {
    return layer(layer).stream().mapToInt(f -> (int) f.attributes().get("population")).sum();
  }

  private static List<LayerFeature> layer(String layer) {
    return COUNTY.features().stream().filter(f -> f.layer().equals(layer)).toList();
  }

  @Test
  void there_are_seven_townships_and_seventy_three_villages_with_codes_of_their_township() {
    var townships = layer("township").stream().map(LayerFeature::externalId).toList();
    assertThat(townships).hasSize(7).allMatch(code -> code.matches("141031\\d{3}"));
    assertThat(layer("village"))
        .filteredOn(v -> v.attributes().containsKey("code"))
        .hasSize(73)
        .allMatch(v -> townships.contains(v.externalId().substring(0, 9)))
        .allMatch(v -> v.externalId().equals(v.attributes().get("code")));
  }

  @Test
  void some_three_hundred_groups_of_villagers_belong_to_a_village_and_bear_no_code() {
    var villages = layer("village").stream().map(LayerFeature::externalId).toList();
    assertThat(layer("village"))
        .filteredOn(v -> !v.attributes().containsKey("code"))
        .hasSizeBetween(280, 320)
        .allMatch(v -> villages.contains(v.externalId().substring(0, 12)));
  }

  @Test
  @Tag("realdata")
  void codes_and_names_are_those_published() throws Exception {
    var published = Files.readAllLines(SharedData.require("admin/xixian-divisions-2023.csv"));
    var rows =
        published.stream()
            .map(row -> row.split(","))
            .filter(row -> Set.of("township", "village").contains(row[0]))
            .map(row -> row[1] + row[2].replace("村委会", "村").replace("居委会", ""))
            .map(row -> row.replace("村村", "村"))
            .toList();
    assertThat(
            Stream.concat(layer("township").stream(), layer("village").stream())
                .filter(f -> f.attributes().containsKey("code")))
        .extracting(f -> f.externalId() + f.name())
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void the_county_seat_stands_within_two_kilometres_of_its_true_place() {
    var seat = layer("township").stream().filter(f -> f.name().equals("龙泉镇")).findFirst();
    var place = seat.orElseThrow().geometry().getCoordinate();
    assertThat(Geodesic.WGS84.Inverse(36.69, 110.94, place.y, place.x).s12).isLessThan(2_000);
    assertThat(seat.orElseThrow().accuracyM()).contains(2_000.0);
  }

  @Test
  void every_unit_is_stationed_at_a_feature_beside_a_road_and_fit_for_something() {
    assertThat(COUNTY.units()).hasSizeBetween(35, 50);
    assertThat(COUNTY.units()).extracting(Dataset.UnitSeed::name).doesNotHaveDuplicates();
    for (var unit : COUNTY.units()) {
      assertThat(COUNTY.features())
          .filteredOn(f -> f.externalId().equals(unit.baseExternalId()))
          .singleElement()
          .matches(f -> f.name().equals(unit.baseName()) && f.geometry().equals(unit.base()));
      assertThat(metresToRoad(unit.base())).as(unit.name()).isLessThan(300);
      assertThat(UNIT_TYPES).contains(unit.type());
      assertThat(CAPABILITIES).containsAll(unit.capabilities());
      assertThat(unit.capabilities()).isNotEmpty();
      assertThat(unit.crew()).isBetween(2, 15);
    }
  }

  @Test
  void every_capability_is_there_at_least_twice() {
    assertThat(CAPABILITIES)
        .allMatch(
            c -> COUNTY.units().stream().filter(u -> u.capabilities().contains(c)).count() >= 2);
  }

  private static double metresToRoad(Point at) {
    return ALL_ROADS.distance(Plane.flat(at));
  }

  @Test
  void the_database_takes_it() {
    try (var db = TestDatabase.fresh("gis")) {
      db.database().reference(tx -> DatasetLoader.store(tx, COUNTY));
    }
  }
}
