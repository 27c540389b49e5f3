package org.wanglou.command.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * What exposure asks a layer.
 *
 * @param sums attributes whose numbers are added up; those the layer's schema does not have are
 *     passed over
 */
record Exposed(String layer, List<String> sums) {
  /** People first, then what threatens, then what is needed. */
  static final List<Exposed> ALL =
      List.of(
          of("village", "population", "households", "elderly", "children", "disabled"),
          of("school", "pupils", "boarders", "staff", "capacity"),
          of("hospital", "beds", "icu_beds", "staff"),
          of("enterprise", "employees"),
          of("mine", "underground_people", "downstream_people"),
          of(
              "geohazard_point",
              "threatened_people",
              "threatened_households",
              "threatened_property_wan"),
          of("risk_area", "people"),
          of("hidden_danger"),
          of("gas_pipeline"),
          of("gas_station", "storage_m3"),
          of("reservoir", "capacity_m3", "downstream_people"),
          of("dam"),
          of("road"),
          of("shelter", "capacity"),
          of("depot"),
          of("cistern", "volume_m3"),
          of("team", "people", "vehicles"),
          of("fire_station", "people", "vehicles"),
          of("ambulance_station", "ambulances"),
          of("police", "people"),
          of("helipad"),
          of("forest_compartment"),
          of("monitoring_station"));

  private static Exposed of(String layer, String... sums) {
    return new Exposed(layer, Stream.of(sums).toList());
  }
}
