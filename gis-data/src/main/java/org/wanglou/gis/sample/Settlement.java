package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place where people live. Its position is invented.
 *
 * @param code its official code; for a group of villagers, that of the village and a number
 * @param township code of its township
 * @param centre on the plane
 * @param axis direction of its main street, radians from east, along the valley
 */
record Settlement(
    Kind kind, String code, String name, String township, Coordinate centre, double axis) {
  enum Kind {
    SEAT,
    TOWN,
    COMMUNITY,
    VILLAGE,
    GROUP
  }

  boolean isTown() {
    return kind == Kind.SEAT || kind == Kind.TOWN;
  }

  /** The place {@code along} the axis and {@code aside} to its left. */
  Coordinate place(double along, double aside) {
    double cos = StrictMath.cos(axis);
    double sin = StrictMath.sin(axis);
    return new Coordinate(
        centre.x + along * cos - aside * sin, centre.y + along * sin + aside * cos);
  }

  double distance(Settlement other) {
    return centre.distance(other.centre);
  }
}
