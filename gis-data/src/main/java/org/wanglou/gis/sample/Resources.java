package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.layer.Provenance;

/**
 * What the county has to help with, and the people who may need it: stations, hospitals, depots,
 * shelters, water, teams, villages. Institutions and figures are invented.
 */
final class Resources {
  private static final List<RoadKind> IN_TOWN =
      List.of(RoadKind.STREET, RoadKind.AVENUE, RoadKind.LANE);
  private static final List<RoadKind> OUTSIDE =
      List.of(RoadKind.TRACK, RoadKind.VILLAGE, RoadKind.COUNTY);
  private static final int CISTERNS = 34;
  private static final int HYDRANTS = 12;
  private static final double SEAT_ACCURACY_M = 2_000;

  private final List<LayerFeature> features = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Roadsides plots;
  private final List<Settlement> towns;
  private final Settlement seat;

  private Resources(Roadsides plots, List<Settlement> towns) {
    this.plots = plots;
    this.towns = towns;
    this.seat = towns.get(0);
  }

  static List<LayerFeature> of(
      Land land, Population people, List<Polygon> forests, Roadsides plots) {
    var towns = people.settlements().stream().filter(Settlement::isTown).toList();
    var resources = new Resources(plots, towns);
    resources.people(people);
    resources.rescue();
    resources.health();
    resources.depots();
    resources.shelters();
    resources.teams();
    resources.waters(land, forests);
    return resources.features;
  }

  private void people(Population people) {
    for (var s : people.settlements()) {
      if (s.kind() != Settlement.Kind.GROUP) {
        features.add(
            feature(
                s.isTown() ? "township" : "village",
                s.code(),
                s.name(),
                s.centre(),
                Map.of("code", s.code(), "population", people.of(s))));
      }
    }
  }

  private void rescue() {
    in(seat, 0, "fire_station", "隰县消防救援站", Map.of());
    in(seat, -900, "fire_station", "隰县政府专职消防队", Map.of());
    for (var name : List.of("午城镇", "黄土镇", "下李乡")) {
      in(town(name), 0, "fire_station", name + "专职消防队", Map.of());
    }
    in(seat, 200, "police", "隰县公安局", Map.of());
    in(seat, -500, "police", "隰县公安局交警大队", Map.of());
    for (var town : towns) {
      in(town, 60, "police", stem(town) + "派出所", Map.of());
    }
  }

  private void health() {
    in(seat, 400, "hospital", "隰县人民医院", Map.of("kind", "hospital", "beds", 320, "emergency", true));
    in(
        seat,
        -300,
        "hospital",
        "隰县中医医院",
        Map.of("kind", "hospital", "beds", 130, "emergency", true));
    for (var town : towns.subList(1, towns.size())) {
      boolean centre = town.name().endsWith("镇");
      in(
          town,
          -100,
          "hospital",
          town.name() + (centre ? "中心卫生院" : "卫生院"),
          Map.of("kind", "clinic", "beds", centre ? 40 : 18, "emergency", centre));
    }
    in(seat, 450, "ambulance_station", "隰县120急救站", Map.of());
  }

  private void depots() {
    depot(seat, -800, "隰县应急物资储备库", "county", Map.of("tent", 400, "quilt", 1_600, "generator", 12));
    depot(
        seat,
        700,
        "隰县防汛抗旱物资库",
        "county",
        Map.of("sandbag", 24_000, "pump", 18, "life_jacket", 300));
    depot(
        town("午城镇"),
        150,
        "隰县森林防火物资库",
        "county",
        Map.of("blower", 120, "hand_tool", 600, "portable_pump", 16));
    for (var town : towns) {
      var stock = Map.of("tent", 20, "sandbag", 1_500, "hand_tool", 60);
      depot(town, -200, town.name() + "应急物资储备点", "township", stock);
    }
  }

  private void depot(
      Settlement town, double along, String name, String level, Map<String, Integer> stock) {
    var rows =
        new TreeMap<>(stock)
            .entrySet().stream()
                .map(it -> new TreeMap<>(Map.of("item", it.getKey(), "quantity", it.getValue())))
                .toList();
    in(town, along, "depot", name, Map.of("level", level, "owner", "government", "stock", rows));
  }

  private void shelters() {
    var schools = List.of("第一中学", "第二中学", "第三中学", "实验小学", "南街小学", "职业学校");
    for (int i = 0; i < schools.size(); i++) {
      var name = "隰县" + schools.get(i);
      school(seat, 850 - 340 * i, name, 2_400 - 260 * i, i != 4);
    }
    for (var town : towns.subList(1, towns.size())) {
      school(town, 220, town.name() + "中心学校", town.name().endsWith("镇") ? 900 : 550, true);
    }
    in(
        seat,
        -1_050,
        "shelter",
        "隰县体育场避难场所",
        Map.of("kind", "stadium", "capacity", 6_000, "accepts_coaches", true));
  }

  private void school(Settlement town, double along, String name, int places, boolean coaches) {
    var school = in(town, along, "school", name, Map.of("kind", "school", "capacity", places));
    features.add(
        feature(
            "shelter",
            id("shelter"),
            name + "避难场所",
            school,
            Map.of("kind", "school", "capacity", places / 2, "accepts_coaches", coaches)));
  }

  private void teams() {
    team(seat, "隰县民兵应急连", 60, "rescue");
    team(seat, "隰县防汛抢险队", 40, "water_rescue");
    team(seat, "隰县矿山救护队", 27, "mine_rescue");
    team(seat, "隰县公路应急抢通队", 24, "road_clearing");
    for (var name : List.of("午城镇", "黄土镇", "下李乡")) {
      team(town(name), name + "森林消防队", 36, "forest_fire");
    }
    for (var town : towns.subList(1, towns.size())) {
      team(town, town.name() + "民兵应急排", 25, "rescue");
    }
  }

  private void team(Settlement town, String name, int people, String specialty) {
    in(town, -40, "team", name, Map.of("people", people, "specialty", specialty));
  }

  private void waters(Land land, List<Polygon> forests) {
    var woods = XiOutline.GEOMETRIES.createMultiPolygon(forests.toArray(Polygon[]::new));
    var near = new org.locationtech.jts.operation.distance.IndexedFacetDistance(woods);
    for (int i = 0; i < CISTERNS; i++) {
      var plot =
          plots.anywhere(
              "cistern" + i,
              p -> near.distance(XiOutline.GEOMETRIES.createPoint(p)) < 400,
              OUTSIDE);
      var volume = List.of(30.0, 50.0, 100.0, 200.0).get(i % 4);
      put(plot, "cistern", (i + 1) + "号防火蓄水池", Map.of("kind", "cistern", "volume_m3", volume));
    }
    for (int i = 0; i < HYDRANTS; i++) {
      in(seat, 1_050 - 190 * i, "cistern", "县城" + (i + 1) + "号消火栓", Map.of("kind", "hydrant"));
    }
    for (var lake : land.reservoirs().all()) {
      if (!lake.pond()) {
        var area = Math.rint(lake.shore().getArea() / 100) * 100;
        put(
            lake.shore().getInteriorPoint().getCoordinate(),
            "reservoir",
            lake.name() + Names.MARK,
            Map.of("area_m2", area, "capacity_m3", area * 6));
      }
    }
    for (var town : List.of(seat, town("午城镇"), town("黄土镇"), town("寨子乡"))) {
      in(town, 350, "helipad", stem(town) + "直升机起降点", Map.of("surface", "concrete"));
    }
  }

  private Settlement town(String name) {
    return towns.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static String stem(Settlement town) {
    return town.name().substring(0, town.name().length() - 1);
  }

  private Coordinate in(
      Settlement town, double along, String layer, String name, Map<String, Object> attributes) {
    var plot = plots.near(town.place(along, 0), IN_TOWN);
    put(plot, layer, name, attributes);
    return plot;
  }

  private void put(Coordinate plot, String layer, String name, Map<String, Object> attributes) {
    features.add(feature(layer, id(layer), name, plot, attributes));
  }

  private String id(String layer) {
    return "xixian-" + layer + "-" + counts.merge(layer, 1, Integer::sum);
  }

  private LayerFeature feature(
      String layer, String id, String name, Coordinate plot, Map<String, Object> attributes) {
    return new LayerFeature(
        layer,
        id,
        name,
        XiOutline.GEOMETRIES.createPoint(Plane.lonLat(plot)),
        Collections.unmodifiableMap(new TreeMap<>(attributes)), // always in the same order
        Provenance.SYNTHETIC,
        id.equals(seat.code()) ? Optional.of(SEAT_ACCURACY_M) : Optional.empty());
  }
}
