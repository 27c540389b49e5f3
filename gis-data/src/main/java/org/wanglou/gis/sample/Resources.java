package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the county has to help with: stations, hospitals, teams, landing points, schools and
 * shelters. Institutions and figures are invented.
 */
final class Resources {
  static final List<RoadKind> IN_TOWN = List.of(RoadKind.STREET, RoadKind.AVENUE, RoadKind.LANE);
  private static final List<RoadKind> IN_VILLAGE = List.of(RoadKind.LANE, RoadKind.VILLAGE);

  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("resources", 70_000);

  private Resources(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var resources = new Resources(layers, scene);
    resources.stations();
    resources.health();
    resources.schools();
    resources.shelters();
    resources.teams();
    resources.helipads();
  }

  private void stations() {
    fireStation(scene.seat(), 0, "隰县消防救援站", "ordinary_1", 46, 9);
    fireStation(scene.seat(), -900, "隰县政府专职消防队", "government_crew", 24, 3);
    for (var name : List.of("午城镇", "黄土镇", "下李乡")) {
      fireStation(scene.town(name), 0, name + "专职消防队", "government_crew", 12, 1);
    }
    police(scene.seat(), 200, "隰县公安局", 120);
    police(scene.seat(), -500, "隰县公安局交警大队", 45);
    for (var town : scene.towns()) {
      police(town, 60, stem(town) + "派出所", 9);
    }
  }

  private void fireStation(
      Settlement town, double along, String name, String kind, int people, int vehicles) {
    in(
        town,
        along,
        "fire_station",
        name,
        "class",
        kind,
        "people",
        people,
        "vehicles",
        vehicles,
        "equipment",
        equipment("消防水带", 20 * vehicles, "空气呼吸器", people, "液压破拆工具组", vehicles),
        "leader",
        persons.name(),
        "phone",
        persons.telephone());
  }

  private void police(Settlement town, double along, String name, int people) {
    in(
        town,
        along,
        "police",
        name,
        "people",
        people,
        "leader",
        persons.name(),
        "phone",
        persons.telephone());
  }

  /** Names and numbers in turn. */
  private static List<Map<String, Object>> equipment(Object... items) {
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < items.length; i += 2) {
      rows.add(Layers.row("name_of", items[i], "quantity", items[i + 1], "condition", "usable"));
    }
    return rows;
  }

  private void health() {
    hospital(scene.seat(), 400, "隰县人民医院", "hospital", "2A", 320, 12, true);
    hospital(scene.seat(), -300, "隰县中医医院", "hospital", "2A", 130, 4, true);
    for (var town : scene.towns().subList(1, scene.towns().size())) {
      boolean centre = town.name().endsWith("镇");
      var name = town.name() + (centre ? "中心卫生院" : "卫生院");
      hospital(town, -100, name, "clinic", "1A", centre ? 40 : 18, 0, centre);
    }
    in(
        scene.seat(),
        450,
        "ambulance_station",
        "隰县120急救站",
        "ambulances",
        4,
        "negative_pressure",
        1,
        "leader",
        persons.name(),
        "phone",
        persons.telephone());
  }

  private void hospital(
      Settlement town,
      double along,
      String name,
      String kind,
      String grade,
      int beds,
      int icu,
      boolean emergency) {
    in(
        town,
        along,
        "hospital",
        name,
        "kind",
        kind,
        "grade",
        grade,
        "beds",
        beds,
        "icu_beds",
        icu,
        "emergency",
        emergency,
        "burns",
        false,
        "helipad",
        false,
        "staff",
        (int) Math.rint(beds * 1.1),
        "phone",
        persons.telephone());
  }

  private void schools() {
    var kinds =
        List.of("senior_middle", "junior_middle", "junior_middle", "primary", "primary", "college");
    var names = List.of("第一中学", "第二中学", "第三中学", "实验小学", "南街小学", "职业学校");
    for (int i = 0; i < names.size(); i++) {
      school(
          scene.seat(), 850 - 340 * i, "隰县" + names.get(i), kinds.get(i), 2_400 - 260 * i, i != 4);
    }
    for (var town : scene.towns().subList(1, scene.towns().size())) {
      int places = town.name().endsWith("镇") ? 900 : 550;
      school(town, 220, town.name() + "中心学校", "nine_year", places, true);
    }
  }

  /** A school, which also is a shelter. */
  private void school(
      Settlement town, double along, String name, String kind, int places, boolean coaches) {
    var plot =
        in(
            town,
            along,
            "school",
            name,
            "kind",
            kind,
            "capacity",
            places,
            "pupils",
            places * 4 / 5,
            "boarders",
            kind.equals("primary") ? 0 : places / 4,
            "staff",
            places / 14,
            "head",
            persons.name(),
            "phone",
            persons.telephone());
    shelter(name + "避难场所", plot, "school", places / 2, coaches);
  }

  private void shelters() {
    var stadium = scene.plots().near(scene.seat().place(-1_050, 0), IN_TOWN);
    shelter("隰县体育场避难场所", stadium, "stadium", 6_000, true);
    for (var village : scene.villages()) {
      if (village.kind() == Settlement.Kind.VILLAGE) {
        var plot = scene.plots().near(village.centre(), IN_VILLAGE);
        int people = Math.max(60, scene.people().of(village) / 4 / 10 * 10);
        shelter(village.name() + "避险广场", plot, "community_centre", people, false);
      }
    }
  }

  private void shelter(String name, Coordinate plot, String kind, int capacity, boolean coaches) {
    boolean outside = kind.equals("stadium");
    int beds = outside ? 0 : capacity / 3;
    int tents = outside ? capacity / 2 : 0;
    layers.add(
        "shelter",
        name,
        plot,
        "kind",
        kind,
        "quake_class",
        outside ? "II" : "III",
        "capacity",
        capacity,
        "capacities",
        List.of(
            Layers.row("kind", outside ? "outdoor_tents" : "indoor_beds", "people", beds + tents),
            Layers.row(
                "kind",
                outside ? "outdoor_standing" : "sitting",
                "people",
                capacity - beds - tents)),
        "area_m2",
        3.0 * capacity,
        "accepts_coaches",
        coaches,
        "indoor",
        !outside,
        "water",
        true,
        "power",
        true,
        "toilets",
        Math.max(2, capacity / 50),
        "first_aid",
        capacity >= 300,
        "flood_safe",
        scene.land().waterM(plot) > 150,
        "landslide_safe",
        true,
        "keeper",
        persons.name(),
        "phone",
        persons.telephone());
  }

  private void teams() {
    team(scene.seat(), "隰县民兵应急连", 60, "rescue", "government", 20);
    team(scene.seat(), "隰县防汛抢险队", 40, "flood", "government", 20);
    team(scene.seat(), "隰县矿山救护队", 27, "mine_rescue", "enterprise", 10);
    team(scene.seat(), "隰县公路应急抢通队", 24, "road_clearing", "government", 30);
    team(scene.seat(), "隰县燃气抢修队", 12, "gas", "enterprise", 15);
    team(scene.seat(), "隰县电力抢修队", 18, "power", "enterprise", 20);
    team(scene.seat(), "隰县样例山地救援志愿队", 22, "mountain_rescue", "society", 40);
    for (var name : List.of("午城镇", "黄土镇", "下李乡")) {
      team(scene.town(name), name + "森林消防队", 36, "forest_fire", "government", 15);
    }
    for (var town : scene.towns().subList(1, scene.towns().size())) {
      team(town, town.name() + "民兵应急排", 25, "rescue", "government", 30);
    }
  }

  private void team(
      Settlement town, String name, int people, String specialty, String owner, int readyMin) {
    in(
        town,
        -40,
        "team",
        name,
        "specialty",
        specialty,
        "owner",
        owner,
        "people",
        people,
        "vehicles",
        Math.max(1, people / 12),
        "equipment",
        equipment("对讲机", people / 3, "急救包", people / 4 + 1),
        "ready_min",
        readyMin,
        "organisation",
        town.name() + "（合成）",
        "leader",
        persons.name(),
        "phone",
        persons.telephone());
  }

  private void helipads() {
    var towns = List.of(scene.seat(), scene.town("午城镇"), scene.town("黄土镇"), scene.town("寨子乡"));
    for (var town : towns) {
      var plot = scene.plots().near(town.place(350, 0), IN_TOWN);
      layers.add(
          "helipad",
          stem(town) + "直升机起降点",
          plot,
          "surface",
          "concrete",
          "length_m",
          40.0,
          "width_m",
          40.0,
          "elevation_m",
          Math.rint(scene.heightM(plot)),
          "obstacles",
          "东侧输电线",
          "night",
          town.equals(scene.seat()),
          "fuel",
          false,
          "phone",
          persons.telephone());
    }
  }

  private static String stem(Settlement town) {
    return town.name().substring(0, town.name().length() - 1);
  }

  private Coordinate in(Settlement town, double along, String layer, String name, Object... facts) {
    var plot = scene.plots().near(town.place(along, 0), IN_TOWN);
    layers.add(layer, name, plot, facts);
    return plot;
  }
}
