package org.wanglou.drills.unit;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.wanglou.gis.geo.Ground;

/**
 * A path with the second at which each of its vertices is passed: the whole future of a moving
 * unit. Between two vertices the unit moves evenly along the geodesic. {@link #at} is continuous,
 * takes O(log n) and depends on nothing but the second asked for.
 */
public final class Drive {
  /** Off the road: across a yard or a field. */
  private static final double CROSS_COUNTRY_KMH = 20;

  private static final double ELLIPSOID_MEAN_RADIUS_M = 6_371_009;

  // Vertex i is passed at seconds[i], metres[i] after the start; leg i leads from it to vertex i+1.
  private final double[] lon;
  private final double[] lat;
  private final double[] seconds;
  private final double[] metres;
  private final double[] courseDeg;

  private Drive(double[] lon, double[] lat, double[] metres, double[] seconds, double[] courseDeg) {
    this.lon = lon;
    this.lat = lat;
    this.metres = metres;
    this.seconds = seconds;
    this.courseDeg = courseDeg;
  }

  /** Stands at a place for a while. */
  public static Drive standing(Place at, double forS) {
    return new Drive(
        new double[] {at.lon(), at.lon()},
        new double[] {at.lat(), at.lat()},
        new double[2],
        new double[] {0, Math.max(0, forS)},
        new double[1]);
  }

  /**
   * Along a route at even speed.
   *
   * @throws IllegalArgumentException when a way of some length is to take no time
   */
  public static Drive along(LineString route, double durationS) {
    int n = route.getNumPoints();
    var lon = new double[n];
    var lat = new double[n];
    var metres = new double[n];
    var course = new double[n - 1];
    for (int i = 0; i < n; i++) {
      lon[i] = route.getCoordinateN(i).x;
      lat[i] = route.getCoordinateN(i).y;
      if (i > 0) {
        var leg = Ground.ELLIPSOID.Inverse(lat[i - 1], lon[i - 1], lat[i], lon[i]);
        metres[i] = metres[i - 1] + leg.s12;
        course[i - 1] = leg.azi1;
      }
    }
    double length = metres[n - 1];
    if (!(durationS > 0) && length > 0) {
      throw new IllegalArgumentException(length + " m in " + durationS + " s");
    }
    var seconds = new double[n];
    for (int i = 1; i < n; i++) {
      seconds[i] = length == 0 ? durationS * i / (n - 1) : durationS * (metres[i] / length);
    }
    return new Drive(lon, lat, metres, seconds, course);
  }

  /**
   * This drive and then the next one. A gap between them, such as the yard between a station and
   * its street, is crossed in a straight line at 20 km/h, in time of its own.
   */
  public Drive then(Drive next) {
    int n = lon.length;
    int m = next.lon.length;
    var gap = Ground.ELLIPSOID.Inverse(lat[n - 1], lon[n - 1], next.lat[0], next.lon[0]);
    double nextAtS = durationS() + gap.s12 / (CROSS_COUNTRY_KMH / 3.6);
    double nextAtM = lengthM() + gap.s12;
    var joinedCourse = Arrays.copyOf(courseDeg, n + m - 1);
    joinedCourse[n - 1] = gap.azi1;
    System.arraycopy(next.courseDeg, 0, joinedCourse, n, m - 1);
    return new Drive(
        joined(lon, next.lon, 0),
        joined(lat, next.lat, 0),
        joined(metres, next.metres, nextAtM),
        joined(seconds, next.seconds, nextAtS),
        joinedCourse);
  }

  public double durationS() {
    return seconds[seconds.length - 1];
  }

  public double lengthM() {
    return metres[metres.length - 1];
  }

  /**
   * Where the unit is so many seconds after the start; before it at the start, later at the end.
   */
  public Place at(double second) {
    if (second < 0) {
      return Place.standing(lon[0], lat[0]);
    }
    if (second >= durationS()) {
      return end();
    }
    int leg = legAt(second);
    double legS = seconds[leg + 1] - seconds[leg];
    double legM = metres[leg + 1] - metres[leg];
    if (legM == 0) {
      return Place.standing(lon[leg], lat[leg]);
    }
    double doneM = legM * (second - seconds[leg]) / legS;
    var point = Ground.ELLIPSOID.Direct(lat[leg], lon[leg], courseDeg[leg], doneM);
    return new Place(
        point.lon2, point.lat2, legM / legS * 3.6, OptionalDouble.of((point.azi2 + 360) % 360));
  }

  public Place end() {
    return Place.standing(lon[lon.length - 1], lat[lat.length - 1]);
  }

  /** How far the unit has come after so many seconds. */
  public double metresAt(double second) {
    if (second <= 0) {
      return 0;
    }
    if (second >= durationS()) {
      return lengthM();
    }
    int leg = legAt(second);
    double share = (second - seconds[leg]) / (seconds[leg + 1] - seconds[leg]);
    return metres[leg] + share * (metres[leg + 1] - metres[leg]);
  }

  /** Whether the unit still passes within {@code withinM} of a point after a second. */
  public boolean passes(Place point, double withinM, double afterS) {
    var here = at(afterS);
    for (int i = afterS < 0 ? 0 : legAt(afterS) + 1; i < lon.length; i++) {
      var next = Place.standing(lon[i], lat[i]);
      if (distanceM(point, here, next) <= withinM) {
        return true;
      }
      here = next;
    }
    return false;
  }

  /** From a stretch, in the plane that touches the point: exact enough over such a length. */
  private static double distanceM(Place point, Place from, Place to) {
    double northM = Math.toRadians(ELLIPSOID_MEAN_RADIUS_M);
    double eastM = northM * Math.cos(Math.toRadians(point.lat()));
    return Distance.pointToSegment(
        new Coordinate(0, 0),
        new Coordinate((from.lon() - point.lon()) * eastM, (from.lat() - point.lat()) * northM),
        new Coordinate((to.lon() - point.lon()) * eastM, (to.lat() - point.lat()) * northM));
  }

  /** The last leg that has begun, of those that take time. */
  private int legAt(double second) {
    int low = 0;
    int high = seconds.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] <= second) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] joined(double[] first, double[] second, double shift) {
    var all = Arrays.copyOf(first, first.length + second.length);
    for (int i = 0; i < second.length; i++) {
      all[first.length + i] = second[i] + shift;
    }
    return all;
  }
}
