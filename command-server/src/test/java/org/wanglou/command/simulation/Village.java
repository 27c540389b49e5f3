package org.wanglou.command.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.drills.unit.Place;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.PlainRoad;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Provenance;

/**
 * Two junctions, with a straight road of 220 m between them and a way round of 560 m, and a road on
 * beyond each of them. At 0 is the station; a patrol finds road in every direction from there.
 *
 * <pre>
 *                 2 ──────── 3
 *                 │          │
 *   6 ──── 0 ──── 1 ──────── 4 ──── 5
 * </pre>
 */
final class Village {
  static final double LAT = 36.69;
  static final double WEST = 110.930;
  static final double FIRST = 110.9335;
  static final double SECOND = 110.936;
  static final double EAST = 110.9367;
  private static final double FARTHEST_WEST = 110.9265;
  private static final double NORTH = 36.6915;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private Village() {}

  static TestServer.Filling of(String kind, UnitSeed... units) {
    return database -> {
      database.reference(tx -> DatasetLoader.store(tx, dataset(kind)));
      database.write(
          RealmId.REAL,
          tx -> {
            UnitSeeds.replace(tx, List.of(units), Instant.now());
            return null;
          });
    };
  }

  static UnitSeed engine(String name, String type, Provenance provenance) {
    return new UnitSeed(
        name,
        type,
        "fire_engine",
        List.of("firefighting"),
        6,
        "station-1",
        "龙泉消防站",
        point(WEST, LAT),
        provenance);
  }

  private static Dataset dataset(String kind) {
    var nodes =
        List.of(
            point(WEST, LAT),
            point(FIRST, LAT),
            point(FIRST, NORTH),
            point(SECOND, NORTH),
            point(SECOND, LAT),
            point(EAST, LAT),
            point(FARTHEST_WEST, LAT));
    var edges =
        List.of(
            edge(nodes, 0, 1),
            edge(nodes, 1, 4),
            edge(nodes, 1, 2),
            edge(nodes, 2, 3),
            edge(nodes, 3, 4),
            edge(nodes, 4, 5),
            edge(nodes, 6, 0));
    return new Dataset(
        kind,
        "村",
        "test",
        "test",
        Provenance.SYNTHETIC,
        Optional.empty(),
        (Polygon) FACTORY.toGeometry(new Envelope(110.7, 111.2, 36.4, 36.9)),
        new RoadNetwork(nodes, edges, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private static RoadEdge edge(List<Point> nodes, int from, int to) {
    LineString line =
        FACTORY.createLineString(
            new Coordinate[] {nodes.get(from).getCoordinate(), nodes.get(to).getCoordinate()});
    double metres =
        Place.standing(nodes.get(from).getX(), nodes.get(from).getY())
            .distanceM(Place.standing(nodes.get(to).getX(), nodes.get(to).getY()));
    return PlainRoad.edge(from, to, line, metres, "primary", Optional.empty());
  }

  private static Point point(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }
}
