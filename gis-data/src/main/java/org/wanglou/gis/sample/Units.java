package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.layer.Provenance;

/** The forces of the sample county: what a small mountain county could have; all invented. */
final class Units {
  private final List<LayerFeature> features;
  private final List<UnitSeed> units = new ArrayList<>();

  private Units(List<LayerFeature> features) {
    this.features = features;
  }

  static List<UnitSeed> stationedAt(List<LayerFeature> features) {
    var units = new Units(features);
    units.fireService();
    units.forestFire();
    units.ambulances();
    units.police();
    units.special();
    return units.units;
  }

  private void fireService() {
    var station = "隰县消防救援站";
    for (int i = 1; i <= 4; i++) {
      add("隰县消防" + i + "号车", "fire_engine", 6, station, "firefighting", "rescue");
    }
    add("隰县消防举高车", "ladder_truck", 4, station, "firefighting", "high_angle");
    add("隰县消防抢险救援车", "rescue_truck", 6, station, "rescue", "high_angle", "hazmat");
    add("隰县消防1号水罐车", "water_tanker", 3, station, "water_supply", "firefighting");
    add("隰县消防2号水罐车", "water_tanker", 3, station, "water_supply", "firefighting");
    add("隰县消防通信指挥车", "command_car", 4, station, "command");
    add("专职队1号消防车", "fire_engine", 5, "隰县政府专职消防队", "firefighting");
    add("专职队水罐车", "water_tanker", 3, "隰县政府专职消防队", "water_supply");
    add("专职队防化救援车", "rescue_truck", 5, "隰县政府专职消防队", "rescue", "hazmat");
    for (var town : List.of("午城镇", "黄土镇", "下李乡")) {
      add(town + "消防车", "fire_engine", 5, town + "专职消防队", "firefighting", "water_supply");
    }
  }

  private void forestFire() {
    for (var town : List.of("午城镇", "黄土镇", "下李乡")) {
      for (int i = 1; i <= 2; i++) {
        var name = town + "森林消防" + i + "班";
        add(name, "forest_fire_crew", 12, town + "森林消防队", "forest_fire");
      }
    }
  }

  private void ambulances() {
    for (int i = 1; i <= 3; i++) {
      add("县医院" + i + "号救护车", "ambulance", 3, "隰县人民医院", "medical");
    }
    add("120急救1号车", "ambulance", 3, "隰县120急救站", "medical");
    add("中医院救护车", "ambulance", 3, "隰县中医医院", "medical");
    for (var clinic : List.of("午城镇中心卫生院", "黄土镇中心卫生院", "寨子乡卫生院")) {
      add(clinic.substring(0, 3) + "救护车", "ambulance", 3, clinic, "medical");
    }
  }

  private void police() {
    for (int i = 1; i <= 3; i++) {
      add("隰县交警" + i + "号车", "police_car", 2, "隰县公安局交警大队", "traffic_control");
    }
    for (int i = 1; i <= 2; i++) {
      add("隰县公安" + i + "号车", "police_car", 4, "隰县公安局", "traffic_control", "evacuation");
    }
    for (var station : List.of("午城派出所", "黄土派出所", "下李派出所", "阳头升派出所")) {
      var town = station.substring(0, station.length() - 3);
      add(town + "警车", "police_car", 2, station, "traffic_control", "evacuation");
    }
    add("隰县应急指挥车", "command_car", 4, "隰县公安局", "command");
  }

  private void special() {
    add("隰县矿山救护队1小队", "mine_rescue_team", 9, "隰县矿山救护队", "mine_rescue", "rescue");
    add("隰县矿山救护队2小队", "mine_rescue_team", 9, "隰县矿山救护队", "mine_rescue", "rescue");
    for (int i = 1; i <= 2; i++) {
      add("隰县防汛抢险" + i + "组", "flood_rescue_team", 10, "隰县防汛抢险队", "water_rescue", "evacuation");
    }
    add("隰县1号排涝车", "drainage_truck", 3, "隰县防汛抗旱物资库", "drainage");
    add("隰县2号排涝车", "drainage_truck", 3, "隰县防汛抗旱物资库", "drainage");
  }

  private void add(String name, String type, int crew, String base, String... capabilities) {
    var at = features.stream().filter(f -> f.name().equals(base)).findFirst().orElseThrow();
    units.add(
        new UnitSeed(
            name,
            type,
            profile(type),
            List.of(capabilities),
            crew,
            at.externalId(),
            base,
            (Point) at.geometry(),
            Provenance.SYNTHETIC));
  }

  /** Road profile of the vehicle. */
  private static String profile(String type) {
    return switch (type) {
      case "fire_engine", "water_tanker", "ladder_truck", "rescue_truck", "drainage_truck" ->
          "fire_engine";
      case "ambulance" -> "ambulance";
      case "forest_fire_crew" -> "off_road";
      case "flood_rescue_team", "mine_rescue_team" -> "fire_engine";
      default -> "car";
    };
  }
}
