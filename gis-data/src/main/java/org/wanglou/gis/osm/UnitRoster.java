package org.wanglou.gis.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.layer.Provenance;

/**
 * Invents units for a country whose real ones nobody has told, so that the map lives from the first
 * minute: plausible vehicles at the real stations, all SYNTHETIC. Without any station they stand at
 * the largest places.
 */
final class UnitRoster {
  /** Vehicles of one kind: what they are called, who sits in them, what they can do. */
  @SuppressWarnings("ImmutableEnumChecker") // the list is made by List.of
  private enum Kind {
    ENGINE("消防", "fire_engine", "fire_engine", 6, "firefighting", "rescue"),
    TANKER("水罐", "water_tanker", "fire_engine", 3, "water_supply", "firefighting"),
    LADDER("云梯", "ladder_truck", "fire_engine", 3, "high_angle", "rescue", "firefighting"),
    RESCUE("抢险救援", "rescue_truck", "fire_engine", 5, "rescue", "hazmat"),
    FOREST("森林消防", "forest_fire_crew", "off_road", 8, "forest_fire", "firefighting"),
    COMMAND("指挥", "command_car", "car", 3, "command"),
    AMBULANCE("救护", "ambulance", "ambulance", 3, "medical"),
    POLICE("警务", "police_car", "car", 2, "traffic_control", "evacuation");

    private final String noun;
    private final String type;
    private final String profile;
    private final int crew;
    private final List<String> capabilities;

    Kind(String noun, String type, String profile, int crew, String... capabilities) {
      this.noun = noun;
      this.type = type;
      this.profile = profile;
      this.crew = crew;
      this.capabilities = List.of(capabilities);
    }
  }

  /** More than this no dispatcher oversees; an extract of a province has more stations. */
  private static final int MOST_UNITS = 300;

  private static final int PLACES_WITHOUT_STATIONS = 3;

  private final List<LayerFeature> features;
  private final List<UnitSeed> units = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  UnitRoster(List<LayerFeature> features) {
    this.features = features;
  }

  List<UnitSeed> make() {
    fireStations();
    for (var station : of("police")) {
      station(station, Kind.POLICE, Kind.POLICE);
    }
    var ambulances = of("ambulance_station");
    for (var station : ambulances) {
      station(station, Kind.AMBULANCE, Kind.AMBULANCE);
    }
    for (var hospital : hospitals()) {
      station(hospital, Kind.AMBULANCE);
      if (ambulances.isEmpty()) {
        station(hospital, Kind.AMBULANCE);
      }
    }
    if (units.isEmpty()) {
      for (var place : largestPlaces()) {
        station(place, Kind.ENGINE, Kind.POLICE, Kind.AMBULANCE);
      }
    }
    return units.subList(0, Math.min(MOST_UNITS, units.size()));
  }

  /** Each has an engine and, in turn, a tanker, a forest crew or a rescue truck. */
  private void fireStations() {
    var seconds = List.of(Kind.TANKER, Kind.FOREST, Kind.RESCUE);
    var stations = of("fire_station");
    for (int i = 0; i < stations.size(); i++) {
      station(stations.get(i), Kind.ENGINE, seconds.get(i % seconds.size()));
      if (i == 0) {
        station(stations.get(i), Kind.ENGINE, Kind.LADDER, Kind.RESCUE, Kind.COMMAND);
      }
    }
  }

  private void station(LayerFeature base, Kind... kinds) {
    for (var kind : kinds) {
      int number = numbers.merge(base.name() + kind.noun, 1, Integer::sum);
      units.add(
          new UnitSeed(
              base.name() + " " + kind.noun + number + "号车",
              kind.type,
              kind.profile,
              kind.capabilities,
              kind.crew,
              base.externalId(),
              base.name(),
              (Point) base.geometry(),
              Provenance.SYNTHETIC));
    }
  }

  private List<LayerFeature> of(String layer) {
    return features.stream().filter(feature -> feature.layer().equals(layer)).toList();
  }

  private List<LayerFeature> hospitals() {
    return of("hospital").stream()
        .filter(feature -> feature.attributes().get("kind").equals("hospital"))
        .toList();
  }

  private List<LayerFeature> largestPlaces() {
    var places = new ArrayList<>(of("township"));
    places.addAll(of("village"));
    places.sort(Comparator.comparingInt(place -> -population(place)));
    return places.subList(0, Math.min(PLACES_WITHOUT_STATIONS, places.size()));
  }

  private static int population(LayerFeature place) {
    return place.attributes().get("population") instanceof Integer people ? people : 0;
  }
}
