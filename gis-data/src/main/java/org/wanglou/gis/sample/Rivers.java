package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Rivers and streams where much water runs together, drawn as smooth lines downstream. Also wears
 * broad floors into the valleys, where roads and villages find room.
 */
final class Rivers {
  static final double RIVER_FROM_M2 = 22e6;
  static final double STREAM_FROM_M2 = 2.5e6;
  private static final double LEAVING_FROM_M2 = 100e6; // smaller rivers beyond are not followed

  /** Real names on invented courses, and so marked; in order of the area drained. */
  private static final List<String> NAMES =
      List.of("昕水河", "紫川河", "义泉河", "宋家河", "川口河", "桑峨河", "长寿河", "坪城河");

  /**
   * One water course from its head to its mouth.
   *
   * @param river false for a stream
   * @param rank 1 the main river, 2 and 3 its tributaries
   * @param line on the plane, inside the county
   */
  record Course(boolean river, String name, int rank, double areaM2, LineString line) {
    /** This course, led on from its end to the nearest place of the others. */
    private Course ledTo(List<Course> others) {
      var end = line.getEndPoint();
      var nearest =
          others.stream()
              .min(Comparator.comparingDouble(o -> o.line.distance(end)))
              .orElseThrow()
              .line;
      var places = new ArrayList<>(List.of(line.getCoordinates()));
      places.add(DistanceOp.nearestPoints(nearest, end)[0]);
      return new Course(
          river,
          name,
          rank,
          areaM2,
          XiOutline.GEOMETRIES.createLineString(places.toArray(Coordinate[]::new)));
    }
  }

  private record Stem(List<Integer> cells, double areaM2) {}

  private final Terrain terrain;
  private final List<Course> courses = new ArrayList<>();
  private final List<Course> whole = new ArrayList<>();

  private Rivers(Terrain terrain) {
    this.terrain = terrain;
  }

  /**
   * Rivers of the neighbours, without names, and of the county's own what runs on to join them.
   *
   * @param region where they are drawn
   */
  static Rivers beyond(Terrain county, Outskirts outskirts, Geometry region) {
    var far = new Rivers(outskirts.asTerrain());
    far.draw(region);
    far.whole.removeIf(course -> !course.river());
    far.courses.removeIf(course -> course.line().getLength() < 400);
    var own = new Rivers(county);
    own.draw(region);
    var into = List.copyOf(far.whole);
    for (var course : own.rivers()) {
      if (course.areaM2() > LEAVING_FROM_M2) {
        far.courses.add(leaves(course, region) ? course.ledTo(into) : course);
      }
    }
    for (var course : own.whole) {
      if (course.areaM2() > LEAVING_FROM_M2 && leaves(course, region)) {
        far.whole.add(course.ledTo(into));
      }
    }
    return far;
  }

  private static boolean leaves(Course course, Geometry region) {
    return region.contains(course.line().getEndPoint())
        && region.getBoundary().distance(course.line().getEndPoint()) > 800;
  }

  static Rivers of(Terrain terrain, Polygon outline) {
    var rivers = new Rivers(terrain);
    rivers.draw(outline);
    rivers.broadenValleys();
    return rivers;
  }

  List<Course> courses() {
    return courses;
  }

  /** From head to mouth, uncut: where beds lie. Larger ones first. */
  List<Course> whole() {
    return whole;
  }

  List<Course> rivers() {
    return courses.stream().filter(Course::river).toList();
  }

  private void draw(Geometry region) {
    var stems = stems();
    var drawn = new Coordinate[terrain.grid().size()][];
    int named = 0;
    for (var stem : stems) {
      var line = smoothed(stem, drawn);
      var name =
          stem.areaM2() > 2 * RIVER_FROM_M2 && named < NAMES.size() ? NAMES.get(named++) : "";
      boolean river = stem.areaM2() >= RIVER_FROM_M2;
      whole.add(new Course(river, name, rank(stem), stem.areaM2(), line));
      cut(stem, line, name, region);
    }
  }

  /** Splits a stem where the stream becomes a river, and keeps what lies in the region. */
  private void cut(Stem stem, LineString line, String name, Geometry region) {
    var area = terrain.drainage().areaM2();
    int rank = rank(stem);
    var indexed = new LengthIndexedLine(line);
    double split = 0;
    for (int cell : stem.cells()) {
      if (area[cell] >= RIVER_FROM_M2) {
        split = indexed.project(terrain.grid().middle(cell));
        break;
      }
      split = indexed.getEndIndex();
    }
    add(false, "", 4, stem, indexed.extractLine(0, split).intersection(region));
    add(
        true,
        name,
        rank,
        stem,
        indexed.extractLine(split, indexed.getEndIndex()).intersection(region));
  }

  private static int rank(Stem stem) {
    return stem.areaM2() > 700e6 ? 1 : stem.areaM2() > 110e6 ? 2 : 3;
  }

  private void add(boolean river, String name, int rank, Stem stem, Geometry pieces) {
    for (int i = 0; i < pieces.getNumGeometries(); i++) {
      if (pieces.getGeometryN(i) instanceof LineString piece && piece.getLength() > 150) {
        courses.add(new Course(river, name, rank, stem.areaM2(), piece));
      }
    }
  }

  /** Each stem follows the larger inflow upward; its mouth cell lies on the stem it joins. */
  private List<Stem> stems() {
    var drainage = terrain.drainage();
    var area = drainage.areaM2();
    var largest = new int[terrain.grid().size()];
    Arrays.fill(largest, -1);
    for (int cell : drainage.order()) {
      int down = drainage.receiver()[cell];
      if (down != cell && (largest[down] < 0 || area[cell] > area[largest[down]])) {
        largest[down] = cell;
      }
    }
    var stems = new ArrayList<Stem>();
    for (int cell : drainage.order()) {
      int down = drainage.receiver()[cell];
      if (area[cell] < STREAM_FROM_M2 || (down != cell && largest[down] == cell)) {
        continue;
      }
      var cells = new ArrayList<Integer>();
      cells.add(down);
      for (int up = cell; up >= 0 && area[up] >= STREAM_FROM_M2; up = largest[up]) {
        cells.add(0, up);
      }
      stems.add(new Stem(cells, area[cell]));
    }
    stems.sort(Comparator.comparingDouble(Stem::areaM2).reversed());
    return stems;
  }

  /** The cells' middles made smooth, ending exactly on the line of the stem that is joined. */
  private LineString smoothed(Stem stem, Coordinate[][] drawn) {
    var middles = stem.cells().stream().map(terrain.grid()::middle).toArray(Coordinate[]::new);
    int mouth = stem.cells().get(stem.cells().size() - 1);
    if (drawn[mouth] != null) {
      var onto = XiOutline.GEOMETRIES.createLineString(drawn[mouth]);
      var indexed = new LengthIndexedLine(onto);
      middles[middles.length - 1] =
          indexed.extractPoint(indexed.project(middles[middles.length - 1]));
    }
    var line = Curves.smooth(winding(Curves.smooth(Curves.simplified(middles, 55), 1)), 2);
    stem.cells().forEach(cell -> drawn[cell] = drawn[cell] == null ? line : drawn[cell]);
    return XiOutline.GEOMETRIES.createLineString(line);
  }

  /** Bends of the water itself, smaller than those of the valley; both ends stay. */
  private Coordinate[] winding(Coordinate[] line) {
    var indexed = new LengthIndexedLine(XiOutline.GEOMETRIES.createLineString(line));
    var bends = Noise.of("bends");
    double length = indexed.getEndIndex();
    var wound = new ArrayList<Coordinate>();
    wound.add(line[0]);
    for (double at = 70; at < length - 70; at += 70) {
      var place = indexed.extractPoint(at);
      double calm = Math.min(1, Math.min(at, length - at) / 300);
      double aside = 45 * calm * bends.smooth(place.x + 3 * place.y, at, 260);
      wound.add(indexed.extractPoint(at, aside));
    }
    wound.add(line[line.length - 1]);
    return wound.toArray(Coordinate[]::new);
  }

  private void broadenValleys() {
    var grid = terrain.grid();
    var height = terrain.height();
    var area = terrain.drainage().areaM2();
    var floor = new double[grid.size()];
    var reach = new double[grid.size()];
    var queue = new CellQueue();
    for (int cell : terrain.drainage().order()) {
      if (area[cell] >= STREAM_FROM_M2) {
        floor[cell] = height[cell];
        reach[cell] = 130 + 190 * StrictMath.log10(area[cell] / STREAM_FROM_M2);
        queue.add(cell, 0);
      }
    }
    var done = new boolean[grid.size()];
    while (!queue.isEmpty()) {
      double away = queue.cost();
      int cell = queue.take();
      if (done[cell]) {
        continue;
      }
      done[cell] = true;
      double level = floor[cell] + 0.02 * away;
      double share = Math.max(0, Math.min(1, 2 - 1.5 * away / reach[cell]));
      height[cell] = Math.min(height[cell], share * level + (1 - share) * height[cell]);
      for (var by : Grid.AROUND) {
        int other = grid.step(cell, by);
        double then = away + grid.stepM(by);
        if (other >= 0 && !done[other] && then < 1.4 * reach[cell]) {
          if (reach[other] == 0 || floor[other] == 0) {
            floor[other] = floor[cell];
            reach[other] = reach[cell];
          }
          queue.add(other, then);
        }
      }
    }
  }
}
