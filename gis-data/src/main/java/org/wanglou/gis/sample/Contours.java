package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Areas where a field is above zero, by marching squares over the middles of cells, with smooth
 * edges. The field must be negative along the rim of the grid. Areas do not touch each other.
 */
final class Contours {
  private final Grid grid;
  private final double[] field;
  private final Map<Long, List<Long>> links = new HashMap<>();
  private final Map<Long, Coordinate> places = new HashMap<>();
  private final List<Long> starts = new ArrayList<>();

  private Contours(Grid grid, double[] field) {
    this.grid = grid;
    this.field = field;
  }

  /** Smooth polygons of at least {@code leastM2}. */
  static List<Polygon> above(Grid grid, double[] field, double leastM2, double simplifyM) {
    var contours = new Contours(grid, field);
    contours.march();
    var polygonizer = new Polygonizer();
    for (var ring : contours.rings()) {
      var line = XiOutline.GEOMETRIES.createLinearRing(ring);
      if (Math.abs(org.locationtech.jts.algorithm.Area.ofRing(ring)) >= leastM2 / 4) {
        var smooth = Curves.smoothRing(Curves.simplified(line.getCoordinates(), simplifyM), 2);
        polygonizer.add(XiOutline.GEOMETRIES.createLineString(smooth));
      }
    }
    @SuppressWarnings("unchecked") // declared raw in JTS
    var faces = (Collection<Polygon>) polygonizer.getPolygons();
    return faces.stream()
        .map(face -> (Polygon) face.norm()) // JTS begins rings at a vertex of chance
        .filter(face -> face.getArea() >= leastM2 && contours.isAbove(face))
        .sorted(java.util.Comparator.comparingDouble(Polygon::getArea).reversed())
        .toList();
  }

  private boolean isAbove(Polygon face) {
    var inner = face.getInteriorPoint();
    return grid.between(field, inner.getX(), inner.getY()) > 0;
  }

  private void march() {
    for (int r = 0; r + 1 < grid.rows(); r++) {
      for (int c = 0; c + 1 < grid.columns(); c++) {
        square(r * grid.columns() + c);
      }
    }
  }

  /** Links the crossings on the sides of the square whose south-west corner is the cell. */
  private void square(int sw) {
    int se = sw + 1;
    int nw = sw + grid.columns();
    int ne = nw + 1;
    int sides = (up(sw) ? 1 : 0) + (up(se) ? 2 : 0) + (up(ne) ? 4 : 0) + (up(nw) ? 8 : 0);
    switch (sides) {
      case 1, 14 -> link(side(sw, se), side(sw, nw));
      case 2, 13 -> link(side(sw, se), side(se, ne));
      case 4, 11 -> link(side(se, ne), side(nw, ne));
      case 8, 7 -> link(side(nw, ne), side(sw, nw));
      case 3, 12 -> link(side(sw, nw), side(se, ne));
      case 6, 9 -> link(side(sw, se), side(nw, ne));
      case 5 -> {
        link(side(sw, se), side(sw, nw));
        link(side(se, ne), side(nw, ne));
      }
      case 10 -> {
        link(side(sw, se), side(se, ne));
        link(side(nw, ne), side(sw, nw));
      }
      default -> {
        // all above or all below: no contour here
      }
    }
  }

  private boolean up(int cell) {
    return field[cell] > 0;
  }

  private long side(int a, int b) {
    long key = 2L * a + (b == a + 1 ? 0 : 1);
    places.computeIfAbsent(
        key,
        k -> {
          double share = field[a] / (field[a] - field[b]);
          return Curves.between(
              grid.middle(a), grid.middle(b), Math.max(0.05, Math.min(0.95, share)));
        });
    return key;
  }

  private void link(long a, long b) {
    links.computeIfAbsent(a, k -> new ArrayList<>(2)).add(b);
    links.computeIfAbsent(b, k -> new ArrayList<>(2)).add(a);
    starts.add(a);
  }

  private List<Coordinate[]> rings() {
    var rings = new ArrayList<Coordinate[]>();
    for (long start : starts) {
      if (!links.containsKey(start)) {
        continue;
      }
      var ring = new ArrayList<Coordinate>();
      long before = -1;
      Long at = start;
      while (at != null) {
        ring.add(places.get(at));
        var next = links.remove(at);
        long came = before;
        before = at;
        at = next.stream().filter(n -> n != came && links.containsKey(n)).findFirst().orElse(null);
      }
      ring.add(ring.get(0));
      rings.add(ring.toArray(Coordinate[]::new));
    }
    return rings;
  }
}
