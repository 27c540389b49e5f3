package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Slopes that threaten households, areas by the colour of their risk, and the 8-degree zone. */
final class HazardLayers {
  private static final int POINTS = 64;
  private static final List<String> ZONE = List.of("城南乡", "午城镇");
  private static final List<String> LEVELS = List.of("red", "orange", "yellow", "blue");

  private final Layers layers;
  private final Scene scene;
  private final Random dice = Noise.dice("hazards");
  private final Persons persons = new Persons("hazards", 50_000);

  private HazardLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  /** After the shelters. */
  static void into(Layers layers, Scene scene) {
    var hazards = new HazardLayers(layers, scene);
    hazards.geohazardPoints();
    hazards.riskAreas();
    hazards.intensityZone();
  }

  private void geohazardPoints() {
    var homes = new ArrayList<>(scene.homes());
    homes.removeIf(home -> home.kind() == Settlement.Kind.COMMUNITY || people(home) < 20);
    java.util.Collections.shuffle(homes, Noise.dice("threatened"));
    for (var home : homes.subList(0, Math.min(POINTS, homes.size()))) {
      geohazardPoint(home);
    }
  }

  private int people(Settlement home) {
    return scene.people().of(home);
  }

  private void geohazardPoint(Settlement home) {
    var at = steepest(home);
    var kind =
        List.of("landslide", "collapse", "unstable_slope", "landslide", "debris_flow")
            .get(dice.nextInt(5));
    var households = households(Math.min(people(home) / 2, 8 + dice.nextInt(110)));
    int threatened = households.stream().mapToInt(row -> (int) row.get("people")).sum();
    var shelter = shelter(home);
    layers.add(
        "geohazard_point",
        home.name() + label(kind),
        at,
        "code",
        "SYN-DZ-%03d".formatted(layers.of("geohazard_point").size() + 1),
        "kind",
        kind,
        "scale",
        dice.nextInt(5) == 0 ? "medium" : "small",
        "volume_m3",
        1_000.0 * (2 + dice.nextInt(60)),
        "threat",
        threatened >= 100 ? "medium" : "small",
        "stability",
        List.of("unstable", "fairly_stable", "fairly_stable").get(dice.nextInt(3)),
        "trigger",
        "降雨、坡脚开挖",
        "threatened_people",
        threatened,
        "threatened_households",
        households.size(),
        "threatened_property_wan",
        12.0 * households.size(),
        "threatened_things",
        "窑洞、院落、村道",
        "warning_signal",
        "鸣锣、高音喇叭",
        "evacuation_route",
        "沿" + home.name() + "路离开坡脚，步行至" + shelter,
        "shelter",
        shelter,
        "treatment",
        dice.nextInt(3) == 0 ? "坡面排水" : "群测群防",
        "monitors",
        monitors(),
        "households",
        households,
        "surveyed",
        "2025-05-0" + (1 + dice.nextInt(9)));
  }

  /** The steepest ground around a home. */
  private Coordinate steepest(Settlement home) {
    var terrain = scene.land().terrain();
    Coordinate best = home.centre();
    for (int turn = 0; turn < 16; turn++) {
      for (double away = 90; away < 330; away += 60) {
        double angle = turn * Math.PI / 8;
        var place =
            new Coordinate(
                home.centre().x + away * StrictMath.cos(angle),
                home.centre().y + away * StrictMath.sin(angle));
        int cell = scene.land().grid().at(place);
        if (terrain.insideM()[cell] > 100
            && scene.land().waterM(place) > 30
            && terrain.slope(cell) > terrain.slope(scene.land().grid().at(best))) {
          best = place;
        }
      }
    }
    return best;
  }

  private static String label(String kind) {
    return switch (kind) {
      case "landslide" -> "滑坡";
      case "collapse" -> "崩塌";
      case "debris_flow" -> "泥石流沟";
      default -> "不稳定斜坡";
    };
  }

  /** Households with together about so many people. */
  private List<Map<String, Object>> households(int about) {
    var rows = new ArrayList<Map<String, Object>>();
    for (int given = 0; given < Math.max(2, about); ) {
      int people = 1 + dice.nextInt(4);
      given += people;
      int elderly = Math.min(people, dice.nextInt(3));
      rows.add(
          Layers.row(
              "head", persons.name(),
              "people", people,
              "elderly", elderly,
              "children", Math.min(people - elderly, dice.nextInt(2)),
              "disabled", dice.nextInt(12) == 0 ? 1 : 0,
              "houses", 2 + dice.nextInt(4),
              "phone", persons.telephone(),
              "helper", persons.name(),
              "helper_phone", persons.telephone()));
    }
    return rows;
  }

  private List<Map<String, Object>> monitors() {
    var rows = new ArrayList<Map<String, Object>>();
    for (var role : List.of("group_monitor", "village_leader", "township_leader")) {
      rows.add(
          Layers.row(
              "role",
              role,
              "name_of",
              persons.name(),
              "phone",
              persons.telephone(),
              "frequency",
              role.equals("group_monitor") ? "汛期每日一次，雨时加密" : "每周一次"));
    }
    return rows;
  }

  private String shelter(Settlement home) {
    var at = Plane.lonLat(home.centre());
    return layers.of("shelter").stream()
        .min(java.util.Comparator.comparingDouble(s -> s.geometry().getCoordinate().distance(at)))
        .orElseThrow()
        .name();
  }

  private void riskAreas() {
    var points = layers.of("geohazard_point");
    for (int i = 0; i < points.size(); i += 3) {
      var point = points.get(i);
      int people = (int) point.attributes().get("threatened_people");
      var at = Plane.flat(point.geometry());
      var level = people >= 90 ? "red" : people >= 50 ? "orange" : people >= 20 ? "yellow" : "blue";
      risk(point.name() + "风险区", round(at, 180), "geological", level, people, "自然资源局（合成）");
    }
    for (var town : scene.towns()) {
      var river = nearestRiver(town);
      var part = river.intersection(round(XiOutline.GEOMETRIES.createPoint(town.centre()), 1_500));
      risk(
          town.name() + "山洪风险区",
          round(part, 130),
          "flash_flood",
          town.equals(scene.seat()) ? "orange" : "yellow",
          scene.people().of(town) / 20,
          "水利局（合成）");
    }
    for (int i = 0; i < Math.min(14, scene.forests().size()); i++) {
      var wood = scene.forests().get(i);
      var home = scene.nearestHome(wood.getInteriorPoint().getCoordinate());
      risk(
          home.name() + "林区森林火险区",
          wood,
          "forest_fire",
          LEVELS.get(Math.min(3, i / 3)),
          0,
          "林业局（合成）");
    }
  }

  private Geometry nearestRiver(Settlement town) {
    var at = XiOutline.GEOMETRIES.createPoint(town.centre());
    return scene.land().rivers().rivers().stream()
        .min(java.util.Comparator.comparingDouble(r -> r.line().distance(at)))
        .orElseThrow()
        .line();
  }

  private Geometry round(Geometry shape, double reachM) {
    var area = TopologyPreservingSimplifier.simplify(BufferOp.bufferOp(shape, reachM, 4), 12);
    return area.intersection(scene.land().outline()).norm();
  }

  private void risk(
      String name, Geometry area, String kind, String level, int people, String department) {
    layers.add(
        "risk_area",
        name,
        area,
        "kind",
        kind,
        "level",
        level,
        "people",
        people,
        "basis",
        "样例推算，未经评估",
        "measures",
        "巡查、预警、转移",
        "department",
        department,
        "responsible",
        persons.name(),
        "phone",
        persons.telephone(),
        "assessed",
        "2025-02-20");
  }

  /**
   * Invented: which ground of the true county lies in a zone of intensity VIII is not known here.
   */
  private void intensityZone() {
    var parts = new ArrayList<Polygon>();
    int people = 0;
    for (var name : ZONE) {
      var town = scene.town(name);
      parts.add(scene.townships().polygons().get(town.code()));
      people += scene.people().of(town);
    }
    var zone = XiOutline.GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new)).union();
    layers.add(
        "intensity8_zone",
        "8度设防样例区",
        zone.norm(),
        "intensity",
        "VIII",
        "pga_g",
        "0.20",
        "site_class",
        "II",
        "population",
        people,
        "houses",
        houses(people),
        "surveyed",
        "2025-01-15");
  }

  /** The people shared out over kinds of houses, 2.42 to a household. */
  private static List<Map<String, Object>> houses(int people) {
    var kinds =
        List.of(
            "loess_cave",
            "stone_cave",
            "brick_timber",
            "earth_timber",
            "masonry",
            "reinforced_concrete");
    var shares = List.of(0.18, 0.22, 0.14, 0.08, 0.28, 0.10);
    var rows = new ArrayList<Map<String, Object>>();
    int left = people;
    for (int i = 0; i < kinds.size(); i++) {
      boolean last = i == kinds.size() - 1;
      int here = last ? left : (int) (people * shares.get(i));
      left -= here;
      int households = (int) Math.rint(here / 2.42);
      rows.add(
          Layers.row(
              "structure",
              kinds.get(i),
              "built_before",
              i < 4 ? 1990 : 2015,
              "buildings",
              last ? Math.max(1, households / 24) : households,
              "area_m2",
              92.0 * households,
              "households",
              households,
              "people",
              here,
              "fortified",
              i >= 4));
    }
    return rows;
  }
}
