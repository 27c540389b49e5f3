package org.wanglou.gis.tile;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry as integer plane coordinates, x and y in turn, one array a line or ring: 8 bytes a
 * vertex.
 */
final class Outline {
  /** Vertices nearer than this to the one before are left out when drawn, in CSS pixels. */
  private static final double STEP_PX = 0.4;

  private final int[][] parts;
  private final boolean area;
  private final Envelope box = new Envelope();

  private Outline(List<int[]> parts, boolean area) {
    this.parts = parts.toArray(int[][]::new);
    this.area = area;
    for (var part : this.parts) {
      for (int i = 0; i < part.length; i += 2) {
        box.expandToInclude(part[i], part[i + 1]);
      }
    }
  }

  /** From longitude and latitude. */
  static Outline of(Geometry geometry) {
    var parts = new ArrayList<int[]>();
    boolean area = false;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      var part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        area = true;
        parts.add(plane(polygon.getExteriorRing().getCoordinates()));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          parts.add(plane(polygon.getInteriorRingN(hole).getCoordinates()));
        }
      } else if ((part instanceof LineString || part instanceof Point) && !part.isEmpty()) {
        parts.add(plane(part.getCoordinates()));
      }
    }
    return new Outline(parts, area);
  }

  static Outline line(int[] vertices) {
    return new Outline(List.of(vertices), false);
  }

  private static int[] plane(Coordinate[] coordinates) {
    var vertices = new int[coordinates.length * 2];
    for (int i = 0; i < coordinates.length; i++) {
      vertices[2 * i] = Mercator.x(coordinates[i].x);
      vertices[2 * i + 1] = Mercator.y(coordinates[i].y);
    }
    return vertices;
  }

  Envelope box() {
    return box;
  }

  boolean isArea() {
    return area;
  }

  boolean isEmpty() {
    return parts.length == 0;
  }

  int[] part(int i) {
    return parts[i];
  }

  int partCount() {
    return parts.length;
  }

  /** Longer side of the bounding box in CSS pixels at a zoom. */
  double extentPx(int z) {
    return Math.max(box.getWidth(), box.getHeight()) * PixelWindow.pixelsPerUnit(z);
  }

  /**
   * The shape in pixels of the window. Which vertices are left out depends on the zoom only, never
   * on the window, so that neighbouring tiles show the same line.
   */
  Path2D path(PixelWindow window) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    var stepUnits = STEP_PX / PixelWindow.pixelsPerUnit(window.z());
    for (var part : parts) {
      int keptX = part[0];
      int keptY = part[1];
      path.moveTo(window.x(keptX), window.y(keptY));
      for (int i = 2; i < part.length; i += 2) {
        boolean last = i == part.length - 2;
        if (last
            || Math.abs((double) part[i] - keptX) + Math.abs((double) part[i + 1] - keptY)
                >= stepUnits) {
          keptX = part[i];
          keptY = part[i + 1];
          path.lineTo(window.x(keptX), window.y(keptY));
        }
      }
      if (area) {
        path.closePath();
      }
    }
    return path;
  }
}
