package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The gas network and the stations for gas and fuel. */
final class GasLayers {
  private static final double ASIDE_M = 70;

  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("gas", 65_000);

  private GasLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var gas = new GasLayers(layers, scene);
    gas.gasStations();
    gas.gasPipelines();
  }

  private void gasStations() {
    gas("隰县天然气门站", -1_050, "gate", "natural", null, 2_000.0);
    gas("隰县LNG储配站", -950, "storage", "lng", "3", 120.0);
    gas("隰县液化气灌装站", 950, "bottling", "lpg", "4", 100.0);
    for (int i = 1; i <= 6; i++) {
      gas("县城" + i + "号调压箱", -800 + 260 * i, "regulator", "natural", null, null);
    }
    gas("县城北加气站", 1_000, "filling", "cng", null, 18.0);
    for (var town : scene.towns()) {
      var stem = town.name();
      station(town, stem + "瓶装气供应站", 180, "bottle_shop", "lpg", null, 6.0);
      station(town, stem + "加油站", -320, "fuel", null, null, 90.0);
    }
  }

  private void gas(
      String name, double along, String kind, String medium, String hazard, Double storage) {
    station(scene.seat(), name, along, kind, medium, hazard, storage);
  }

  private void station(
      Settlement town,
      String name,
      double along,
      String kind,
      String medium,
      String hazard,
      Double storage) {
    var plot = scene.plots().near(town.place(along, -60), Resources.IN_TOWN);
    layers.add(
        "gas_station",
        name,
        plot,
        "kind",
        kind,
        "medium",
        medium,
        "storage_m3",
        storage,
        "upstream_valve",
        kind.equals("regulator") ? "隰县天然气门站出站阀" : null,
        "major_hazard",
        hazard,
        "operator",
        kind.equals("fuel") ? "隰县样例石油公司" : "隰县样例燃气公司",
        "responsible",
        persons.name(),
        "phone",
        persons.telephone());
  }

  /**
   * A high-pressure line beside the provincial road to the east, and pipes under the seat's
   * avenues.
   */
  private void gasPipelines() {
    int number = 0;
    for (var piece : scene.roads()) {
      boolean east =
          piece.kind() == RoadKind.PROVINCIAL && piece.from().x > scene.seat().centre().x;
      boolean avenue =
          piece.kind() == RoadKind.AVENUE && piece.from().distance(scene.seat().centre()) < 2_000;
      if (east || avenue) {
        layers.add(
            "gas_pipeline",
            (east ? "东线输气管段" : "县城中压管段") + ++number,
            east ? beside(piece) : piece.line(),
            "pressure",
            east ? "high_B" : "medium_A",
            "medium",
            "natural",
            "material",
            east ? "steel" : "pe",
            "diameter_mm",
            east ? 325 : 160,
            "depth_m",
            east ? 1.4 : 1.0,
            "built_year",
            east ? 2014 : 2010 + number % 9,
            "operator",
            "隰县样例燃气公司",
            "phone",
            persons.telephone());
      }
    }
  }

  private static Geometry beside(RoadPiece piece) {
    var line = new LengthIndexedLine(piece.line());
    int steps = Math.max(1, (int) (piece.lengthM() / 120));
    var places = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      boolean end = i == 0 || i == steps; // where pieces meet, the pipe's parts meet
      places[i] = line.extractPoint(line.getEndIndex() * i / steps, end ? 0 : ASIDE_M);
    }
    return XiOutline.GEOMETRIES.createLineString(Curves.smooth(places, 1));
  }
}
