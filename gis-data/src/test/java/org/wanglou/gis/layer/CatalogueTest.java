package org.wanglou.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.TestDatabase;

class CatalogueTest {
  private static TestDatabase db;
  private static List<LayerType> all;

  @BeforeAll
  static void read() {
    db = TestDatabase.fresh("gis");
    all = db.database().reference(LayerTypes::all);
  }

  @AfterAll
  static void close() {
    db.close();
  }

  @Test
  void every_built_in_layer_of_the_design_is_there_and_says_who_keeps_it() {
    assertThat(all)
        .extracting(LayerType::id)
        .containsExactlyInAnyOrder(
            "division",
            "township",
            "village",
            "road",
            "river",
            "reservoir",
            "dam",
            "flood_work",
            "monitoring_station",
            "forest_compartment",
            "fire_lane",
            "fire_break",
            "cistern",
            "lookout_tower",
            "geohazard_point",
            "risk_area",
            "intensity8_zone",
            "shelter",
            "school",
            "fire_station",
            "police",
            "ambulance_station",
            "hospital",
            "team",
            "helipad",
            "depot",
            "enterprise",
            "mine",
            "gas_pipeline",
            "gas_station",
            "hidden_danger");
    assertThat(all)
        .allSatisfy(
            type -> {
              assertThat(type.builtIn()).isTrue();
              assertThat(type.source()).isPresent();
              assertThat(type.updateRule()).isPresent();
              assertThat(type.attributes()).isNotEmpty();
            });
  }

  @Test
  void every_enumeration_names_its_source() {
    assertThat(
            attributes()
                .filter(Attribute::enumerated)
                .filter(it -> it.source().isEmpty())
                .map(Attribute::name))
        .isEmpty();
    assertThat(attribute("enterprise", "industry").source()).contains("GB/T 4754-2017");
    assertThat(attribute("enterprise", "industry").values()).hasSize(20);
  }

  @Test
  void a_reservoir_has_its_levels_its_tables_and_three_responsible_persons() {
    var reservoir = type("reservoir");
    assertThat(reservoir.attributes())
        .extracting(Attribute::name)
        .contains(
            "flood_limit_level_m",
            "normal_level_m",
            "design_level_m",
            "check_level_m",
            "dead_level_m",
            "capacity_m3",
            "area_m2");
    assertThat(attribute("reservoir", "level_area_volume").columns())
        .extracting(Attribute::name)
        .containsExactly("level_m", "area_m2", "volume_m3");
    assertThat(attribute("reservoir", "rating").type()).isEqualTo(Attribute.Type.TABLE);
    assertThat(attribute("reservoir", "responsible_persons").columns().get(0).values())
        .extracting(Attribute.Value::code)
        .containsExactly("administrative", "technical", "patrol");
  }

  @Test
  void a_depot_knows_its_owner_and_what_lies_in_it_with_quantity_unit_and_expiry() {
    assertThat(attribute("depot", "owner").values())
        .extracting(it -> it.label().zh())
        .containsExactly("政府", "企业", "社会");
    var stock = attribute("depot", "stock").columns();
    assertThat(stock).extracting(Attribute::name).contains("item", "quantity", "unit", "expires");
    assertThat(stock.get(0).values())
        .extracting(it -> it.label().zh())
        .contains("排水机器人", "高压水带", "移动泵车");
  }

  @Test
  void units_stand_with_every_measured_attribute() {
    assertThat(
            attributes()
                .filter(it -> it.name().matches(".*_(m|m2|m3|km|km2|mm|t|ha|m3s|min|years)"))
                .filter(it -> it.unit().isEmpty())
                .map(Attribute::name))
        .isEmpty();
  }

  @Test
  void a_schema_that_is_written_is_read_as_it_was() {
    assertThat(all)
        .allSatisfy(
            type ->
                assertThat(SchemaJson.read(SchemaJson.write(type.attributes())))
                    .isEqualTo(type.attributes()));
  }

  private static Stream<Attribute> attributes() {
    return all.stream()
        .flatMap(type -> type.attributes().stream())
        .flatMap(it -> Stream.concat(Stream.of(it), it.columns().stream()));
  }

  private static LayerType type(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static Attribute attribute(String layer, String name) {
    return type(layer).attribute(name).orElseThrow();
  }
}
