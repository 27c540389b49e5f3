package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.terrain.TerrainGrid;

/** Ground, people and roads, finished: what the layers are read from. All shapes on the plane. */
record Scene(
    Land land,
    Population people,
    Townships townships,
    List<Polygon> forests,
    List<RoadPiece> roads,
    TerrainGrid terrain,
    Roadsides plots) {

  private static final double BELOW_M = 9_000; // how far a dam break is followed
  private static final double NEAR_M = 700;

  List<Settlement> towns() {
    return people.settlements().stream().filter(Settlement::isTown).toList();
  }

  Settlement seat() {
    return towns().get(0);
  }

  Settlement town(String name) {
    return towns().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  /** Villages and communities with a code, without groups. */
  List<Settlement> villages() {
    return people.settlements().stream()
        .filter(s -> s.code().length() == XiDivisions.VILLAGE_CODE_LENGTH)
        .toList();
  }

  /** Every place where people live: villages, communities and groups. */
  List<Settlement> homes() {
    return people.settlements().stream().filter(s -> !s.isTown()).toList();
  }

  Settlement nearestHome(Coordinate place) {
    return homes().stream()
        .min(Comparator.comparingDouble(s -> s.centre().distance(place)))
        .orElseThrow();
  }

  String townName(Settlement of) {
    return towns().stream()
        .filter(t -> t.code().equals(of.township()))
        .map(Settlement::name)
        .findFirst()
        .orElseThrow();
  }

  /** Homes along the way of the water from a dam, nearest first. */
  List<Settlement> below(int dam) {
    var grid = land.grid();
    var drainage = land.terrain().drainage();
    var found = new ArrayList<Settlement>();
    double run = 0;
    for (int cell = dam; run < BELOW_M && drainage.receiver()[cell] != cell; ) {
      int next = drainage.receiver()[cell];
      run += grid.distanceM(cell, next);
      cell = next;
      var at = grid.middle(cell);
      homes().stream()
          .filter(home -> home.centre().distance(at) < NEAR_M && !found.contains(home))
          .forEach(found::add);
    }
    return found;
  }

  /** Height of the stored relief. */
  double heightM(Coordinate place) {
    var at = Plane.lonLat(place);
    return terrain.between(terrain.posts().column(at.x), terrain.posts().row(at.y));
  }

  static double rounded(double value, double step) {
    return Math.rint(value / step) * step;
  }

  /** Two decimals, without the dust of binary fractions. */
  static double cents(double value) {
    return Math.rint(value * 100) / 100;
  }
}
