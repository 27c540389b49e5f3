package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Mines, enterprises and the hidden dangers found there. */
final class SafetyLayers {
  private static final List<RoadKind> OUTSIDE =
      List.of(RoadKind.COUNTY, RoadKind.PROVINCIAL, RoadKind.VILLAGE);
  private static final int ENTERPRISES = 42;
  private static final int DANGERS = 36;

  private final Layers layers;
  private final Scene scene;
  private final Random dice = Noise.dice("safety");
  private final Persons persons = new Persons("safety", 60_000);

  private SafetyLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var safety = new SafetyLayers(layers, scene);
    safety.mines();
    safety.enterprises();
    safety.hiddenDangers();
  }

  private void mines() {
    for (int i = 0; i < 4; i++) {
      mine(
          i,
          "煤矿",
          "coal",
          "煤",
          "underground_people",
          60 + 20 * i,
          "depth_m",
          260.0 + 60 * i,
          "gas",
          i == 3 ? "high" : "low",
          "water",
          i == 2 ? "medium" : "simple",
          "spontaneous_combustion",
          i % 2 == 0,
          "rescue_team",
          "隰县矿山救护队");
    }
    for (int i = 4; i < 7; i++) {
      mine(i, "石料场", "open_pit", "石灰岩", "depth_m", 40.0);
    }
    mine(
        7,
        "尾矿库",
        "tailings",
        "铁",
        "tailings_class",
        "4",
        "tailings_volume_m3",
        860_000.0,
        "downstream_people",
        140);
    mine(8, "矸石山", "waste_heap", "煤矸石");
  }

  private void mine(int number, String label, String kind, String mineral, Object... more) {
    var plot =
        scene.plots().anywhere("mine" + number, p -> scene.land().insideM(p) > 1_500, OUTSIDE);
    var home = scene.nearestHome(plot);
    var facts = new ArrayList<Object>(List.of(more));
    facts.addAll(
        List.of(
            "kind",
            kind,
            "mineral",
            mineral,
            "enterprise",
            "隰县样例矿业" + (number + 1) + "公司",
            "status",
            number % 4 == 3 ? "halted" : "operating",
            "capacity_wan_t",
            15.0 + 15 * (number % 4),
            "department",
            "应急管理局（合成）",
            "responsible",
            persons.name(),
            "phone",
            persons.telephone()));
    layers.add("mine", home.name() + label, plot, facts.toArray());
  }

  private void enterprises() {
    var trades = List.of("梨果加工厂", "汽修厂", "水泥制品厂", "化肥农资库", "超市", "面粉厂", "烟花爆竹库", "宾馆", "冷库");
    var industry = List.of("C", "O", "C", "F", "F", "C", "F", "H", "G");
    var codes = List.of("1373", "8111", "3021", "5166", "5212", "1311", "5169", "6121", "5951");
    for (int i = 0; i < ENTERPRISES; i++) {
      int trade = i % trades.size();
      var town = scene.towns().get(i % 2 == 0 ? 0 : i % scene.towns().size());
      var plot =
          scene
              .plots()
              .near(town.place(-1_000 + 47 * i, 40), List.of(RoadKind.STREET, RoadKind.AVENUE));
      boolean chemicals = trade == 3 || trade == 6 || trade == 8;
      layers.add(
          "enterprise",
          town.name().substring(0, 2) + "样例" + (i + 1) + "号" + trades.get(trade),
          plot,
          "credit_code",
          "SYN%015d".formatted(i + 1),
          "industry",
          industry.get(trade),
          "industry_code",
          codes.get(trade),
          "department",
          chemicals ? "应急管理局（合成）" : "市场监管局（合成）",
          "responsible",
          persons.name(),
          "phone",
          persons.telephone(),
          "legal_representative",
          persons.name(),
          "employees",
          4 + dice.nextInt(90),
          "status",
          i % 11 == 10 ? "halted" : "operating",
          "risk_level",
          trade == 6 ? "red" : chemicals ? "orange" : i % 3 == 0 ? "yellow" : "blue",
          "major_hazard",
          trade == 8 && i < 20 ? "4" : null,
          "materials",
          chemicals ? materials(trade) : null,
          "last_inspection",
          "2025-0" + (1 + i % 9) + "-1" + i % 10);
    }
  }

  private static List<Map<String, Object>> materials(int trade) {
    return switch (trade) {
      case 3 ->
          List.of(
              Layers.row(
                  "name_of",
                  "硝酸铵肥料",
                  "un_number",
                  "UN2067",
                  "quantity",
                  40.0,
                  "unit",
                  "t",
                  "risk",
                  "受热分解，助燃"));
      case 6 ->
          List.of(
              Layers.row(
                  "name_of",
                  "烟花",
                  "un_number",
                  "UN0336",
                  "quantity",
                  2.0,
                  "unit",
                  "t",
                  "risk",
                  "爆炸"));
      default ->
          List.of(
              Layers.row(
                  "name_of",
                  "液氨",
                  "un_number",
                  "UN1005",
                  "quantity",
                  6.0,
                  "unit",
                  "t",
                  "risk",
                  "有毒、腐蚀"));
    };
  }

  private void hiddenDangers() {
    var places = new ArrayList<>(layers.of("enterprise"));
    places.addAll(layers.of("mine"));
    places.addAll(layers.of("gas_station"));
    java.util.Collections.shuffle(places, Noise.dice("dangers"));
    var faults = List.of("消防通道堵塞", "安全阀未检验", "电气线路老化", "边坡裂缝", "可燃气体报警器失效", "应急照明缺失");
    var states = List.of("found", "ordered", "rectifying", "rectified", "closed");
    for (int i = 0; i < DANGERS; i++) {
      var place = places.get(i);
      var at = place.geometry().getInteriorPoint().getCoordinate();
      var state = states.get(i % states.size());
      layers.add(
          "hidden_danger",
          place.name() + faults.get(i % faults.size()),
          Plane.place(at.x, at.y),
          "kind",
          "work_safety",
          "grade",
          i % 9 == 0 ? "major" : "general",
          "state",
          state,
          "description",
          faults.get(i % faults.size()),
          "enterprise",
          place.name(),
          "responsible",
          persons.name(),
          "phone",
          persons.telephone(),
          "department",
          "应急管理局（合成）",
          "measures",
          "限期整改，复查销号",
          "found",
          "2025-06-" + (10 + i % 18),
          "due",
          "2025-08-" + (10 + i % 18),
          "closed",
          state.equals("closed") ? "2025-07-" + (10 + i % 18) : null);
    }
  }
}
