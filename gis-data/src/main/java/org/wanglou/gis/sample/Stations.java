package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Where rain, water, weather, slopes and woods are watched. */
final class Stations {
  private static final double RATING = 9; // discharge at one metre of depth, m³/s

  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("stations", 30_000);
  private int code = 1;

  private Stations(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  /** After the layers with reservoirs, geohazard points and lookout towers. */
  static void into(Layers layers, Scene scene) {
    var stations = new Stations(layers, scene);
    stations.rain();
    stations.rivers();
    stations.others();
  }

  private void rain() {
    for (var town : scene.towns()) {
      add(town.name() + "雨量站", town.place(30, 90), "rain", "PP");
    }
    var villages =
        scene.villages().stream().filter(v -> v.kind() == Settlement.Kind.VILLAGE).toList();
    for (int i = 0; i < villages.size(); i += 2) {
      var village = villages.get(i);
      add(
          village.name() + "雨量站",
          new Coordinate(village.centre().x + 35, village.centre().y + 30),
          "rain",
          "PP");
    }
    add("隰县气象站", scene.seat().place(-1_000, 420), "weather", "MM");
  }

  private void rivers() {
    for (var course : scene.land().rivers().rivers()) {
      if (course.rank() <= 2 && course.line().getLength() > 4_000) {
        var line = new LengthIndexedLine(course.line());
        gauge(course, line.extractPoint(line.getEndIndex() * 0.85), "下游");
        if (course.line().getLength() > 25_000) {
          gauge(course, line.extractPoint(line.getEndIndex() * 0.4), "中游");
        }
      }
    }
  }

  private void gauge(Rivers.Course course, Coordinate at, String where) {
    double zero = Scene.cents(scene.heightM(at) - 0.5);
    double warning = Scene.cents(zero + 2.5 + (course.rank() == 1 ? 1 : 0));
    var home = scene.nearestHome(at);
    layers.add(
        "monitoring_station",
        course.name() + where + "水文站" + Names.MARK,
        at,
        "code",
        code(),
        "kind",
        "river",
        "hydro_type",
        "ZQ",
        "river",
        course.name() + Names.MARK,
        "datum_m",
        zero,
        "warning_level_m",
        warning,
        "guarantee_level_m",
        Scene.cents(warning + 1.2),
        "historic_level_m",
        Scene.cents(warning + 1.9),
        "rating",
        rating(zero, course.rank()),
        "warns_villages",
        home.name(),
        "operator",
        "县水文站（合成）",
        "phone",
        persons.telephone());
  }

  private static List<Map<String, Object>> rating(double zero, int rank) {
    var rows = new ArrayList<Map<String, Object>>();
    for (double depth = 0; depth <= 7; depth += 0.5) {
      double discharge = RATING / rank * depth * Math.sqrt(depth) * (1 + 0.2 * depth);
      rows.add(
          Layers.row(
              "level_m", Scene.cents(zero + depth), "discharge_m3s", Scene.cents(discharge)));
    }
    return rows;
  }

  private void others() {
    for (var reservoir : layers.of("reservoir")) {
      var shore = reservoir.geometry().getInteriorPoint().getCoordinate();
      add(
          reservoir.name().replace(Names.MARK, "") + "水位站",
          Plane.place(shore.x, shore.y),
          "reservoir",
          "RR");
    }
    var points = layers.of("geohazard_point");
    for (int i = 0; i < points.size(); i += 4) {
      var at = points.get(i).geometry().getCoordinate();
      add(points.get(i).name() + "位移监测", Plane.place(at.x, at.y), "geohazard", null);
    }
    for (var tower : layers.of("lookout_tower")) {
      var at = tower.geometry().getCoordinate();
      add(tower.name() + "林火监控", Plane.place(at.x, at.y), "fire_watch", null);
    }
    for (var mine : layers.of("mine")) {
      var at = mine.geometry().getInteriorPoint().getCoordinate();
      add(mine.name() + "安全监测", Plane.place(at.x, at.y), "mine", null);
    }
    for (var gas : layers.of("gas_station").subList(0, 3)) {
      var at = gas.geometry().getCoordinate();
      add(gas.name() + "泄漏监测", Plane.place(at.x, at.y), "gas", null);
    }
    add("隰县地震台", scene.seat().place(-1_050, -420), "seismic", null);
  }

  private void add(String name, Coordinate at, String kind, String hydroType) {
    layers.add(
        "monitoring_station",
        name,
        at,
        "code",
        code(),
        "kind",
        kind,
        "hydro_type",
        hydroType,
        "operator",
        "县监测中心（合成）",
        "phone",
        persons.telephone());
  }

  private String code() {
    return "SYN%05d".formatted(code++);
  }
}
