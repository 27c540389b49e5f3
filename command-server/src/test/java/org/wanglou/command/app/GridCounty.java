package org.wanglou.command.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.PlainRoad;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Provenance;

/**
 * A county whose roads are a square grid, a valley with one way in, and an island with one road
 * that no other road leads to. Crossing (column, row) lies at 110.9 + column / 200, 36.65 + row /
 * 200: some 446 m apart from west to east and 555 m from south to north.
 */
public final class GridCounty {
  public static final Point ISLAND = at(111.05, 36.8);

  /** The end of a road that leads from crossing (0, 0) to the south and nowhere else. */
  public static final Point VALLEY = crossing(0, -8);

  /** On the road into the valley; who closes it here cuts the valley off. */
  public static final Point VALLEY_ENTRANCE = crossing(0, -2);

  /** Inside the bounds, some 10 km from any road. */
  public static final Point WILDERNESS = at(110.75, 36.45);

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);
  private static final double WEST = 110.9;
  private static final double SOUTH = 36.65;
  private static final double STEP = 0.005;
  private static final double METRES_PER_DEGREE = 111_195;

  private final int size;
  private final List<Point> nodes = new ArrayList<>();
  private final List<RoadEdge> edges = new ArrayList<>();
  private final List<LayerFeature> features = new ArrayList<>();
  private final List<UnitSeed> units = new ArrayList<>();

  private GridCounty(int size) {
    this.size = size;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        nodes.add(crossing(column, row));
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int node = row * size + column;
        if (column + 1 < size) {
          edge(node, node + 1, "东西" + row + "路");
        }
        if (row + 1 < size) {
          edge(node, node + size, "南北" + column + "路");
        }
      }
    }
    nodes.add(ISLAND);
    nodes.add(at(ISLAND.getX() + STEP, ISLAND.getY()));
    edge(nodes.size() - 2, nodes.size() - 1, "孤岛路");
    nodes.add(crossing(0, -4));
    nodes.add(VALLEY);
    edge(0, nodes.size() - 2, "进谷路");
    edge(nodes.size() - 2, nodes.size() - 1, "谷中路");
  }

  /** {@code size} times {@code size} crossings. */
  public static GridCounty of(int size) {
    return new GridCounty(size);
  }

  public static Point crossing(int column, int row) {
    return at(WEST + column * STEP, SOUTH + row * STEP);
  }

  /** The middle of the road from a crossing to the next one in the east. */
  public static Point eastOf(int column, int row) {
    return at(WEST + (column + 0.5) * STEP, SOUTH + row * STEP);
  }

  public static Point at(double lon, double lat) {
    return new GeometryFactory(new PrecisionModel(), 4490).createPoint(new Coordinate(lon, lat));
  }

  /** A fire engine at a crossing. */
  public GridCounty engine(String name, int column, int row) {
    return unit(name, "fire_engine", 6, crossing(column, row), "firefighting", "rescue");
  }

  /** A unit whose vehicle has the profile of an engine. */
  public GridCounty unit(String name, String type, int crew, Point base, String... capabilities) {
    units.add(
        new UnitSeed(
            name,
            type,
            "fire_engine",
            List.of(capabilities),
            crew,
            "station-" + name,
            name + "驻地",
            base,
            Provenance.SYNTHETIC));
    return this;
  }

  public GridCounty feature(String layer, String name, Point place) {
    features.add(
        new LayerFeature(
            layer,
            layer + "-" + features.size(),
            name,
            place,
            Map.of(),
            Provenance.SYNTHETIC,
            Optional.empty()));
    return this;
  }

  /** Stores it before a server starts. */
  public TestServer.Filling filling() {
    return database -> {
      database.reference(tx -> DatasetLoader.store(tx, dataset()));
      database.write(
          RealmId.REAL,
          tx -> {
            UnitSeeds.replace(tx, units, Instant.now());
            return null;
          });
    };
  }

  public Dataset dataset() {
    return new Dataset(
        "sample",
        "棋盘县",
        "grid of " + size,
        "Wanglou",
        Provenance.SYNTHETIC,
        Optional.empty(),
        (Polygon) FACTORY.toGeometry(new Envelope(110.7, 111.2, 36.4, 36.9)),
        new RoadNetwork(nodes, edges, List.of()),
        List.of(),
        features,
        units);
  }

  private void edge(int from, int to, String name) {
    var a = nodes.get(from).getCoordinate();
    var b = nodes.get(to).getCoordinate();
    double north = (b.y - a.y) * METRES_PER_DEGREE;
    double east = (b.x - a.x) * METRES_PER_DEGREE * Math.cos(Math.toRadians(a.y));
    edges.add(
        PlainRoad.edge(
            from,
            to,
            FACTORY.createLineString(new Coordinate[] {a, b}),
            Math.hypot(north, east),
            "tertiary",
            Optional.of(name)));
  }
}
