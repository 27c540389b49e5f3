package org.wanglou.gis.vectortile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

class LayerTilesTest {
  private static final TileAddress PLACE = new TileAddress(8, 206, 99);
  @TempDir Path folder;
  private TestDatabase db;
  private LayerTiles tiles;

  @BeforeEach
  void start() {
    db = TestDatabase.fresh("gis");
    tiles = new LayerTiles(db.database(), folder, Clock.systemUTC());
    fill(40);
  }

  @AfterEach
  void stop() {
    db.close();
  }

  @Test
  void the_same_tile_is_made_once_however_many_ask_for_it_at_once() throws Exception {
    var layer = tiles.layer("cistern");
    var pool = Executors.newFixedThreadPool(8);
    var answers = new ArrayList<Future<LayerTiles.Tile>>();
    try (var lock = db.superuser().open()) {
      lock.begin();
      lock.execute("LOCK TABLE feature");
      for (int i = 0; i < 8; i++) {
        answers.add(pool.submit(() -> tiles.tile(layer, PLACE)));
      }
      while (making() == 0) {
        Thread.sleep(20);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(making()).isEqualTo(1);
        Thread.sleep(10);
      }
      lock.rollback();
    } finally {
      pool.shutdown();
    }
    for (var answer : answers) {
      assertThat(answer.get().mvt()).isEqualTo(answers.get(0).get().mvt()).isNotEmpty();
    }
  }

  /** Queries for tiles that wait for the locked table. */
  private int making() {
    return db.superuser()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%ST_AsMVT(%'"
                            + " AND wait_event_type = 'Lock'")
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void revisions_do_not_come_back_when_an_older_state_of_the_database_does() {
    long before = tiles.layer("cistern").revision();
    db.superuser().useHandle(h -> h.execute("ALTER TABLE layer_type DISABLE TRIGGER USER"));
    db.superuser()
        .useHandle(h -> h.execute("UPDATE layer_type SET revision = 3 WHERE id = 'cistern'"));
    db.superuser().useHandle(h -> h.execute("ALTER TABLE layer_type ENABLE TRIGGER USER"));
    fill(5);
    assertThat(tiles.layer("cistern").revision()).isGreaterThan(before);
  }

  @Test
  void a_change_makes_a_new_revision_and_a_new_tile_at_once() {
    var before = tiles.layer("cistern");
    var old = tiles.tile(before, PLACE);
    fill(10);
    var after = tiles.layer("cistern");
    assertThat(after.revision()).isGreaterThan(before.revision());
    var fresh = tiles.tile(after, PLACE);
    assertThat(fresh.revision()).isEqualTo(after.revision());
    assertThat(fresh.mvt().length).isLessThan(old.mvt().length);
  }

  @Test
  void a_tile_asked_for_under_an_old_revision_says_which_one_it_shows() {
    var before = tiles.layer("cistern");
    fill(10);
    assertThat(tiles.tile(before, PLACE).revision()).isEqualTo(tiles.layer("cistern").revision());
  }

  @Test
  void what_was_made_is_found_again_after_a_restart() {
    var layer = tiles.layer("cistern");
    var made = tiles.tile(layer, PLACE);
    tiles.settle();
    db.superuser().useHandle(h -> h.execute("DELETE FROM feature"));
    var again = new LayerTiles(db.database(), folder, Clock.systemUTC());
    assertThat(again.tile(layer, PLACE).mvt()).isEqualTo(made.mvt());
  }

  @Test
  void disk_and_memory_are_bounded_and_the_oldest_tiles_go_first() throws Exception {
    var kept = new KeptTiles(folder.resolve("small"), 5_000, 20_000);
    for (int i = 0; i < 100; i++) {
      kept.keep("x/1/" + i + ".mvt", new byte[1_000]);
      kept.settle();
    }
    assertThat(kept.written()).isLessThanOrEqualTo(20_000);
    assertThat(kept.held()).isLessThanOrEqualTo(5_000);
    try (var files = Files.walk(folder.resolve("small"))) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum())
          .isEqualTo(kept.written());
    }
    assertThat(kept.find("x/1/99.mvt")).isPresent();
    assertThat(kept.find("x/1/0.mvt")).isEmpty();
    assertThat(new KeptTiles(folder.resolve("small"), 5_000, 20_000).written())
        .isEqualTo(kept.written());
  }

  @Test
  void ended_features_are_left_out_and_coming_ones_say_when() {
    db.superuser()
        .useHandle(
            h -> {
              h.execute("UPDATE feature SET valid_from = '2020-01-01Z', valid_to = '2021-01-01Z'");
              h.execute(
                  "UPDATE feature SET valid_from = '2120-01-01Z', valid_to = NULL WHERE external_id = 'c5'");
            });
    var mvt =
        new String(
            tiles.tile(tiles.layer("cistern"), PLACE).mvt(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(mvt).contains("池5", "2120-01-01").doesNotContain("池6");
  }

  @Test
  void a_place_outside_of_the_pyramid_is_not_found() {
    assertThatThrownBy(() -> new TileAddress(3, 8, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new TileAddress(-1, 0, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new TileAddress(23, 0, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> tiles.layer("dragons")).isInstanceOf(Fault.class);
  }

  private void fill(int count) {
    var factory = new GeometryFactory();
    Stream<NewFeature> features =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new NewFeature(
                        Optional.of("c" + i),
                        "池" + i,
                        factory.createPoint(new Coordinate(110.8 + 0.001 * i, 36.7)),
                        java.util.Map.of("volume_m3", i),
                        Provenance.SYNTHETIC,
                        "test",
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty()));
    db.database()
        .write(
            RealmId.REAL,
            tx ->
                FeatureStore.replace(
                    tx,
                    LayerTypes.require(tx, "cistern"),
                    features,
                    new Change(Instant.now(), "test", "", Change.Act.IMPORTED)));
  }
}
