package org.wanglou.command.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.PlainRoad;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Provenance;

/** A county from 110.7 to 111.2 degrees east and 36.4 to 36.9 north, with units. */
public final class TestCounty {
  public static final double LON = 110.94;
  public static final double LAT = 36.69;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private TestCounty() {}

  /** With units named 消防01, 消防02 and so on. */
  public static TestServer.Filling withUnits(int units) {
    return database -> {
      bounds(database);
      database.write(
          RealmId.REAL,
          tx -> {
            UnitSeeds.replace(tx, seeds(units), Instant.now());
            return null;
          });
    };
  }

  /**
   * With units, and with roads from their base over (110.945, 36.69) and (110.96, 36.69) to
   * (110.98, 36.69), the second half also by a detour over the north.
   */
  public static TestServer.Filling withRoads(int units) {
    return database ->
        database.write(
            RealmId.REAL,
            tx -> {
              DatasetLoader.store(tx, dataset());
              UnitSeeds.replace(tx, seeds(units), Instant.now());
              return null;
            });
  }

  private static Dataset dataset() {
    var nodes =
        List.of(
            at(110.94, 36.69),
            at(110.945, 36.69),
            at(110.96, 36.69),
            at(110.98, 36.69),
            at(110.97, 36.70));
    var edges =
        List.of(
            road(nodes, 0, 1),
            road(nodes, 1, 2),
            road(nodes, 2, 3),
            road(nodes, 2, 4),
            road(nodes, 4, 3));
    return new Dataset(
        "sample",
        "隰县",
        "test",
        "test",
        Provenance.SYNTHETIC,
        Optional.empty(),
        (Polygon) FACTORY.toGeometry(new Envelope(110.7, 111.2, 36.4, 36.9)),
        new Dataset.RoadNetwork(nodes, edges, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private static Dataset.RoadEdge road(List<Point> nodes, int from, int to) {
    var ends = new Coordinate[] {nodes.get(from).getCoordinate(), nodes.get(to).getCoordinate()};
    double lengthM = Geodesic.WGS84.Inverse(ends[0].y, ends[0].x, ends[1].y, ends[1].x).s12;
    return PlainRoad.edge(
        from, to, FACTORY.createLineString(ends), lengthM, "secondary", Optional.empty());
  }

  public static List<UnitSeed> seeds(int units) {
    var seeds = new ArrayList<UnitSeed>();
    for (int i = 1; i <= units; i++) {
      seeds.add(seed("消防%02d".formatted(i)));
    }
    return seeds;
  }

  public static UnitSeed seed(String name) {
    return new UnitSeed(
        name,
        "fire_engine",
        "fire_engine",
        List.of("firefighting", "rescue"),
        6,
        "station-1",
        "龙泉消防站",
        at(LON, LAT),
        Provenance.SYNTHETIC);
  }

  /** The county's row without anything in it. */
  public static void bounds(Database database) {
    database.reference(
        tx ->
            tx.execute(
                """
                INSERT INTO dataset (id, kind, name, source, attribution, provenance, bounds)
                VALUES (?, 'sample', '隰县', 'test', 'test', 'SYNTHETIC',
                        ST_MakeEnvelope(110.7, 36.4, 111.2, 36.9, 4490))""",
                UUID.randomUUID()));
  }

  public static Point at(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }

  /** GeoJSON. */
  public static JsonObject point(double lon, double lat) {
    return new JsonObject()
        .put("type", "Point")
        .put("coordinates", new JsonArray().add(lon).add(lat));
  }

  /** A report with what is demanded and no more. */
  public static JsonObject report() {
    return new JsonObject()
        .put("kind", "forest_fire")
        .put("title", "西岭山火")
        .put("location", point(LON, LAT));
  }

  /** Reports an incident and returns it. */
  public static JsonObject incident(TestClient client) {
    return client.post("/api/v1/incidents", report()).expect(201).json();
  }

  /** Ids of all units, by name. */
  public static List<String> unitIds(TestClient client) {
    return client
        .get("/api/v1/units?limit=1000")
        .expect(200)
        .json()
        .getJsonArray("results")
        .stream()
        .map(it -> ((JsonObject) it).getString("id"))
        .toList();
  }

  public static JsonObject order(String incident, String unit) {
    return new JsonObject().put("incident_id", incident).put("unit_id", unit);
  }
}
