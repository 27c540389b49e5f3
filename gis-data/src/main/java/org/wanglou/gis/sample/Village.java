package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Lanes of a village or of a group of villagers around the place where its road ends. */
final class Village {
  private static final double DRY_M = 60;

  private final Land land;
  private final Settlement settlement;
  private final Random dice;
  private final List<RoadLine> lanes = new ArrayList<>();

  private Village(Land land, Settlement settlement) {
    this.land = land;
    this.settlement = settlement;
    this.dice = Noise.dice("lanes" + settlement.code());
  }

  /**
   * @param heart where the road arrives
   */
  static List<RoadLine> lanes(Land land, Settlement settlement, Coordinate heart) {
    var village = new Village(land, settlement);
    boolean large = settlement.kind() == Settlement.Kind.VILLAGE;
    int ways = large ? 2 : village.dice.nextInt(3);
    village.grow(heart, (large ? 150 : 50) + village.dice.nextInt(90), ways);
    return village.lanes;
  }

  /** A bent main lane both ways from the heart, and side lanes from its bends. */
  private void grow(Coordinate heart, double reachM, int sides) {
    double angle = settlement.axis() + 0.6 + 2 * dice.nextDouble();
    for (int way = 0; way < sides; way++) {
      double heading = angle + way * Math.PI;
      var bend = ahead(heart, heading, reachM * (0.4 + 0.2 * dice.nextDouble()));
      var end = ahead(bend, heading + 0.7 * (dice.nextDouble() - 0.5), reachM * 0.6);
      if (lane(heart, bend, end) && settlement.kind() == Settlement.Kind.VILLAGE) {
        double side = heading + (dice.nextBoolean() ? 1.5 : -1.5) + 0.3 * dice.nextDouble();
        var corner = ahead(bend, side, reachM * (0.35 + 0.4 * dice.nextDouble()));
        lane(bend, corner);
        if (dice.nextInt(3) > 0) {
          lane(corner, ahead(corner, heading, reachM * 0.5));
        }
        if (dice.nextBoolean()) {
          lane(bend, ahead(bend, side + Math.PI, reachM * 0.45));
        }
      }
    }
  }

  private static Coordinate ahead(Coordinate from, double heading, double lengthM) {
    return new Coordinate(
        from.x + lengthM * StrictMath.cos(heading), from.y + lengthM * StrictMath.sin(heading));
  }

  private boolean lane(Coordinate... places) {
    var line = XiOutline.GEOMETRIES.createLineString(places);
    boolean fits = land.waterM(line) > DRY_M && land.insideM(places[places.length - 1]) > 200;
    if (fits) {
      lanes.add(new RoadLine(RoadKind.LANE, "", places));
    }
    return fits;
  }
}
