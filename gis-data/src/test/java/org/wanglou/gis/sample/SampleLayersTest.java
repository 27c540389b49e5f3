package org.wanglou.gis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.layer.AttributeCheck;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.LayerTypes;

/** What the layers of the sample county say agrees with the catalogue, and with each other. */
class SampleLayersTest {
  private static final Dataset COUNTY = Xixian.COUNTY;

  @Test
  void every_layer_of_the_catalogue_has_features_and_every_feature_fits_its_layer() {
    try (var db = TestDatabase.fresh("gis")) {
      var types = db.database().reference(LayerTypes::all);
      for (var type : types) {
        var features = layer(type.id());
        assertThat(features).as(type.id()).isNotEmpty();
        for (var feature : features) {
          AttributeCheck.checked(type, feature.attributes());
          assertThat(fits(type.geometry(), feature.geometry()))
              .as("%s is a %s", feature.externalId(), type.geometry())
              .isTrue();
        }
      }
      assertThat(COUNTY.features().stream().map(LayerFeature::layer).collect(Collectors.toSet()))
          .isEqualTo(types.stream().map(t -> t.id()).collect(Collectors.toSet()));
    }
  }

  private static boolean fits(GeometryKind kind, Geometry geometry) {
    return switch (kind) {
      case POINT -> geometry.getDimension() == 0;
      case LINE -> geometry.getDimension() == 1;
      case POLYGON -> geometry.getDimension() == 2;
      case ANY -> true;
    };
  }

  @Test
  void loading_it_twice_keeps_every_id() {
    try (var db = TestDatabase.fresh("gis")) {
      db.database().reference(tx -> DatasetLoader.store(tx, COUNTY));
      var before = ids(db);
      db.database().reference(tx -> DatasetLoader.store(tx, COUNTY));
      assertThat(ids(db)).isEqualTo(before).hasSize(COUNTY.features().size());
    }
  }

  private static Set<String> ids(TestDatabase db) {
    return db.database()
        .reference(
            tx ->
                tx.createQuery("SELECT layer || external_id || id FROM feature")
                    .mapTo(String.class)
                    .set());
  }

  @Test
  void an_external_id_is_there_once_in_its_layer() {
    assertThat(COUNTY.features().stream().map(f -> f.layer() + " " + f.externalId()))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_townships_share_the_county_out_without_gap_or_overlap() {
    var parts = polygons(d -> d.attributes().get("level").equals("township"));
    var county = polygons(d -> d.attributes().get("level").equals("county")).get(0);
    assertThat(parts).hasSize(7);
    double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(sum).isCloseTo(county.getArea(), Offset.offset(county.getArea() * 1e-5));
    for (int i = 0; i < parts.size(); i++) {
      for (var other : parts.subList(i + 1, parts.size())) {
        assertThat(parts.get(i).intersection(other).getArea()).isLessThan(2_000);
      }
    }
  }

  private static List<Geometry> polygons(Predicate<LayerFeature> which) {
    return layer("division").stream().filter(which).map(d -> Plane.flat(d.geometry())).toList();
  }

  @Test
  void every_village_lies_in_its_township_and_the_people_of_both_agree() {
    for (var division : layer("division")) {
      if (division.attributes().get("level").equals("township")) {
        var here =
            layer("village").stream()
                .filter(v -> v.externalId().startsWith(division.externalId()))
                .toList();
        assertThat(here).allMatch(v -> division.geometry().contains(v.geometry()));
        assertThat(here.stream().mapToInt(v -> number(v, "population")).sum())
            .isEqualTo(number(division, "population"));
      }
    }
  }

  @Test
  void the_people_of_the_households_are_the_threatened_people_of_their_slope() {
    assertThat(layer("geohazard_point")).hasSizeGreaterThan(50);
    var shelters = layer("shelter").stream().map(LayerFeature::name).toList();
    for (var point : layer("geohazard_point")) {
      var households = rows(point, "households");
      assertThat(households.stream().mapToInt(h -> (int) h.get("people")).sum())
          .isEqualTo(number(point, "threatened_people"));
      assertThat(households).hasSize(number(point, "threatened_households"));
      assertThat(rows(point, "monitors")).isNotEmpty();
      assertThat((String) point.attributes().get("evacuation_route")).isNotBlank();
      assertThat(shelters).contains((String) point.attributes().get("shelter"));
      for (var household : households) {
        assertThat((int) household.get("elderly") + (int) household.get("children"))
            .isLessThanOrEqualTo((int) household.get("people"));
      }
    }
  }

  @Test
  void levels_of_a_reservoir_are_in_order_and_its_people_are_three() {
    for (var reservoir : layer("reservoir")) {
      var levels =
          Stream.of("dead", "flood_limit", "normal", "design", "check", "crest")
              .map(name -> real(reservoir, name + "_level_m"))
              .toList();
      assertThat(levels).isSorted().doesNotHaveDuplicates();
      assertThat(rows(reservoir, "responsible_persons").stream().map(p -> p.get("role")))
          .containsExactly("administrative", "technical", "patrol");
    }
  }

  @Test
  void volume_grows_by_no_less_than_the_area_below_and_no_more_than_the_area_above() {
    for (var reservoir : layer("reservoir")) {
      var table = rows(reservoir, "level_area_volume");
      assertThat(table).hasSizeGreaterThan(10);
      for (int i = 1; i < table.size(); i++) {
        double rise = real(table.get(i), "level_m") - real(table.get(i - 1), "level_m");
        double grown = real(table.get(i), "volume_m3") - real(table.get(i - 1), "volume_m3");
        assertThat(rise).isPositive();
        assertThat(grown)
            .isBetween(
                rise * real(table.get(i - 1), "area_m2") - 20,
                rise * real(table.get(i), "area_m2") + 20);
      }
      double check = real(reservoir, "check_level_m");
      for (var row : table) {
        assertThat(real(row, "level_m") <= check)
            .isEqualTo(real(row, "volume_m3") <= real(reservoir, "capacity_m3"));
      }
    }
  }

  @Test
  void a_reservoir_is_as_large_as_the_ground_below_its_normal_level() {
    for (var reservoir : layer("reservoir")) {
      double shore = Plane.flat(reservoir.geometry()).getArea();
      assertThat(real(reservoir, "area_m2")).isBetween(0.75 * shore, 1.25 * shore);
    }
  }

  @Test
  void discharge_rises_with_the_level_and_begins_at_nothing() {
    for (var layer : List.of("reservoir", "monitoring_station")) {
      for (var feature : layer(layer)) {
        var rating = rows(feature, "rating");
        for (int i = 1; i < rating.size(); i++) {
          assertThat(rating.get(0).get("discharge_m3s")).isEqualTo(0.0);
          assertThat(real(rating.get(i), "level_m"))
              .isGreaterThan(real(rating.get(i - 1), "level_m"));
          assertThat(real(rating.get(i), "discharge_m3s"))
              .isGreaterThan(real(rating.get(i - 1), "discharge_m3s"));
        }
      }
    }
    assertThat(layer("reservoir"))
        .allMatch(r -> rows(r, "rating").get(0).get("level_m").equals(real(r, "normal_level_m")));
  }

  @Test
  void stock_is_there_for_floods_and_forest_fires_and_nothing_is_negative() {
    var items = new HashSet<Object>();
    for (var depot : layer("depot")) {
      assertThat(rows(depot, "stock")).isNotEmpty().allMatch(s -> (int) s.get("quantity") > 0);
      rows(depot, "stock").forEach(s -> items.add(s.get("item")));
    }
    assertThat(items)
        .contains(
            "drainage_robot",
            "high_pressure_hose",
            "life_jacket",
            "blower",
            "fire_mop",
            "chainsaw");
    assertThat(layer("depot").stream().map(d -> d.attributes().get("owner")))
        .contains("government", "enterprise", "society");
  }

  @Test
  void a_shelter_has_room_for_as_many_as_its_kinds_of_room_together() {
    assertThat(layer("shelter"))
        .allMatch(
            s ->
                rows(s, "capacities").stream().mapToInt(c -> (int) c.get("people")).sum()
                    == number(s, "capacity"));
  }

  @Test
  void the_houses_of_the_8_degree_zone_hold_the_people_who_live_in_it() {
    var zone = layer("intensity8_zone").get(0);
    int living =
        layer("village").stream()
            .filter(v -> zone.geometry().contains(v.geometry()))
            .mapToInt(v -> number(v, "population"))
            .sum();
    assertThat(number(zone, "population")).isEqualTo(living);
    assertThat(rows(zone, "houses").stream().mapToInt(h -> (int) h.get("people")).sum())
        .isEqualTo(living);
  }

  @Test
  void there_are_risk_areas_of_all_four_colours() {
    assertThat(layer("risk_area").stream().map(r -> r.attributes().get("level")))
        .contains("red", "orange", "yellow", "blue");
  }

  @Test
  void lanes_and_breaks_have_a_width_a_condition_and_the_date_of_their_clearing() {
    for (var layer : List.of("fire_lane", "fire_break")) {
      for (var feature : layer(layer)) {
        assertThat(real(feature, "width_m")).isBetween(3.0, 40.0);
        assertThat(feature.attributes()).containsKeys("condition", "last_cleared");
        assertThat(LocalDate.parse((String) feature.attributes().get("last_cleared")).getYear())
            .isBetween(2024, 2025);
      }
    }
  }

  @Test
  void the_road_register_knows_as_many_bridges_as_its_roads_have() {
    long bridges =
        layer("road").stream()
            .filter(r -> r.attributes().containsKey("bridges"))
            .mapToLong(r -> rows(r, "bridges").size())
            .sum();
    var named = layer("road").stream().map(LayerFeature::name).collect(Collectors.toSet());
    var classes = Set.of("primary", "secondary", "tertiary", "unclassified");
    long edges =
        COUNTY.roads().edges().stream()
            .filter(e -> e.structure().isPresent() && classes.contains(e.roadClass()))
            .filter(e -> e.name().filter(named::contains).isPresent())
            .count();
    assertThat(bridges).isEqualTo(edges);
    assertThat(layer("road")).anyMatch(r -> r.attributes().get("dead_end").equals(true));
    assertThat(layer("road")).anyMatch(r -> r.attributes().containsKey("max_weight_t"));
  }

  @Test
  void towers_stand_on_high_ground_and_stations_of_rivers_at_their_river() {
    var rivers =
        new IndexedFacetDistance(
            XiOutline.GEOMETRIES.buildGeometry(
                layer("river").stream().map(r -> Plane.flat(r.geometry())).toList()));
    assertThat(layer("monitoring_station"))
        .filteredOn(s -> s.attributes().get("kind").equals("river"))
        .isNotEmpty()
        .allMatch(s -> rivers.distance(Plane.flat(s.geometry())) < 5);
    assertThat(layer("lookout_tower"))
        .allMatch(t -> rivers.distance(Plane.flat(t.geometry())) > 400);
  }

  @Test
  void nobody_can_be_called_and_nobody_has_a_name_that_people_have() {
    var telephones = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (var feature : COUNTY.features()) {
      note(feature.attributes(), telephones, names);
    }
    assertThat(telephones).hasSizeGreaterThan(3_000).allMatch(t -> t.matches("000-\\d{7}"));
    assertThat(names).hasSizeGreaterThan(2_000).allMatch(n -> n.matches("[样拟].."));
  }

  private static final Set<String> TELEPHONES = Set.of("phone", "duty_phone", "helper_phone");
  private static final Set<String> PERSONS =
      Set.of(
          "leader",
          "head",
          "helper",
          "keeper",
          "ranger",
          "watch",
          "river_chief",
          "responsible",
          "legal_representative");

  private static void note(Map<?, ?> facts, List<String> telephones, List<String> names) {
    facts.forEach(
        (name, value) -> {
          if (TELEPHONES.contains(name)) {
            telephones.add((String) value);
          } else if (PERSONS.contains(name)) {
            names.add((String) value);
          } else if (value instanceof List<?> rows) {
            rows.forEach(row -> note((Map<?, ?>) row, telephones, names));
          }
        });
  }

  private static List<LayerFeature> layer(String layer) {
    return COUNTY.features().stream().filter(f -> f.layer().equals(layer)).toList();
  }

  private static int number(LayerFeature feature, String name) {
    return (int) feature.attributes().get(name);
  }

  private static double real(LayerFeature feature, String name) {
    return real(feature.attributes(), name);
  }

  private static double real(Map<String, Object> facts, String name) {
    return ((Number) facts.get(name)).doubleValue();
  }

  @SuppressWarnings("unchecked") // tables are lists of rows
  private static List<Map<String, Object>> rows(LayerFeature feature, String name) {
    return (List<Map<String, Object>>) feature.attributes().getOrDefault(name, List.of());
  }
}
