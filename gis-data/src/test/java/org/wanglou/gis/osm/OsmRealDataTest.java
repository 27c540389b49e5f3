package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.layer.Provenance;

/** Counts that were taken from the same files by other programs (osmium, ogr2ogr). */
@Tag("realdata")
class OsmRealDataTest {
  private static final Set<String> OPEN_TO_CARS = Set.of("yes", "destination", "private");
  private static OsmReader.Reading liechtenstein;
  private static OsmReader.Reading andorra;

  @BeforeAll
  static void read() {
    liechtenstein =
        OsmReader.readCounted(SharedData.require(SharedData.LIECHTENSTEIN), Progress.NONE);
    andorra = OsmReader.readCounted(SharedData.require(SharedData.ANDORRA), Progress.NONE);
  }

  @Test
  void each_of_the_8271_highways_is_a_road_or_left_out_for_a_reason() {
    var tally = liechtenstein.tally();
    assertThat(tally.of("road")).isEqualTo(8_248);
    assertThat(tally.of("highway left out: platform")).isEqualTo(20);
    assertThat(tally.of("highway left out: raceway")).isEqualTo(2);
    assertThat(tally.of("highway left out: construction")).isEqualTo(1);
    assertThat(andorra.tally().of("road") + andorra.tally().of("highway left out: construction"))
        .isEqualTo(1_615);
  }

  @Test
  void of_the_79_turn_restrictions_77_are_kept() {
    var tally = liechtenstein.tally();
    assertThat(tally.of("turn kept")).isEqualTo(77);
    assertThat(tally.of("turn left out: members missing")).isEqualTo(1);
    assertThat(tally.of("turn left out: roads not joined or not clear")).isEqualTo(1);
    assertThat(liechtenstein.dataset().roads().restrictions())
        .filteredOn(turn -> turn.viaNode().isEmpty())
        .hasSize(6);
  }

  @Test
  void the_24_roads_of_andorra_that_run_against_their_way_do_so() {
    assertThat(
            andorra.dataset().roads().edges().stream()
                .filter(edge -> edge.oneWay() == -1)
                .map(edge -> edge.externalId().orElseThrow())
                .distinct())
        .hasSize(24);
  }

  @Test
  void the_stations_of_the_country_are_in_their_layers() {
    assertThat(layer("fire_station")).hasSize(9);
    assertThat(layer("police")).hasSize(4);
    assertThat(layer("hospital"))
        .filteredOn(feature -> feature.attributes().get("kind").equals("hospital"))
        .extracting(LayerFeature::name)
        .containsExactlyInAnyOrder(
            "Landeskrankenhaus Feldkirch", "Liechtensteinisches Landesspital");
    assertThat(layer("helipad")).hasSize(5); // 4 helipads and a landing site
    assertThat(layer("cistern"))
        .filteredOn(feature -> feature.attributes().get("kind").equals("hydrant"))
        .hasSize(31);
    assertThat(layer("school"))
        .filteredOn(feature -> feature.attributes().get("kind").equals("school"))
        .hasSize(18);
    assertThat(layer("township"))
        .extracting(LayerFeature::name)
        .containsExactlyInAnyOrder("Vaduz", "Schaan");
  }

  @Test
  void every_feature_is_imported_and_has_a_name_a_valid_place_and_an_id_of_its_own() {
    for (var dataset : List.of(liechtenstein.dataset(), andorra.dataset())) {
      assertThat(dataset.features())
          .allMatch(feature -> feature.provenance() == Provenance.IMPORTED)
          .allMatch(feature -> !feature.name().isBlank())
          .allMatch(feature -> feature.geometry().isValid())
          .allMatch(feature -> feature.externalId().matches("(node|way|relation)/\\d+"));
      assertThat(dataset.features().stream().map(f -> f.layer() + f.externalId()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void units_are_synthetic_stand_at_features_and_are_named_after_them() {
    for (var dataset : List.of(liechtenstein.dataset(), andorra.dataset())) {
      var ids =
          dataset.features().stream().map(LayerFeature::externalId).collect(Collectors.toSet());
      assertThat(dataset.units())
          .allMatch(unit -> unit.provenance() == Provenance.SYNTHETIC)
          .allMatch(unit -> ids.contains(unit.baseExternalId()))
          .allMatch(unit -> unit.name().startsWith(unit.baseName()));
      assertThat(dataset.units()).extracting(UnitSeed::name).doesNotHaveDuplicates();
    }
    assertThat(liechtenstein.dataset().units())
        .hasSizeBetween(25, 40)
        .extracting(UnitSeed::name)
        .contains("Feuerwehr Vaduz 消防1号车", "Landespolizei 警务2号车");
  }

  @Test
  void areas_are_valid_and_a_lake_in_a_wood_is_a_hole() {
    assertThat(liechtenstein.dataset().base()).allMatch(feature -> feature.geometry().isValid());
    assertThat(liechtenstein.dataset().base())
        .filteredOn(feature -> feature.kind().equals("forest"))
        .anyMatch(feature -> holes(feature.geometry()) > 0);
  }

  @Test
  void the_dataset_says_where_it_is_from() {
    var dataset = liechtenstein.dataset();
    assertThat(dataset.name()).isEqualTo("Liechtenstein");
    assertThat(dataset.kind()).isEqualTo("osm");
    assertThat(dataset.attribution()).contains("OpenStreetMap").contains("ODbL");
    assertThat(dataset.dataDate()).contains(LocalDate.of(2024, 3, 4));
    assertThat(dataset.bounds().getEnvelopeInternal().getMinX()).isEqualTo(9.471078);
    assertThat(andorra.dataset().name()).isEqualTo("andorra-2013");
  }

  @Test
  void from_almost_everywhere_on_the_roads_a_car_gets_almost_everywhere() {
    assertThat(shareOfLargestPart(liechtenstein.dataset().roads())).isGreaterThan(0.95);
    assertThat(shareOfLargestPart(andorra.dataset().roads())).isGreaterThan(0.95);
  }

  @Test
  void neighbours_in_the_network_lie_close_in_its_numbering() {
    var roads = liechtenstein.dataset().roads();
    var gaps =
        roads.edges().stream()
            .mapToInt(edge -> Math.abs(edge.fromNode() - edge.toNode()))
            .sorted()
            .toArray();
    assertThat(gaps[gaps.length / 2]).isLessThan(20);
  }

  @Test
  void a_country_is_stored_whole_and_stored_again_over_itself() {
    try (var db = TestDatabase.fresh("gis")) {
      var dataset = OsmReader.read(SharedData.require(SharedData.LIECHTENSTEIN), Progress.NONE);
      db.database().reference(tx -> DatasetLoader.store(tx, dataset));
      db.database().reference(tx -> DatasetLoader.store(tx, dataset));
      assertThat(count(db, "road_edge")).isEqualTo(dataset.roads().edges().size());
      assertThat(count(db, "feature")).isEqualTo(dataset.features().size());
      assertThat(count(db, "base_feature")).isEqualTo(dataset.base().size());
    }
  }

  private static int count(TestDatabase db, String table) {
    return db.database()
        .reference(
            tx -> tx.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private static List<LayerFeature> layer(String layer) {
    return liechtenstein.dataset().features().stream()
        .filter(feature -> feature.layer().equals(layer))
        .toList();
  }

  private static int holes(Geometry area) {
    return IntStream.range(0, area.getNumGeometries())
        .map(i -> ((org.locationtech.jts.geom.Polygon) area.getGeometryN(i)).getNumInteriorRing())
        .sum();
  }

  /** Of the nodes on a car's roads, how many reach each other. */
  private static double shareOfLargestPart(RoadNetwork roads) {
    var there = new ArrayList<List<Integer>>();
    var back = new ArrayList<List<Integer>>();
    for (int i = 0; i < roads.nodes().size(); i++) {
      there.add(new ArrayList<>());
      back.add(new ArrayList<>());
    }
    for (Dataset.RoadEdge edge : roads.edges()) {
      if (!OPEN_TO_CARS.contains(edge.motorAccess()) || edge.roadClass().equals("track")) {
        continue;
      }
      if (edge.oneWay() >= 0) {
        there.get(edge.fromNode()).add(edge.toNode());
        back.get(edge.toNode()).add(edge.fromNode());
      }
      if (edge.oneWay() <= 0) {
        there.get(edge.toNode()).add(edge.fromNode());
        back.get(edge.fromNode()).add(edge.toNode());
      }
    }
    long used =
        IntStream.range(0, there.size())
            .filter(i -> !there.get(i).isEmpty() || !back.get(i).isEmpty())
            .count();
    int central =
        IntStream.range(0, there.size())
            .filter(i -> reached(there, i).size() > used / 2 && reached(back, i).size() > used / 2)
            .findFirst()
            .orElseThrow();
    var both = reached(there, central);
    both.retainAll(reached(back, central));
    return (double) both.size() / used;
  }

  private static Set<Integer> reached(List<List<Integer>> next, int start) {
    var seen = new java.util.HashSet<>(Set.of(start));
    var front = new ArrayDeque<>(seen);
    while (!front.isEmpty()) {
      for (int node : next.get(front.poll())) {
        if (seen.add(node)) {
          front.add(node);
        }
      }
    }
    return seen;
  }
}
