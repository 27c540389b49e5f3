package org.wanglou.gis.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The ground on which people settle: outline, terrain, waters. All shapes on the plane.
 *
 * @param riverM distance of each cell to the nearest river
 * @param streamCells cells that a stream runs through
 * @param wetM distance of each cell to the nearest reservoir or pond
 */
@SuppressWarnings("ArrayRecordComponent") // fields over many cells; never compared
record Land(
    Polygon outline,
    Terrain terrain,
    Rivers rivers,
    Reservoirs reservoirs,
    double[] riverM,
    boolean[] streamCells,
    double[] wetM,
    IndexedFacetDistance waterside) {

  static Land of(Polygon outline) {
    var terrain = Terrain.of(outline);
    var rivers = Rivers.of(terrain, outline);
    var reservoirs = Reservoirs.of(terrain);
    var grid = terrain.grid();
    var riverCells = traced(grid, rivers.rivers());
    var streams = traced(grid, rivers.courses().stream().filter(c -> !c.river()).toList());
    return new Land(
        outline,
        terrain,
        rivers,
        reservoirs,
        grid.distanceTo(i -> riverCells[i]),
        streams,
        grid.distanceTo(i -> reservoirs.wet()[i]),
        new IndexedFacetDistance(waters(rivers, reservoirs)));
  }

  Grid grid() {
    return terrain.grid();
  }

  /** Distance to the nearest river, reservoir or pond, to the metre. */
  double waterM(Geometry shape) {
    return waterside.distance(shape);
  }

  double waterM(Coordinate place) {
    return waterM(XiOutline.GEOMETRIES.createPoint(place));
  }

  double insideM(Coordinate place) {
    return terrain.insideM()[grid().at(place)];
  }

  private static Geometry waters(Rivers rivers, Reservoirs reservoirs) {
    var all = new java.util.ArrayList<Geometry>();
    rivers.rivers().forEach(c -> all.add(c.line()));
    reservoirs.all().forEach(r -> all.add(r.shore()));
    return XiOutline.GEOMETRIES.buildGeometry(all);
  }

  private static boolean[] traced(Grid grid, List<Rivers.Course> courses) {
    var cells = new boolean[grid.size()];
    for (var course : courses) {
      trace(grid, course.line(), cells);
    }
    return cells;
  }

  private static void trace(Grid grid, LineString line, boolean[] cells) {
    var places = line.getCoordinates();
    for (int i = 1; i < places.length; i++) {
      int steps = 1 + (int) (places[i - 1].distance(places[i]) / 20);
      for (int k = 0; k <= steps; k++) {
        cells[grid.at(Curves.between(places[i - 1], places[i], (double) k / steps))] = true;
      }
    }
  }
}
