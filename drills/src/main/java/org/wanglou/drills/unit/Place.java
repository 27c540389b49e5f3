package org.wanglou.drills.unit;

import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Where a unit is and how it moves.
 *
 * @param speedKmh 0 when it stands
 * @param courseDeg clockwise from north, 0 to 360; empty when it stands
 */
public record Place(double lon, double lat, double speedKmh, OptionalDouble courseDeg) {
  /** The ellipsoid of CGCS2000. */
  static final Geodesic ELLIPSOID = new Geodesic(6_378_137, 1 / 298.257222101);

  public static Place standing(double lon, double lat) {
    return new Place(lon, lat, 0, OptionalDouble.empty());
  }

  /** The same place at rest. */
  public Place halted() {
    return standing(lon, lat);
  }

  public double distanceM(Place other) {
    return ELLIPSOID.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
  }

  /** The place at a distance in a direction. */
  public Place ahead(double courseDeg, double metres) {
    var there = ELLIPSOID.Direct(lat, lon, courseDeg, metres);
    return standing(there.lon2, there.lat2);
  }
}
