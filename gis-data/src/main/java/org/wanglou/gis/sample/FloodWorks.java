package org.wanglou.gis.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** What was built against floods: silt dams in the gullies, dikes and revetments beside towns. */
final class FloodWorks {
  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("flood works", 25_000);

  private FloodWorks(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var works = new FloodWorks(layers, scene);
    for (var lake : scene.land().reservoirs().all()) {
      if (lake.pond()) {
        works.checkDam(lake);
      }
    }
    works.besideTowns();
  }

  private void checkDam(Reservoirs.Reservoir pond) {
    var basin = Basin.of(scene.terrain(), pond.basin());
    var at = scene.land().grid().middle(pond.dam());
    var home = scene.nearestHome(at);
    layers.add(
        "flood_work",
        home.name() + "淤地坝",
        at,
        "kind",
        "check_dam",
        "capacity_m3",
        basin.volumeM3(pond.levelM()),
        "crest_level_m",
        Scene.cents(pond.crestM()),
        "protected_people",
        scene.below(pond.dam()).stream().mapToInt(scene.people()::of).sum(),
        "condition",
        "usable",
        "checked",
        "2025-05-2" + (layers.of("flood_work").size() % 10),
        "responsible_persons",
        charge("巡查责任人", home.name() + "村委会（合成）"));
  }

  private List<Map<String, Object>> charge(String role, String department) {
    return List.of(
        Layers.row(
            "role",
            role,
            "name_of",
            persons.name(),
            "department",
            department,
            "phone",
            persons.telephone()));
  }

  /** Dikes and other works where towns lie beside rivers. */
  private void besideTowns() {
    for (var town : scene.towns()) {
      var river =
          scene.land().rivers().rivers().stream()
              .min(
                  Comparator.comparingDouble(
                      r -> r.line().distance(XiOutline.GEOMETRIES.createPoint(town.centre()))))
              .orElseThrow();
      boolean seat = town.equals(scene.seat());
      var dike = beside(river.line(), town.centre(), seat ? 1_900 : 800, 48);
      var name = river.name().isEmpty() ? "无名支沟" : river.name();
      work(
          town,
          name + town.name() + "段堤防",
          dike,
          seat ? "dike" : "revetment",
          name,
          seat ? 30 : 20);
      work(
          town,
          name + town.name() + "险工段",
          beside(river.line(), town.centre(), 180, -48),
          "dangerous_section",
          name,
          10);
    }
    var seat = scene.seat();
    layers.add(
        "flood_work",
        "县城下穿通道易涝点",
        scene.plots().near(seat.place(300, 120), List.of(RoadKind.AVENUE)),
        "kind",
        "underpass",
        "condition",
        "limited",
        "checked",
        "2025-06-02",
        "responsible_persons",
        charge("值守责任人", "县住建局（合成）"));
  }

  private void work(
      Settlement town, String name, LineString shape, String kind, String river, int years) {
    layers.add(
        "flood_work",
        name + Names.MARK,
        shape,
        "kind",
        kind,
        "grade",
        years >= 30 ? "4" : "5",
        "river",
        river + Names.MARK,
        "protects_return_years",
        years,
        "protected_people",
        scene.people().of(town) / 3,
        "length_m",
        Math.rint(shape.getLength()),
        "crest_level_m",
        Scene.cents(scene.heightM(shape.getCoordinateN(0)) + 3),
        "condition",
        kind.equals("dangerous_section") ? "limited" : "usable",
        "checked",
        "2025-05-12",
        "responsible_persons",
        charge("防汛责任人", town.name() + "政府（合成）"));
  }

  private static LineString beside(LineString river, Coordinate near, double halfM, double aside) {
    var line = new LengthIndexedLine(river);
    double at = line.project(near);
    double from = Math.max(0, at - halfM);
    double to = Math.min(line.getEndIndex(), at + halfM);
    int steps = Math.max(2, (int) ((to - from) / 60));
    var places = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      places[i] = line.extractPoint(from + (to - from) * i / steps, aside);
    }
    return XiOutline.GEOMETRIES.createLineString(Curves.smooth(places, 1));
  }
}
