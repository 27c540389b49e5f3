package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Shares the county out among its townships: ground belongs to the township of the village that is
 * nearest, along wavering lines. Together the polygons are the outline, and none overlaps another.
 *
 * @param polygons by the township's code, on the plane
 * @param lines between two townships
 */
record Townships(Map<String, Polygon> polygons, List<LineString> lines) {
  private static final double CELL_M = 160;
  private static final double WAVER_M = 190;
  private static final double SURE_M = 300;
  private static final double WAVE_M = 900;
  private static final double SIMPLE_M = 170;

  static Townships of(Polygon outline, List<Settlement> settlements) {
    var villages = settlements.stream().filter(s -> s.kind() != Settlement.Kind.GROUP).toList();
    var box = outline.getEnvelopeInternal();
    var grid =
        new Grid(
            box.getMinX() - CELL_M,
            box.getMinY() - CELL_M,
            CELL_M,
            (int) Math.ceil(box.getWidth() / CELL_M) + 2,
            (int) Math.ceil(box.getHeight() / CELL_M) + 2);
    var owner = new String[grid.size()];
    for (int i = 0; i < owner.length; i++) {
      owner[i] = nearest(wavering(grid.middle(i)), villages);
    }
    var lines = lines(grid, owner).stream().map(Townships::smooth).toList();
    return cut(outline, lines, villages);
  }

  /** Whether a place lies in a township's ground wherever its lines waver. */
  static boolean surely(Coordinate place, String township, List<Settlement> villages) {
    for (var by : Grid.AROUND) {
      var near = new Coordinate(place.x + SURE_M * by[0], place.y + SURE_M * by[1]);
      if (!nearest(near, villages).equals(township)) {
        return false;
      }
    }
    return true;
  }

  private static Coordinate wavering(Coordinate place) {
    var noise = Noise.of("township lines");
    return new Coordinate(
        place.x + WAVER_M * noise.smooth(place.x, place.y, WAVE_M),
        place.y + WAVER_M * noise.smooth(place.x + 50_000, place.y, WAVE_M));
  }

  private static String nearest(Coordinate place, List<Settlement> villages) {
    Settlement best = villages.get(0);
    for (var village : villages) {
      if (village.centre().distance(place) < best.centre().distance(place)) {
        best = village;
      }
    }
    return best.township();
  }

  /** Sides between cells of different townships, merged between the places where three meet. */
  @SuppressWarnings("unchecked") // declared raw in JTS
  private static Collection<LineString> lines(Grid grid, String[] owner) {
    var merger = new LineMerger();
    for (int i = 0; i < owner.length; i++) {
      int east = grid.step(i, new int[] {1, 0});
      int north = grid.step(i, new int[] {0, 1});
      var corner = grid.middle(i);
      double half = CELL_M / 2;
      if (east >= 0 && !owner[east].equals(owner[i])) {
        merger.add(side(corner.x + half, corner.y - half, corner.x + half, corner.y + half));
      }
      if (north >= 0 && !owner[north].equals(owner[i])) {
        merger.add(side(corner.x - half, corner.y + half, corner.x + half, corner.y + half));
      }
    }
    return merger.getMergedLineStrings();
  }

  private static LineString side(double x1, double y1, double x2, double y2) {
    return XiOutline.GEOMETRIES.createLineString(new Coordinate[] {exact(x1, y1), exact(x2, y2)});
  }

  /** Sides that meet have equal ends. */
  private static Coordinate exact(double x, double y) {
    return new Coordinate(Math.rint(x), Math.rint(y));
  }

  private static LineString smooth(LineString line) {
    var places = Curves.smooth(Curves.simplified(line.getCoordinates(), SIMPLE_M), 2);
    return XiOutline.GEOMETRIES.createLineString(places);
  }

  private static Townships cut(Polygon outline, List<LineString> lines, List<Settlement> villages) {
    var all = new ArrayList<LineString>(lines);
    all.add(outline.getExteriorRing());
    var polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionOp.union(all));
    @SuppressWarnings("unchecked") // declared raw in JTS
    var faces = (Collection<Polygon>) polygonizer.getPolygons();
    var parts = new HashMap<String, List<Polygon>>();
    for (var face : faces) {
      var inner = face.getInteriorPoint();
      if (outline.contains(inner)) {
        var owner = nearest(wavering(inner.getCoordinate()), villages);
        parts.computeIfAbsent(owner, k -> new ArrayList<>()).add(face);
      }
    }
    var polygons = new LinkedHashMap<String, Polygon>();
    for (var township : XiDivisions.townships()) {
      var whole = UnaryUnionOp.union(parts.get(township.code()));
      if (!(whole instanceof Polygon polygon)) {
        throw new IllegalStateException(township.name() + " falls apart");
      }
      polygons.put(township.code(), (Polygon) polygon.norm());
    }
    return new Townships(polygons, inside(outline, lines));
  }

  private static List<LineString> inside(Polygon outline, List<LineString> lines) {
    var cut = new ArrayList<LineString>();
    for (var line : lines) {
      var part = line.intersection(outline);
      for (int i = 0; i < part.getNumGeometries(); i++) {
        if (part.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
          cut.add(piece);
        }
      }
    }
    return cut;
  }
}
