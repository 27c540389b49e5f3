package org.wanglou.ops.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.ops.client.Seat;

/**
 * Layers over HTTP against the bare query of PostGIS that could answer the same, in one run and by
 * turns: vector tiles of 100,000 points, and 10,000 small areas as GeoJSON.
 */
final class LayerBench {
  private static final String MANY = "cistern";
  private static final int MANY_COUNT = 100_000;
  private static final String AREAS = "forest_compartment";
  private static final int AREA_COUNT = 10_000;
  private static final int ROUNDS = 4;
  private static final int READINGS = 40;
  private static final int[] ZOOMS = {10, 11, 12, 13};
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private static final String BARE_TILE =
      """
      SELECT ST_AsMVT(part, :layer, 4096, 'geom')
        FROM (SELECT ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(:z, :x, :y), 4096, 64, true) AS geom,
                     id::text AS id, name, external_id, provenance, attributes
                FROM feature
               WHERE layer = :layer
                 AND geom && ST_Transform(ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096), 4490)) part""";
  private static final String BARE_GEOJSON =
      """
      SELECT ST_AsGeoJSON(f, 'geom', 7)
        FROM (SELECT id, layer, name, external_id, attributes, provenance, source, accuracy_m, valid_from, valid_to,
                     revision, changed_at, changed_by, reason, geom
                FROM feature
               WHERE layer = :layer) f""";

  private record Address(int z, int x, int y) {}

  private final Database database;
  private final Seat desk;
  private final Envelope county;
  private final Random random = new Random(3);

  LayerBench(Database database, Seat desk, Envelope county) {
    this.database = database;
    this.desk = desk;
    this.county = county;
  }

  /** Rows of the Markdown table. */
  List<String> rows() throws Exception {
    fill(MANY, MANY_COUNT, false);
    fill(AREAS, AREA_COUNT, true);
    return List.of(tiles(), geoJson());
  }

  private String tiles() throws Exception {
    var addresses = addresses();
    var bare = new ArrayList<Double>();
    var cold = new ArrayList<Double>();
    var cached = new ArrayList<Double>();
    for (int round = -1; round < ROUNDS; round++) {
      long revision = nextRevision();
      for (var at : addresses) {
        var path =
            "/tiles/layers/%s/%d/%d/%d/%d.mvt".formatted(MANY, revision, at.z(), at.x(), at.y());
        double bareMs;
        double coldMs;
        if (random.nextBoolean()) {
          bareMs = timed(() -> bareTile(at));
          coldMs = timed(() -> desk.bytes(path));
        } else {
          coldMs = timed(() -> desk.bytes(path));
          bareMs = timed(() -> bareTile(at));
        }
        double cachedMs = timed(() -> desk.bytes(path));
        if (round >= 0) {
          bare.add(bareMs);
          cold.add(coldMs);
          cached.add(cachedMs);
        }
      }
    }
    var bareFigures = figures(bare);
    var coldFigures = figures(cold);
    var cachedFigures = figures(cached);
    return String.format(
        Locale.ROOT,
        "| vector tile of a layer of %,d features, zooms 10 to 13: bare ST_AsMVT query %s; over HTTP %s, p95 %.2f times"
            + " the bare query; again, from cache %s, p95 %.0f times as fast |",
        MANY_COUNT,
        bareFigures,
        coldFigures,
        coldFigures.percentile(0.95) / bareFigures.percentile(0.95),
        cachedFigures,
        coldFigures.percentile(0.95) / cachedFigures.percentile(0.95));
  }

  private String geoJson() throws Exception {
    var bare = new ArrayList<Double>();
    var http = new ArrayList<Double>();
    for (int i = -5; i < READINGS; i++) {
      double bareMs = timed(this::bareGeoJson);
      double httpMs = timed(() -> desk.bytes("/api/v1/layers/" + AREAS + "/features"));
      if (i >= 0) {
        bare.add(bareMs);
        http.add(httpMs);
      }
    }
    return String.format(
        Locale.ROOT,
        "| layer of %,d areas as GeoJSON: bare row-wise ST_AsGeoJSON %s; over HTTP %s, p50 %.2f times the bare query |",
        AREA_COUNT,
        figures(bare),
        figures(http),
        figures(http).percentile(0.5) / figures(bare).percentile(0.5));
  }

  /** Every tile of the zooms that the county touches, at most some two hundred. */
  private List<Address> addresses() {
    var all = new ArrayList<Address>();
    for (int z : ZOOMS) {
      for (int x = column(county.getMinX(), z); x <= column(county.getMaxX(), z); x++) {
        for (int y = row(county.getMaxY(), z); y <= row(county.getMinY(), z); y++) {
          all.add(new Address(z, x, y));
        }
      }
    }
    return all.size() <= 200
        ? all
        : IntStream.range(0, 200).mapToObj(i -> all.get(i * all.size() / 200)).toList();
  }

  private static int column(double longitude, int z) {
    return (int) Math.floor((longitude + 180) / 360 * (1 << z));
  }

  private static int row(double latitude, int z) {
    double sine = Math.sin(Math.toRadians(latitude));
    return (int) Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1 << z));
  }

  private Object bareTile(Address at) {
    return database.reference(
        tx ->
            tx.createQuery(BARE_TILE)
                .bind("layer", MANY)
                .bind("z", at.z())
                .bind("x", at.x())
                .bind("y", at.y())
                .mapTo(byte[].class)
                .one());
  }

  private Object bareGeoJson() {
    return database.reference(
        tx -> {
          long characters = 0;
          try (var rows =
              tx.createQuery(BARE_GEOJSON)
                  .bind("layer", AREAS)
                  .setFetchSize(1_000)
                  .mapTo(String.class)
                  .iterator()) {
            while (rows.hasNext()) {
              characters += rows.next().length();
            }
          }
          return characters;
        });
  }

  /** All tiles that were made are out of date. The server looks once a second. */
  private long nextRevision() throws InterruptedException {
    long revision =
        database.write(
            RealmId.REAL,
            tx ->
                tx.createQuery(
                        "UPDATE layer_type SET revision = revision + 1 WHERE id = :id RETURNING revision")
                    .bind("id", MANY)
                    .mapTo(Long.class)
                    .one());
    Thread.sleep(1_100);
    return revision;
  }

  private void fill(String layer, int count, boolean areas) {
    var features =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new NewFeature(
                        Optional.of("bench" + i),
                        "测量要素 " + i,
                        areas ? area() : FACTORY.createPoint(place()),
                        areas
                            ? Map.of("compartment", "林班" + i, "species", "油松", "area_ha", i / 10.0)
                            : Map.of(
                                "volume_m3", i % 500, "all_year", i % 2 == 0, "keeper", "管护人" + i),
                        Provenance.SYNTHETIC,
                        "bench",
                        OptionalDouble.of(5),
                        Optional.empty(),
                        Optional.empty()));
    database.write(
        RealmId.REAL,
        tx ->
            FeatureStore.replace(
                tx,
                LayerTypes.require(tx, layer),
                features,
                new Change(Instant.now(), "bench", "", Change.Act.IMPORTED)));
  }

  private Coordinate place() {
    return new Coordinate(
        county.getMinX() + random.nextDouble() * county.getWidth(),
        county.getMinY() + random.nextDouble() * county.getHeight());
  }

  /** Sixteen corners. */
  private Geometry area() {
    var centre = place();
    var corners = new Coordinate[17];
    for (int i = 0; i < 16; i++) {
      double radius = 0.001 + random.nextDouble() * 0.001;
      corners[i] =
          new Coordinate(
              centre.x + radius * Math.cos(i * Math.PI / 8),
              centre.y + radius * Math.sin(i * Math.PI / 8));
    }
    corners[16] = corners[0];
    return FACTORY.createPolygon(corners);
  }

  private interface Doing {
    Object once() throws IOException, InterruptedException;
  }

  private static double timed(Doing doing) throws IOException, InterruptedException {
    long began = System.nanoTime();
    doing.once();
    return (System.nanoTime() - began) / 1e6;
  }

  private static Figures figures(List<Double> durationsMs) {
    return Figures.of(durationsMs.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
