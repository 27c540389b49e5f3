package org.wanglou.command.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.gis.dataset.Dataset.Provenance;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/** A county without roads, from 110.7 to 111.2 degrees east and 36.4 to 36.9 north, with units. */
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
