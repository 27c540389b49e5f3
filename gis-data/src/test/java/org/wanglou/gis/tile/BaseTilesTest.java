package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;

class BaseTilesTest {
  private static final TileId XIXIAN = new TileId(12, 3310, 1598);

  @TempDir Path folder;
  private TestDatabase db;
  private final Hands hands = new Hands();

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_loaded_road_is_on_the_tile_of_its_place() throws IOException {
    load(new UUID(7, 1), "primary");
    assertThat(Arrays.stream(pixels(tiles().tile("day", XIXIAN).png())))
        .contains(Drawing.colour("day", "road_main"));
    assertThat(Arrays.stream(pixels(tiles().tile("night", XIXIAN).png())))
        .contains(Drawing.colour("night", "road_main"))
        .doesNotContain(Drawing.colour("day", "road_main"));
  }

  @Test
  void without_a_dataset_the_map_is_plain_background() throws IOException {
    assertThat(Arrays.stream(pixels(tiles().tile("day", XIXIAN).png())))
        .containsOnly(Drawing.colour("day", "background"));
  }

  @Test
  void another_dataset_changes_the_revision_and_the_picture_and_takes_the_old_files_away()
      throws IOException {
    load(new UUID(7, 1), "primary");
    var tiles = tiles();
    var before = tiles.tile("day", XIXIAN);
    load(new UUID(7, 2), "trunk");
    hands.now = hands.now.plus(Duration.ofMinutes(1));
    var after = tiles.tile("day", XIXIAN);
    assertThat(after.revision()).isNotEqualTo(before.revision());
    assertThat(after.png()).isNotEqualTo(before.png());
    try (var revisions = Files.list(folder.resolve("tiles"))) {
      assertThat(revisions.map(p -> p.getFileName().toString())).containsExactly(after.revision());
    }
  }

  @Test
  void a_kept_tile_is_taken_from_its_file_after_a_restart() throws IOException {
    load(new UUID(7, 1), "primary");
    var revision = tiles().tile("day", XIXIAN).revision();
    var file = folder.resolve("tiles").resolve(revision).resolve("day/12/3310/1598.png");
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(tiles().tile("day", XIXIAN).png()).containsExactly(1, 2, 3);
  }

  @Test
  void the_map_stays_while_the_database_is_away() {
    load(new UUID(7, 1), "primary");
    var tiles = tiles();
    var before = tiles.tile("day", XIXIAN);
    db.close();
    hands.now = hands.now.plus(Duration.ofMinutes(1));
    assertThat(tiles.tile("day", XIXIAN).png()).isEqualTo(before.png());
  }

  @Test
  void a_folder_that_cannot_be_written_costs_no_tile() throws IOException {
    Files.writeString(folder.resolve("tiles"), "a file where the folder should be");
    assertThat(pixels(tiles().tile("day", XIXIAN).png())).hasSize(256 * 256);
  }

  @Test
  void many_who_ask_for_one_tile_at_once_get_the_same_bytes() {
    load(new UUID(7, 1), "primary");
    var tiles = tiles();
    assertThat(
            IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> Arrays.hashCode(tiles.tile("day", XIXIAN).png()))
                .distinct())
        .hasSize(1);
  }

  @Test
  void memory_holds_no_more_than_its_share() {
    var store = new TileStore(folder, "r", 10_000);
    IntStream.range(0, 50).forEach(x -> store.keep("day", new TileId(8, x, 0), new byte[900]));
    assertThat(store.held()).isBetween(5_000L, 10_000L);
    assertThat(store.find("day", new TileId(8, 0, 0))).isPresent();
  }

  @Test
  void a_zoom_or_place_that_is_not_drawn_and_an_unknown_style_are_not_found() {
    assertThatThrownBy(() -> new TileId(7, 0, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new TileId(19, 0, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new TileId(8, 256, 0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new TileId(8, 0, -1)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> tiles().tile("dusk", XIXIAN))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("tile.no_such_style");
  }

  private BaseTiles tiles() {
    return new BaseTiles(db.database(), folder.resolve("tiles"), hands);
  }

  private void load(UUID dataset, String roadClass) {
    db.superuser()
        .useHandle(
            h -> {
              h.execute("TRUNCATE road_edge, road_node, base_feature CASCADE");
              h.execute(
                  "INSERT INTO dataset (id, kind, name, source, attribution, provenance, bounds,"
                      + " loaded_at) VALUES (?, 'sample', 'n', 's', 'a', 'SYNTHETIC',"
                      + " ST_MakeEnvelope(110.7, 36.4, 111.3, 37, 4490), now())",
                  dataset);
              h.execute(
                  "INSERT INTO road_node SELECT i, ST_SetSRID(ST_MakePoint(110.9 + i / 10.0, 36.69),"
                      + " 4490) FROM generate_series(0, 1) i");
              h.execute(
                  "INSERT INTO road_edge (id, from_node, to_node, geom, length_m, road_class)"
                      + " VALUES (0, 0, 1, ST_SetSRID('LINESTRING (110.9 36.69, 111.0"
                      + " 36.69)'::geometry, 4490), 8900, ?)",
                  roadClass);
            });
  }

  private static int[] pixels(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** A clock that is set by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-24T06:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
