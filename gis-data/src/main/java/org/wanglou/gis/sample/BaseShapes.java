package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.wanglou.gis.dataset.Dataset.BaseFeature;

/** What the base map draws besides roads. */
final class BaseShapes {
  private static final int LARGE_VILLAGE = 420;

  private final List<BaseFeature> shapes = new ArrayList<>();

  private BaseShapes() {}

  static List<BaseFeature> of(
      Land land,
      Population people,
      List<Polygon> forests,
      RoadPlan roads,
      Townships townships,
      Neighbours around) {
    var base = new BaseShapes();
    base.add("boundary", "隰县", 1, land.outline());
    townships.lines().forEach(line -> base.add("boundary", "", 2, line));
    forests.forEach(f -> base.add("forest", "", 3, f));
    base.waters(land);
    base.towns(roads);
    base.villages(land, people, roads);
    base.names(people);
    base.neighbours(around);
    return base.shapes;
  }

  private void add(String kind, String name, int rank, Geometry onPlane) {
    var named = Optional.of(name).filter(n -> !n.isEmpty());
    shapes.add(new BaseFeature(kind, named, rank, Plane.lonLat(onPlane)));
  }

  private void waters(Land land) {
    for (var course : land.rivers().courses()) {
      var name = course.name().isEmpty() ? "" : course.name() + Names.MARK;
      add(course.river() ? "river" : "stream", name, course.rank(), course.line());
    }
    for (var lake : land.reservoirs().all()) {
      var name = lake.pond() ? "" : lake.name() + Names.MARK;
      add("water", name, lake.pond() ? 4 : 2, lake.shore());
    }
  }

  private void towns(RoadPlan roads) {
    for (var town : roads.towns()) {
      var lines = roads.streets(town).stream().map(RoadLine::places).toList();
      add("built_up", "", 3, around(lines, 62));
      buildings(town);
    }
  }

  private void buildings(Town town) {
    var dice = Noise.dice("buildings" + town.settlement().code());
    var streets = new ArrayList<Geometry>();
    town.streets().forEach(s -> streets.add(XiOutline.GEOMETRIES.createLineString(s.places())));
    var near =
        PreparedGeometryFactory.prepare(XiOutline.GEOMETRIES.buildGeometry(streets).buffer(9));
    for (var block : town.blocks()) {
      if (dice.nextDouble() < 0.12) {
        continue; // a square, a yard, a field
      }
      int rows = 2 + dice.nextInt(3);
      int columns = 2 + dice.nextInt(3);
      for (int i = 0; i < rows * columns; i++) {
        var house = house(block, rows, columns, i, 0.18 + 0.14 * dice.nextDouble());
        if (dice.nextDouble() > 0.15 && !near.intersects(house)) {
          add("building", "", 5, house);
        }
      }
    }
  }

  /** One of rows times columns houses; each leaves a share of its lot free on every side. */
  private static Polygon house(Polygon block, int rows, int columns, int i, double free) {
    double u = 0.1 + 0.8 * (i % columns) / columns;
    int row = i / columns;
    double v = 0.1 + 0.8 * row / rows;
    double du = 0.8 / columns;
    double dv = 0.8 / rows;
    var corners =
        new Coordinate[] {
          in(block, u + free * du, v + free * dv),
          in(block, u + (1 - free) * du, v + free * dv),
          in(block, u + (1 - free) * du, v + (1 - free) * dv),
          in(block, u + free * du, v + (1 - free) * dv),
          null
        };
    corners[4] = corners[0];
    return XiOutline.GEOMETRIES.createPolygon(corners);
  }

  /** The place at the shares u and v of a four-cornered block. */
  private static Coordinate in(Polygon block, double u, double v) {
    var c = block.getCoordinates();
    return Curves.between(Curves.between(c[0], c[1], u), Curves.between(c[3], c[2], u), v);
  }

  private void villages(Land land, Population people, RoadPlan roads) {
    for (var settlement : people.settlements()) {
      var heart = roads.hearts().get(settlement.code());
      if (heart != null) {
        var lines = new ArrayList<Coordinate[]>();
        Village.lanes(land, settlement, heart).forEach(lane -> lines.add(lane.places()));
        lines.add(new Coordinate[] {heart, new Coordinate(heart.x + 15, heart.y + 10)});
        double reach = settlement.kind() == Settlement.Kind.VILLAGE ? 48 : 36;
        add("built_up", "", 4, around(lines, reach));
      }
    }
  }

  private static Geometry around(List<Coordinate[]> lines, double reachM) {
    var all = lines.stream().map(XiOutline.GEOMETRIES::createLineString).toArray(LineString[]::new);
    var parameters = new BufferParameters(3);
    var area =
        org.locationtech.jts.operation.buffer.BufferOp.bufferOp(
            XiOutline.GEOMETRIES.createMultiLineString(all), reachM, parameters);
    var simple = TopologyPreservingSimplifier.simplify(area, 6);
    return XiOutline.GEOMETRIES.buildGeometry(
        IntStream.range(0, simple.getNumGeometries())
            .mapToObj(i -> ((Polygon) simple.getGeometryN(i)).getExteriorRing())
            .map(XiOutline.GEOMETRIES::createPolygon)
            .toList());
  }

  private void names(Population people) {
    for (var settlement : people.settlements()) {
      var point = XiOutline.GEOMETRIES.createPoint(settlement.centre());
      switch (settlement.kind()) {
        case SEAT -> add("place", "隰县", 1, point);
        case TOWN -> add("place", settlement.name(), 2, point);
        case VILLAGE ->
            add("place", settlement.name(), people.of(settlement) >= LARGE_VILLAGE ? 3 : 4, point);
        case COMMUNITY -> {
          if (settlement.name().endsWith("社区")) {
            add("place", settlement.name(), 5, point);
          }
        }
        case GROUP -> add("place", settlement.name(), 6, point);
      }
    }
  }

  private void neighbours(Neighbours around) {
    around.rivers().rivers().forEach(river -> add("river", "", river.rank(), river.line()));
    around
        .names()
        .forEach(
            (name, place) -> add("neighbour", name, 1, XiOutline.GEOMETRIES.createPoint(place)));
  }
}
