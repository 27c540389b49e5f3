package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Rivers, and reservoirs with their dams, tables and three responsible persons. */
final class WaterLayers {
  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("waters", 20_000);

  private WaterLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var waters = new WaterLayers(layers, scene);
    waters.rivers();
    waters.reservoirs();
  }

  private void rivers() {
    var byName = new LinkedHashMap<String, List<Rivers.Course>>();
    int unnamed = 0;
    for (var course : scene.land().rivers().rivers()) {
      var name = course.name().isEmpty() ? "无名支沟" + ++unnamed : course.name();
      byName.computeIfAbsent(name + Names.MARK, k -> new ArrayList<>()).add(course);
    }
    byName.forEach(this::river);
  }

  private void river(String name, List<Rivers.Course> courses) {
    var lines = courses.stream().map(Rivers.Course::line).toArray(LineString[]::new);
    var shape = lines.length == 1 ? lines[0] : XiOutline.GEOMETRIES.createMultiLineString(lines);
    var first = courses.get(0);
    double catchmentKm2 = Math.rint(first.areaM2() / 1e5) / 10;
    layers.add(
        "river",
        name,
        shape,
        "level",
        first.rank() == 1 ? "main" : first.rank() == 2 ? "tributary" : "gully",
        "basin",
        "黄河流域",
        "catchment_km2",
        catchmentKm2,
        "length_km",
        Scene.cents(shape.getLength() / 1_000),
        "safe_discharge_m3s",
        Scene.rounded(6 * Math.sqrt(catchmentKm2), 5),
        "river_chief",
        persons.name(),
        "phone",
        persons.telephone());
  }

  private void reservoirs() {
    for (var lake : scene.land().reservoirs().all()) {
      if (!lake.pond()) {
        reservoir(lake);
      }
    }
  }

  private void reservoir(Reservoirs.Reservoir lake) {
    var basin = Basin.of(scene.terrain(), lake.basin());
    double normal = Scene.cents(lake.levelM());
    double crest = Scene.cents(lake.crestM());
    double limit = Scene.cents(normal - 1);
    double design = Scene.cents(normal + 1.6);
    double check = Scene.cents(normal + 2.8);
    double dead = Scene.cents(basin.bedM() + 0.3 * (normal - basin.bedM()));
    double capacity = basin.volumeM3(check);
    double widthM = 18 + 6 * Math.rint(lake.shore().getArea() / 200_000);
    var below = scene.below(lake.dam());
    var name = lake.name() + Names.MARK;
    var responsible = responsible(lake);
    layers.add(
        "reservoir",
        name,
        lake.shore(),
        "code",
        "SYN-SK-" + (layers.of("reservoir").size() + 1),
        "scale",
        scale(capacity),
        "river",
        riverAt(lake),
        "catchment_km2",
        catchmentKm2(lake),
        "capacity_m3",
        capacity,
        "flood_storage_m3",
        capacity - basin.volumeM3(limit),
        "useful_storage_m3",
        basin.volumeM3(normal) - basin.volumeM3(dead),
        "area_m2",
        basin.areaM2(normal),
        "dead_level_m",
        dead,
        "flood_limit_level_m",
        limit,
        "normal_level_m",
        normal,
        "design_level_m",
        design,
        "check_level_m",
        check,
        "crest_level_m",
        crest,
        "datum",
        "合成高程，无基准",
        "design_return_years",
        50,
        "check_return_years",
        500,
        "dam_kind",
        "earth",
        "dam_height_m",
        Scene.cents(crest - basin.bedM()),
        "dam_safety",
        "2",
        "spillway_discharge_m3s",
        Basin.dischargeM3s(widthM, normal, check),
        "downstream_people",
        below.stream().mapToInt(scene.people()::of).sum(),
        "downstream_villages",
        names(below),
        "level_area_volume",
        basin.levelAreaVolume(crest),
        "rating",
        Basin.rating(widthM, normal, crest),
        "responsible_persons",
        responsible,
        "plan_approved",
        "2025-04-18");
    dam(lake, name, basin.bedM(), responsible);
  }

  private void dam(
      Reservoirs.Reservoir lake, String of, double bedM, List<Map<String, Object>> responsible) {
    var line = across(lake.dam(), 110);
    layers.add(
        "dam",
        lake.name() + "大坝" + Names.MARK,
        line,
        "kind",
        "earth",
        "reservoir",
        of,
        "height_m",
        Scene.cents(lake.crestM() - bedM),
        "length_m",
        Math.rint(line.getLength()),
        "crest_level_m",
        Scene.cents(lake.crestM()),
        "crest_width_m",
        5.0,
        "safety",
        "2",
        "built_year",
        1974,
        "responsible_persons",
        responsible);
  }

  private List<Map<String, Object>> responsible(Reservoirs.Reservoir lake) {
    var roles = List.of("administrative", "technical", "patrol");
    var posts = List.of("副县长", "工程师", "巡查员");
    var departments = List.of("县政府（合成）", "县水利局（合成）", lake.name() + "管理所（合成）");
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < roles.size(); i++) {
      rows.add(
          Layers.row(
              "role", roles.get(i),
              "name_of", persons.name(),
              "post", posts.get(i),
              "department", departments.get(i),
              "phone", persons.telephone()));
    }
    return rows;
  }

  private static String names(List<Settlement> homes) {
    return homes.isEmpty() ? null : String.join("、", homes.stream().map(Settlement::name).toList());
  }

  private String riverAt(Reservoirs.Reservoir lake) {
    return scene.land().rivers().rivers().stream()
        .filter(course -> course.line().intersects(lake.shore()))
        .map(course -> course.name().isEmpty() ? "无名支沟" : course.name() + Names.MARK)
        .findFirst()
        .orElse("无名支沟");
  }

  private double catchmentKm2(Reservoirs.Reservoir lake) {
    return Math.rint(scene.land().terrain().drainage().areaM2()[lake.dam()] / 1e5) / 10;
  }

  private static String scale(double capacityM3) {
    return capacityM3 >= 1e7
        ? "medium"
        : capacityM3 >= 1e6 ? "small_1" : capacityM3 >= 1e5 ? "small_2" : "pond";
  }

  /** A line over the valley at a cell, square to the flow. */
  private LineString across(int cell, double halfM) {
    var grid = scene.land().grid();
    var drainage = scene.land().terrain().drainage();
    int down = cell;
    for (int i = 0; i < 3; i++) {
      down = drainage.receiver()[down];
    }
    var at = grid.middle(cell);
    var to = grid.middle(down);
    double share = halfM / at.distance(to);
    double dx = (to.x - at.x) * share;
    double dy = (to.y - at.y) * share;
    return XiOutline.GEOMETRIES.createLineString(
        new Coordinate[] {
          new Coordinate(at.x - dy, at.y + dx), at, new Coordinate(at.x + dy, at.y - dx)
        });
  }
}
