package org.wanglou.ops.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.ops.client.Seat;

/**
 * A layer of 10,000 points, lines and areas as GeoJSON over HTTP, in turn with the bare statement
 * {@code SELECT ST_AsGeoJSON(f.*)} on the same rows.
 */
final class LayerReads {
  private static final String LAYER = "fire_break";
  private static final int FEATURES = 10_000;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 15;
  private static final String BARE =
      "SELECT ST_AsGeoJSON(f.*) FROM feature f WHERE layer = '" + LAYER + "' ORDER BY id";
  private static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);

  private final Database database;
  private final Seat desk;

  LayerReads(Database database, Seat desk) {
    this.database = database;
    this.desk = desk;
  }

  /** Median and ratio as a cell of the table. */
  String measure() throws Exception {
    fill();
    var ours = new double[ROUNDS];
    var bare = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      double http = millis(() -> desk.bytes("/api/v1/layers/" + LAYER + "/features").length);
      double sql = millis(this::readBare);
      if (i >= 0) {
        ours[i] = http;
        bare[i] = sql;
      }
    }
    var whole = Figures.of(ours);
    var row = Figures.of(bare);
    return "%s; bare statement p50 %.1f ms; ratio of p50 %.2f"
        .formatted(whole, row.percentile(0.5), whole.percentile(0.5) / row.percentile(0.5));
  }

  private void fill() {
    database.reference(
        tx ->
            FeatureStore.replace(
                tx,
                LayerTypes.require(tx, LAYER),
                IntStream.range(0, FEATURES).mapToObj(LayerReads::feature),
                new Change(Instant.now(), "system:bench", "", Change.Act.IMPORTED)));
  }

  private int readBare() {
    return database.reference(
        tx ->
            tx.createQuery(BARE).setFetchSize(1_000).mapTo(String.class).stream()
                .mapToInt(String::length)
                .sum());
  }

  private static NewFeature feature(int i) {
    Map<String, Object> attributes =
        Map.of(
            "kind", "bare_soil",
            "width_m", 8 + i % 20,
            "condition", "good",
            "last_cleared", "2025-03-01",
            "maintained_by", "第" + i % 30 + "管护站");
    return new NewFeature(
        Optional.of("bench-" + i),
        "隔离带" + i,
        geometry(i, new Random(i)),
        attributes,
        Provenance.SYNTHETIC,
        "bench",
        OptionalDouble.of(5),
        Optional.empty(),
        Optional.empty());
  }

  /** In turn a point, a line of 10 and an area of 20 corners. */
  private static Geometry geometry(int i, Random chance) {
    double lon = 110.7 + chance.nextDouble() * 0.5;
    double lat = 36.4 + chance.nextDouble() * 0.5;
    var at = new Coordinate(lon, lat);
    return switch (i % 3) {
      case 0 -> CGCS2000.createPoint(at);
      case 1 -> CGCS2000.createLineString(path(at, chance));
      default -> CGCS2000.createPoint(at).buffer(0.001, 5);
    };
  }

  private static Coordinate[] path(Coordinate from, Random chance) {
    return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).stream()
        .map(n -> new Coordinate(from.x + n * 1e-3, from.y + chance.nextDouble() * 1e-3))
        .toArray(Coordinate[]::new);
  }

  /** What takes its time. */
  private interface Act {
    int run() throws Exception;
  }

  private static double millis(Act act) throws Exception {
    long began = System.nanoTime();
    if (act.run() == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return (System.nanoTime() - began) / 1e6;
  }
}
