package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;

class TerrainStoreTest {
  private static final TerrainSource SURVEY =
      new TerrainSource(
          "dem.tif",
          "县自然资源局",
          "SURVEYED",
          Optional.of(LocalDate.of(2023, 5, 1)),
          OptionalDouble.of(2.5));

  private static final TerrainSource INVENTED =
      new TerrainSource("s", "s", "SYNTHETIC", Optional.empty(), OptionalDouble.empty());

  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void stored_heights_come_back_bit_by_bit_with_their_voids_and_source() {
    var grid = Hills.random(3, 530, 270, 900, 0.1);
    var stored = store(grid, SURVEY);
    var opened = TerrainStore.open(db.database(), stored);
    assertSame(opened, grid);
    assertThat(stored.posts()).isEqualTo(grid.posts());
    assertThat(stored.sources()).containsExactly(SURVEY);
    assertThat(stored.voidShare()).isBetween(0.09, 0.11);
    assertThat(stored.lowestM().getAsDouble()).isBetween(1_000.0, 1_001.0);
    assertThat(stored.highestM().getAsDouble()).isBetween(1_899.0, 1_900.0);
  }

  @Test
  void squares_that_are_all_void_take_no_row_and_read_as_voids() {
    var stored = store(Hills.of(600, 300, (c, r) -> c < 10 ? 5 : Float.NaN), SURVEY);
    assertThat(count("terrain_block")).isEqualTo(2);
    assertThat(TerrainStore.open(db.database(), stored).height(599, 299)).isNaN();
  }

  @Test
  void the_next_terrain_takes_the_place_of_the_first_under_another_id() {
    var first = store(Hills.flat(300, 1), SURVEY);
    var second = store(Hills.flat(3, 2), INVENTED);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(db.database().reference(TerrainStore::newest)).contains(second);
    assertThat(count("terrain")).isEqualTo(1);
    assertThat(count("terrain_block")).isEqualTo(1);
  }

  @Test
  void a_square_of_a_terrain_that_is_gone_is_an_error_and_no_void() {
    var gone = TerrainStore.open(db.database(), store(Hills.flat(300, 1), SURVEY));
    store(Hills.flat(300, 2), SURVEY);
    assertThatThrownBy(() -> gone.height(5, 5))
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.UNAVAILABLE));
  }

  @Test
  void only_what_is_synthetic_is_taken_away_as_synthetic() {
    store(Hills.flat(3, 1), SURVEY);
    removeSynthetic();
    assertThat(count("terrain")).isEqualTo(1);
    store(Hills.flat(3, 1), INVENTED);
    removeSynthetic();
    assertThat(count("terrain")).isZero();
    assertThat(db.database().reference(TerrainStore::newest)).isEmpty();
  }

  @Test
  void more_squares_than_may_be_held_are_read_again_and_stay_right() {
    int side = Blocks.SIDE;
    var posts = new Posts(110, 36, 1e-5, 1e-5, side * 20, side * 20);
    int[] reads = {0};
    var blocks =
        new StoredBlocks(
            posts,
            (column, row) -> {
              reads[0]++;
              var block = new float[side * side];
              block[0] = column * 100f + row;
              return block;
            });
    var grid = new TerrainGrid(posts, blocks);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 400; i++) {
        assertThat(grid.height(i % 20 * side, i / 20 * side))
            .isEqualTo(i % 20 * 100f + Math.floorDiv(i, 20));
      }
    }
    assertThat(reads[0]).isEqualTo(800);
    grid.height(19 * side, 19 * side);
    assertThat(reads[0]).isEqualTo(800);
  }

  private StoredTerrain store(TerrainGrid grid, TerrainSource source) {
    return db.database().reference(tx -> TerrainStore.replace(tx, grid, List.of(source)));
  }

  private void removeSynthetic() {
    db.database()
        .reference(
            tx -> {
              TerrainStore.removeSynthetic(tx);
              return tx;
            });
  }

  private int count(String table) {
    return db.database()
        .reference(
            tx -> tx.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private static void assertSame(TerrainGrid actual, TerrainGrid expected) {
    for (int row = 0; row < expected.posts().rows(); row++) {
      for (int column = 0; column < expected.posts().columns(); column++) {
        assertThat(Float.floatToIntBits(actual.height(column, row)))
            .isEqualTo(Float.floatToIntBits(expected.height(column, row)));
      }
    }
  }
}
