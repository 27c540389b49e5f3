package org.wanglou.drills.unit;

import java.util.OptionalDouble;
import net.sf.geographiclib.GeodesicMask;
import org.wanglou.gis.geo.Ground;

/**
 * Where a unit is and how it moves.
 *
 * @param speedKmh 0 when it stands
 * @param courseDeg clockwise from north, 0 to 360; empty when it stands
 */
public record Place(double lon, double lat, double speedKmh, OptionalDouble courseDeg) {
  public static Place standing(double lon, double lat) {
    return new Place(lon, lat, 0, OptionalDouble.empty());
  }

  /** The same place at rest. */
  public Place halted() {
    return standing(lon, lat);
  }

  public double distanceM(Place other) {
    return Ground.ELLIPSOID.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
  }

  /** The place at a distance in a direction. */
  public Place ahead(double courseDeg, double metres) {
    var there = Ground.ELLIPSOID.Direct(lat, lon, courseDeg, metres);
    return standing(there.lon2, there.lat2);
  }
}
