package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.BaseFeature;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.UnitSeed;

/** Layers, base map and units from hand-made files; a road is always there. */
class OsmThingsTest {
  @TempDir Path folder;

  @Test
  void a_wood_with_a_clearing_is_an_area_with_a_hole_whatever_the_roles_say() {
    var pbf =
        squares()
            .relation(1, List.of("outer:w11", "outer:w12"), "type=multipolygon", "landuse=forest");
    assertThat(base(pbf, "forest"))
        .singleElement()
        .satisfies(wood -> assertThat(((Polygon) wood.geometry()).getNumInteriorRing()).isOne());
  }

  @Test
  void a_ring_made_of_two_ways_is_closed_and_one_that_is_cut_is_left_out_and_counted() {
    var halves =
        road()
            .node(11, 0, 0)
            .node(12, 4, 0)
            .node(13, 4, 4)
            .node(14, 0, 4)
            .way(11, List.of(11, 12, 13), "source=survey")
            .way(12, List.of(13, 14, 11))
            .relation(1, List.of("outer:w11", "outer:w12"), "type=multipolygon", "natural=water");
    assertThat(base(halves, "water")).hasSize(1);
    var cut =
        road()
            .node(11, 0, 0)
            .node(12, 4, 0)
            .node(13, 4, 4)
            .way(11, List.of(11, 12, 13))
            .relation(1, List.of("outer:w11", "outer:w99"), "type=multipolygon", "natural=water");
    var reading = reading(cut);
    assertThat(reading.dataset().base()).isEmpty();
    assertThat(reading.tally().of("ring left out: not closed")).isEqualTo(1);
  }

  @Test
  void a_ring_that_crosses_itself_becomes_a_valid_area() {
    var bow =
        road()
            .node(11, 0, 0)
            .node(12, 4, 4)
            .node(13, 4, 0)
            .node(14, 0, 4)
            .way(11, List.of(11, 12, 13, 14, 11), "landuse=residential");
    assertThat(base(bow, "built_up")).singleElement().matches(area -> area.geometry().isValid());
  }

  @Test
  void culverts_are_not_drawn_and_the_longest_river_comes_first() {
    var rivers =
        road()
            .node(11, 0, 0)
            .node(12, 4, 0)
            .node(13, 400, 0)
            .way(11, List.of(11, 12), "waterway=river", "name=Short")
            .way(12, List.of(11, 13), "waterway=river", "name=Long")
            .way(13, List.of(11, 12), "waterway=stream", "tunnel=culvert");
    assertThat(base(rivers, "river"))
        .extracting(river -> river.name().orElseThrow() + river.rank())
        .containsExactlyInAnyOrder("Short3", "Long1");
    assertThat(base(rivers, "stream")).isEmpty();
  }

  @Test
  void the_largest_kind_of_place_comes_first_whatever_it_is_called() {
    var villages =
        road()
            .node(11, 0, 0, "place=village", "name=A", "population=900")
            .node(12, 1, 0, "place=hamlet", "name=B");
    assertThat(ranks(villages)).isEqualTo(Map.of("A", 1, "B", 4));
    var towns =
        road()
            .node(11, 0, 0, "place=town", "name=Capital", "capital=yes")
            .node(12, 1, 0, "place=town", "name=Town")
            .node(13, 2, 0, "place=village", "name=Village", "population=900")
            .node(14, 3, 0, "place=village", "name=Few", "population=90")
            .node(15, 3, 0, "place=country", "name=Country");
    assertThat(ranks(towns)).isEqualTo(Map.of("Capital", 1, "Town", 2, "Village", 2, "Few", 3));
  }

  @Test
  void a_school_is_a_shelter_too_and_its_capacity_is_not_invented() {
    var dataset = read(road().node(11, 0, 0, "amenity=school", "name=School"));
    assertThat(dataset.features())
        .extracting(LayerFeature::layer)
        .containsExactlyInAnyOrder("school", "shelter");
    assertThat(dataset.features())
        .noneMatch(feature -> feature.attributes().containsKey("capacity"));
  }

  @Test
  void a_thing_without_a_name_is_called_after_the_next_place() {
    var dataset =
        read(
            road()
                .node(11, 0, 0, "place=village", "name=Near")
                .node(12, 50, 0, "place=village", "name=Far")
                .node(13, 1, 0, "emergency=fire_hydrant"));
    assertThat(layer(dataset, "cistern"))
        .extracting(LayerFeature::name)
        .containsExactly("Near 消火栓");
  }

  @Test
  void a_name_is_taken_as_it_stands_then_in_chinese_then_in_english() {
    assertThat(new Tags(Map.of("name", "Vaduz", "name:zh", "瓦杜兹")).name()).contains("Vaduz");
    assertThat(new Tags(Map.of("name:zh", "瓦杜兹", "name:en", "Vaduz")).name()).contains("瓦杜兹");
    assertThat(new Tags(Map.of("name:en", "Vaduz")).name()).contains("Vaduz");
  }

  @Test
  void a_station_drawn_as_a_building_with_a_node_inside_is_one_station() {
    var twice =
        squares("amenity=fire_station", "name=Station")
            .node(30, 0.5, 0.5, "amenity=fire_station", "name=Station");
    assertThat(layer(read(twice), "fire_station"))
        .extracting(LayerFeature::externalId)
        .containsExactly("way/11");
  }

  @Test
  void a_small_reservoir_is_a_pond_to_draw_water_from() {
    var pond =
        road()
            .node(11, 0, 0)
            .node(12, 0.1, 0)
            .node(13, 0.1, 0.1)
            .way(11, List.of(11, 12, 13, 11), "landuse=reservoir");
    assertThat(layer(read(pond), "cistern"))
        .singleElement()
        .matches(feature -> feature.attributes().get("kind").equals("pond"));
    var lake = squares("landuse=reservoir", "name=Lake");
    assertThat(layer(read(lake), "reservoir"))
        .singleElement()
        .satisfies(
            feature ->
                assertThat((double) feature.attributes().get("area_m2")).isBetween(150e3, 170e3));
  }

  @Test
  void without_an_ambulance_station_ambulances_stand_at_the_hospital() {
    var hospital = road().node(11, 0, 0, "amenity=hospital", "name=H");
    assertThat(read(hospital).units())
        .extracting(UnitSeed::type)
        .containsExactly("ambulance", "ambulance");
    var both =
        road()
            .node(11, 0, 0, "amenity=hospital", "name=H")
            .node(12, 1, 0, "emergency=ambulance_station", "name=S");
    assertThat(read(both).units())
        .extracting(UnitSeed::name)
        .containsExactly("S 救护1号车", "S 救护2号车", "H 救护1号车");
  }

  @Test
  void without_any_station_units_stand_at_the_largest_places() {
    var places =
        road()
            .node(11, 0, 0, "place=village", "name=Small", "population=10")
            .node(12, 1, 0, "place=village", "name=Large", "population=900")
            .node(13, 2, 0, "place=village", "name=Middle", "population=200")
            .node(14, 3, 0, "place=village", "name=Unknown");
    assertThat(read(places).units())
        .extracting(UnitSeed::baseName)
        .containsOnly("Large", "Middle", "Small");
  }

  @Test
  void two_stations_of_one_name_do_not_share_the_name_of_a_unit() {
    var twins =
        road()
            .node(11, 0, 0, "amenity=police", "name=Police")
            .node(12, 9, 0, "amenity=police", "name=Police");
    assertThat(read(twins).units())
        .extracting(UnitSeed::name)
        .containsExactly("Police 警务1号车", "Police 警务2号车", "Police 警务3号车", "Police 警务4号车");
  }

  @Test
  void a_boundary_that_is_whole_gives_the_name_and_the_lines() {
    var county =
        squares()
            .boundedBy(110, 36, 110.004, 36.004)
            .relation(
                1,
                List.of("outer:w11"),
                "type=boundary",
                "boundary=administrative",
                "admin_level=6",
                "name=County");
    assertThat(read(county).name()).isEqualTo("County");
    assertThat(base(county, "boundary")).singleElement().matches(line -> line.rank() == 1);
  }

  @Test
  void without_a_boundary_the_file_gives_the_name() {
    assertThat(read(road()).name()).isEqualTo("tiny");
  }

  @Test
  void bounds_and_day_come_from_the_header_where_it_tells_them_sensibly() {
    var told = read(road().boundedBy(109.99, 35.99, 110.01, 36.01).replicatedAt(1_709_587_295));
    assertThat(told.bounds().getEnvelopeInternal().getMinX()).isEqualTo(109.99);
    assertThat(told.dataDate()).contains(LocalDate.of(2024, 3, 4));
    var world = read(road().boundedBy(-180, -90, 180, 90));
    assertThat(world.bounds().getEnvelopeInternal().getMinX()).isBetween(109.98, 110.0);
    assertThat(world.dataDate()).isEqualTo(Optional.empty());
  }

  @Test
  void progress_ends_at_the_size_of_the_file_in_each_pass() {
    var heard = new ArrayList<String>();
    var pbf = road().write(folder.resolve("tiny.osm.pbf"));
    OsmReader.read(
        pbf,
        (phase, done, total) -> {
          if (done == total) {
            heard.add(phase);
          }
        });
    assertThat(heard)
        .containsExactly(
            "osm.phase_relations", "osm.phase_ways", "osm.phase_nodes", "osm.phase_make");
  }

  private static TinyPbf road() {
    return new TinyPbf().node(1, 0, 0).node(2, 1, 1).way(1, List.of(1, 2), "highway=primary");
  }

  /** Way 11 is a square of 400 m, way 12 one of 100 m inside it. */
  private static TinyPbf squares(String... tagsOfLarge) {
    return road()
        .node(11, 0, 0)
        .node(12, 4, 0)
        .node(13, 4, 4)
        .node(14, 0, 4)
        .node(21, 1, 1)
        .node(22, 2, 1)
        .node(23, 2, 2)
        .node(24, 1, 2)
        .way(11, List.of(11, 12, 13, 14, 11), tagsOfLarge)
        .way(12, List.of(21, 22, 23, 24, 21));
  }

  private OsmReader.Reading reading(TinyPbf pbf) {
    return OsmReader.readCounted(pbf.write(folder.resolve("tiny.osm.pbf")), Progress.NONE);
  }

  private Dataset read(TinyPbf pbf) {
    return reading(pbf).dataset();
  }

  private List<BaseFeature> base(TinyPbf pbf, String kind) {
    return read(pbf).base().stream().filter(feature -> feature.kind().equals(kind)).toList();
  }

  private Map<String, Integer> ranks(TinyPbf pbf) {
    return base(pbf, "place").stream()
        .collect(
            java.util.stream.Collectors.toMap(
                place -> place.name().orElseThrow(), BaseFeature::rank));
  }

  private static List<LayerFeature> layer(Dataset dataset, String layer) {
    return dataset.features().stream().filter(f -> f.layer().equals(layer)).toList();
  }
}
