package org.wanglou.ops.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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

/** The search among 100,000 names made of what Chinese places are called after. */
final class SearchBench {
  static final int NAMES = 100_000;
  private static final int SEARCHES = 400;
  private static final int WARM_UP = 100;
  private static final String SYLLABLES =
      "龙泉午城黄土下李阳头寨子陡坡长寿重庆单家庄石马沟上留村南北东西大小古城朱峪紫川义合后堰前湾卫生院学校新建路口桥河山岭塬峁梁";
  private static final List<String> QUERIES =
      List.of(
          "lq",
          "龙",
          "龙泉",
          "longquan",
          "wsy",
          "cq",
          "zhangshou",
          "沟村",
          "g209",
          "龙q",
          "卫生 龙",
          "不存在的地名");

  private SearchBench() {}

  /** Adds the names, as another node would. */
  static void load(Database database, Envelope area) {
    var random = new Random(7);
    var geometry = new GeometryFactory(new PrecisionModel(), 4490);
    database.write(
        RealmId.REAL,
        tx ->
            FeatureStore.merge(
                tx,
                LayerTypes.require(tx, "hidden_danger"),
                IntStream.range(0, NAMES)
                    .mapToObj(
                        i ->
                            new NewFeature(
                                Optional.of("bench-" + i),
                                name(random),
                                geometry.createPoint(
                                    new Coordinate(
                                        random.nextDouble(area.getMinX(), area.getMaxX()),
                                        random.nextDouble(area.getMinY(), area.getMaxY()))),
                                Map.of(),
                                Provenance.SYNTHETIC,
                                "bench",
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.empty())),
                new Change(Instant.now(), "bench", "bench", Change.Act.IMPORTED)));
  }

  private static String name(Random random) {
    var name = new StringBuilder();
    for (int i = 3 + random.nextInt(6); i > 0; i--) {
      name.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
    }
    return name.toString();
  }

  static Figures searches(Seat desk) throws Exception {
    var durations = new double[SEARCHES];
    for (int i = -WARM_UP; i < SEARCHES; i++) {
      var text = QUERIES.get(Math.floorMod(i, QUERIES.size()));
      long began = System.nanoTime();
      desk.get("/api/v1/search?limit=10&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
      if (i >= 0) {
        durations[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return Figures.of(durations);
  }
}
