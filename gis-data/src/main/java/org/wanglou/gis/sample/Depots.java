package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Depots of government, enterprises and society with their stock. */
final class Depots {
  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("depots", 80_000);

  private Depots(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var depots = new Depots(layers, scene);
    depots.county();
    depots.others();
    depots.townshipsAndVillages();
  }

  private void county() {
    var seat = scene.seat();
    add(
        seat,
        -800,
        "隰县应急物资储备库",
        "county",
        "government",
        "县应急管理局（合成）",
        1_200,
        "tent 400 顶, cotton_tent 60 顶, quilt 1600 床, coat 900 件, "
            + "folding_bed 500 张, generator 12 台, lighting 24 台, water 600 箱, "
            + "food 900 箱, satellite_phone 6 部, drone 2 架, life_detector 2 台, "
            + "hydraulic_tool 4 套, first_aid_kit 200 个");
    add(
        seat,
        700,
        "隰县防汛抗旱物资库",
        "county",
        "government",
        "县水利局（合成）",
        900,
        "sandbag 24000 条, pump 18 台, drainage_robot 2 台, pump_truck 2 辆, "
            + "drainage_hose 1200 m, high_pressure_hose 60 盘, geotextile 3000 m2, "
            + "gabion 400 个, flood_barrier 300 m, life_jacket 300 件, life_buoy 80 个, "
            + "rope 40 根, rubber_boat 8 艘, assault_boat 4 艘, loudspeaker 90 个");
    add(
        scene.town("午城镇"),
        150,
        "隰县森林防火物资库",
        "county",
        "government",
        "县林业局（合成）",
        700,
        "blower 120 台, fire_mop 900 把, hand_tool 600 把, portable_pump 16 台, "
            + "high_pressure_hose 120 盘, backpack_sprayer 80 支, chainsaw 30 台, "
            + "brush_cutter 40 台, drip_torch 24 个, fire_suit 260 套, radio 60 部");
  }

  private void others() {
    var seat = scene.seat();
    add(
        seat,
        -620,
        "隰县矿山救护队装备库",
        "county",
        "enterprise",
        "隰县样例矿业公司",
        260,
        "breathing_apparatus 40 台, gas_detector 30 台, hydraulic_tool 4 套, "
            + "stretcher 16 副, rope 30 根, pump 6 台");
    add(
        seat,
        540,
        "隰县燃气抢修物资库",
        "county",
        "enterprise",
        "隰县样例燃气公司",
        120,
        "leak_kit 6 套, gas_detector 18 台, protective_suit 10 套, "
            + "breathing_apparatus 12 台, extinguisher 60 具, warning_sign 80 块");
    add(
        seat,
        320,
        "隰县公路养护机械库",
        "county",
        "enterprise",
        "隰县样例路桥公司",
        800,
        "excavator 4 台, loader 5 台, truck 8 辆, deicer 60 t, " + "warning_sign 200 块, fuel 6 t");
    add(
        seat,
        -150,
        "隰县样例超市应急代储点",
        "county",
        "society",
        "隰县样例超市",
        300,
        "water 1500 箱, food 2000 箱, torch 300 个, raincoat 400 套");
    add(
        seat,
        120,
        "隰县样例红十字物资点",
        "county",
        "society",
        "隰县样例志愿者协会",
        150,
        "first_aid_kit 160 个, disinfectant 300 桶, quilt 300 床, stretcher 20 副");
  }

  private void townshipsAndVillages() {
    for (var town : scene.towns()) {
      add(
          town,
          -200,
          town.name() + "应急物资储备点",
          "township",
          "government",
          town.name() + "政府（合成）",
          90,
          "tent 20 顶, sandbag 1500 条, hand_tool 60 把, fire_mop 60 把, "
              + "life_jacket 30 件, loudspeaker 12 个, generator 1 台, torch 40 个");
    }
    var villages =
        scene.villages().stream().filter(v -> v.kind() == Settlement.Kind.VILLAGE).toList();
    for (int i = 0; i < villages.size(); i += 4) {
      var village = villages.get(i);
      add(
          village,
          0,
          village.name() + "物资点",
          "village",
          "government",
          village.name() + "村委会（合成）",
          30,
          "sandbag 200 条, fire_mop 20 把, hand_tool 20 把, loudspeaker 4 个");
    }
  }

  /**
   * @param stock items with quantity and unit, as in {@code tent 400 顶, quilt 1600 床}
   */
  private void add(
      Settlement at,
      double along,
      String name,
      String level,
      String owner,
      String organisation,
      double areaM2,
      String stock) {
    boolean village = level.equals("village");
    var kinds = village ? List.of(RoadKind.LANE, RoadKind.VILLAGE) : Resources.IN_TOWN;
    layers.add(
        "depot",
        name,
        scene.plots().near(at.place(along, 0), kinds),
        "level",
        level,
        "owner",
        owner,
        "organisation",
        organisation,
        "area_m2",
        areaM2,
        "accepts_heavy_trucks",
        level.equals("county"),
        "stock",
        rows(stock),
        "keeper",
        persons.name(),
        "phone",
        persons.telephone(),
        "checked",
        "2025-06-30");
  }

  private static List<Map<String, Object>> rows(String stock) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var entry : stock.split(", ", -1)) {
      var words = entry.split(" ", -1);
      rows.add(
          Layers.row(
              "item",
              words[0],
              "quantity",
              Integer.valueOf(words[1]),
              "unit",
              words[2],
              "expires",
              expires(words[0]),
              "checked",
              "2025-06-30"));
    }
    return rows;
  }

  private static String expires(String item) {
    return switch (item) {
      case "water", "food" -> "2026-09-30";
      case "first_aid_kit", "disinfectant" -> "2027-03-31";
      case "extinguisher", "breathing_apparatus" -> "2028-12-31";
      default -> null;
    };
  }
}
