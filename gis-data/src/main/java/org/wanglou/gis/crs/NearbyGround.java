package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The vertices and lines of known things in cells of 60 m, to find the nearest within that
 * distance. Metres are taken on a plane that touches the middle of the area, which is right to some
 * metres in a county.
 */
final class NearbyGround {
  /** Farther away nothing is looked for. */
  static final double REACH_M = 60;

  private static final double DEGREE_M = 111_200;

  private final double eastM;
  private final Map<Long, List<double[]>> cells = new HashMap<>();

  /**
   * @param lat the latitude on which degrees of longitude are measured
   */
  NearbyGround(double lat) {
    this.eastM = DEGREE_M * Math.cos(Math.toRadians(lat));
  }

  void add(Geometry thing) {
    for (int i = 0; i < thing.getNumGeometries(); i++) {
      var part = thing.getGeometryN(i);
      var points =
          part.getDimension() == 2 ? part.getBoundary().getCoordinates() : part.getCoordinates();
      if (points.length == 1) {
        add(points[0], points[0]);
      }
      for (int at = 1; at < points.length; at++) {
        add(points[at - 1], points[at]);
      }
    }
  }

  private void add(Coordinate from, Coordinate to) {
    double ax = from.x * eastM;
    double ay = from.y * DEGREE_M;
    double bx = to.x * eastM;
    double by = to.y * DEGREE_M;
    // A long line is cut, so that its box does not fill cells it is nowhere near.
    int pieces = (int) (Math.hypot(bx - ax, by - ay) / REACH_M) + 1;
    for (int i = 0; i < pieces; i++) {
      double[] piece = {
        ax + (bx - ax) * i / pieces, ay + (by - ay) * i / pieces,
        ax + (bx - ax) * (i + 1) / pieces, ay + (by - ay) * (i + 1) / pieces
      };
      for (long x = cell(Math.min(piece[0], piece[2]));
          x <= cell(Math.max(piece[0], piece[2]));
          x++) {
        for (long y = cell(Math.min(piece[1], piece[3]));
            y <= cell(Math.max(piece[1], piece[3]));
            y++) {
          cells.computeIfAbsent(key(x, y), new_ -> new ArrayList<>(4)).add(piece);
        }
      }
    }
  }

  /** Distance to the nearest known thing, or infinite beyond {@link #REACH_M}. */
  double distanceM(double lon, double lat) {
    double x = lon * eastM;
    double y = lat * DEGREE_M;
    double nearest = Double.POSITIVE_INFINITY;
    for (long cx = cell(x) - 1; cx <= cell(x) + 1; cx++) {
      for (long cy = cell(y) - 1; cy <= cell(y) + 1; cy++) {
        for (var piece : cells.getOrDefault(key(cx, cy), List.of())) {
          nearest = Math.min(nearest, distance(x, y, piece));
        }
      }
    }
    return nearest <= REACH_M ? nearest : Double.POSITIVE_INFINITY;
  }

  private static double distance(double x, double y, double[] piece) {
    double dx = piece[2] - piece[0];
    double dy = piece[3] - piece[1];
    double length2 = dx * dx + dy * dy;
    double share = length2 == 0 ? 0 : ((x - piece[0]) * dx + (y - piece[1]) * dy) / length2;
    double along = Math.max(0, Math.min(1, share));
    return Math.hypot(piece[0] + along * dx - x, piece[1] + along * dy - y);
  }

  private static long cell(double metres) {
    return Math.round(Math.floor(metres / REACH_M));
  }

  private static long key(long x, long y) {
    return (x << 32) ^ (y & 0xffff_ffffL);
  }
}
