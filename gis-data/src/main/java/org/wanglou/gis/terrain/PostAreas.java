package org.wanglou.gis.terrain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Areas around posts of one kind: their edge runs half-way between a post of the kind and its
 * neighbour that is not, with corners cut (marching squares on yes and no). Posts that touch only
 * across a corner belong to two areas, so rings never touch and the result is always valid. Linear
 * in the number of posts.
 */
final class PostAreas {
  /** Whether a post is of the kind; false for all outside of the window. */
  @FunctionalInterface
  interface Kind {
    boolean has(int column, int row);
  }

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final int width;
  private final int height;
  private final Kind kind;

  /**
   * From the middle of a side to the next, both in half steps, anticlockwise on the ground around
   * the kind.
   */
  private final Map<Long, Long> next = new HashMap<>();

  private PostAreas(int width, int height, Kind kind) {
    this.width = width;
    this.height = height;
    this.kind = kind;
  }

  /**
   * In columns and rows. Areas and holes of about fewer than {@code leastPosts} posts are left out.
   */
  static MultiPolygon of(int width, int height, Kind kind, int leastPosts) {
    var areas = new PostAreas(width, height, kind);
    for (int row = -1; row < height; row++) {
      for (int column = -1; column < width; column++) {
        areas.square(column, row);
      }
    }
    return areas.polygons(leastPosts);
  }

  private boolean has(int column, int row) {
    return column >= 0 && row >= 0 && column < width && row < height && kind.has(column, row);
  }

  /** The square to the south-east of a post: sides are numbered north, east, south, west. */
  private void square(int column, int row) {
    boolean nw = has(column, row);
    boolean ne = has(column + 1, row);
    boolean se = has(column + 1, row + 1);
    boolean sw = has(column, row + 1);
    if (nw == ne && ne == se && se == sw) {
      return;
    }
    boolean[] corners = {nw, ne, se, sw};
    for (int i = 0; i < corners.length; i++) {
      if (!corners[i]) {
        continue;
      }
      // A run of corners of the kind, clockwise, begins at i: its edge goes from the side
      // before the run to the side after it.
      if (!corners[(i + 3) % 4]) {
        int last = i;
        while (corners[(last + 1) % 4]) {
          last = (last + 1) % 4;
        }
        next.put(middle(column, row, (i + 3) % 4), middle(column, row, last));
      }
    }
  }

  /** The side clockwise after a corner: 0 north (after nw), 1 east, 2 south, 3 west. */
  private static long middle(int column, int row, int side) {
    int x = 2 * column + (side == 1 ? 2 : side == 3 ? 0 : 1);
    int y = 2 * row + (side == 2 ? 2 : side == 0 ? 0 : 1);
    return (long) x << 32 | (y & 0xffffffffL);
  }

  private MultiPolygon polygons(int leastPosts) {
    var shells = new ArrayList<LinearRing>();
    var holes = new ArrayList<LinearRing>();
    for (long start : next.keySet().stream().sorted().toList()) {
      if (next.containsKey(start)) {
        var ring = ring(start);
        double area = Area.ofRingSigned(ring);
        if (Math.abs(area) >= leastPosts - 0.5) {
          (area > 0 ? shells : holes).add(GEOMETRIES.createLinearRing(ring));
        }
      }
    }
    return GEOMETRIES.createMultiPolygon(withHoles(shells, holes).toArray(new Polygon[0]));
  }

  private Coordinate[] ring(long start) {
    var corners = new ArrayList<Coordinate>();
    long at = start;
    do {
      corners.add(new Coordinate((int) (at >> 32) / 2.0, (int) at / 2.0));
      at = next.remove(at);
    } while (at != start);
    return closed(withoutStraight(corners));
  }

  private static List<Coordinate> withoutStraight(List<Coordinate> ring) {
    var kept = new ArrayList<Coordinate>();
    int n = ring.size();
    for (int i = 0; i < n; i++) {
      var a = ring.get((i + n - 1) % n);
      var b = ring.get(i);
      var c = ring.get((i + 1) % n);
      if ((b.x - a.x) * (c.y - b.y) != (b.y - a.y) * (c.x - b.x)) {
        kept.add(b);
      }
    }
    return kept;
  }

  private static Coordinate[] closed(List<Coordinate> ring) {
    ring.add(ring.get(0).copy());
    return ring.toArray(new Coordinate[0]);
  }

  private static List<Polygon> withHoles(List<LinearRing> shells, List<LinearRing> holes) {
    var inside = new HashMap<LinearRing, List<LinearRing>>();
    var tree = new STRtree();
    shells.forEach(shell -> tree.insert(shell.getEnvelopeInternal(), shell));
    for (var hole : holes) {
      innermost(tree, hole)
          .ifPresent(s -> inside.computeIfAbsent(s, k -> new ArrayList<>()).add(hole));
    }
    return shells.stream()
        .map(
            shell ->
                GEOMETRIES.createPolygon(
                    shell, inside.getOrDefault(shell, List.of()).toArray(new LinearRing[0])))
        .toList();
  }

  private static java.util.Optional<LinearRing> innermost(STRtree tree, LinearRing hole) {
    var corner = hole.getCoordinateN(0);
    @SuppressWarnings("unchecked") // the tree holds nothing but rings
    var around = (List<LinearRing>) tree.query(new Envelope(corner));
    return around.stream()
        .filter(shell -> PointLocation.isInRing(corner, shell.getCoordinates()))
        .min(Comparator.comparingDouble(shell -> shell.getEnvelopeInternal().getArea()));
  }
}
