package org.wanglou.gis.imagery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.fault.Fault;

class FilesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 2};

  @TempDir Path folder;

  @Property
  void a_row_from_the_south_is_the_row_from_the_north_and_back(
      @ForAll @IntRange(max = 22) int z, @ForAll @IntRange(max = 1 << 22) int y) {
    var tile = new TileAt(z, 0, y % (1 << z));
    assertThat(new TileAt(z, 0, tile.tmsRow()).tmsRow()).isEqualTo(tile.y());
    assertThat(tile.tmsRow() + tile.y()).isEqualTo((1 << z) - 1);
  }

  @Test
  void an_mbtiles_file_is_read_with_its_rows_turned_and_told_by_its_metadata() throws Exception {
    mbtiles("2024 年影像.mbtiles", "png", 14, 13242, 9999, PNG);
    var shelf = shelf(ImageryConfig.NONE);
    var about = shelf.list().get(0).about();
    assertThat(about.name()).isEqualTo("Orthophoto");
    assertThat(about.id()).matches("file-[0-9a-f]{12}");
    assertThat(about.bounds()).contains(new Bounds(110.5, 36.3, 111.2, 37));
    assertThat(about.attribution()).isEqualTo("© Survey & Co");
    assertThat(about.datum()).isEqualTo(Datum.UNDECLARED);
    assertThat(about.minZoom()).isEqualTo(14);
    var tile = shelf.tile(about.id(), new TileAt(14, 13242, 6384)).orElseThrow();
    assertThat(tile.picture().mediaType()).isEqualTo("image/png");
    assertThat(shelf.tile(about.id(), new TileAt(14, 13242, 9999))).isEmpty();
    assertThat(shelf.tile(about.id(), new TileAt(13, 0, 0))).isEmpty();
    shelf.close();
  }

  @Test
  void what_the_configuration_says_of_a_file_goes_first() throws Exception {
    mbtiles("ortho.mbtiles", "png", 14, 13242, 9999, JPEG);
    var note =
        new ImageryConfig.Note(
            Optional.of("县正射影像"), Optional.empty(), Optional.of("2024-05"), Datum.CGCS2000);
    var shelf =
        shelf(new ImageryConfig(1 << 20, Map.of("ortho.mbtiles", note), java.util.List.of()));
    var about = shelf.list().get(0).about();
    assertThat(about.id()).isEqualTo("ortho");
    assertThat(about.name()).isEqualTo("县正射影像");
    assertThat(about.date()).contains("2024-05");
    assertThat(about.datum()).isEqualTo(Datum.CGCS2000);
    shelf.close();
  }

  @Test
  void a_file_is_never_written_even_by_a_view_in_it() throws Exception {
    var file = mbtiles("ortho.mbtiles", "png", 14, 13242, 9999, PNG);
    var before = Files.readAllBytes(file);
    var shelf = shelf(ImageryConfig.NONE);
    shelf.tile("ortho", new TileAt(14, 13242, 6384));
    shelf.close();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void what_is_no_imagery_is_listed_with_its_reason() throws Exception {
    Files.writeString(folder.resolve("broken.mbtiles"), "no database");
    mbtiles("vector.mbtiles", "pbf", 14, 1, 1, new byte[] {0x1F});
    var shelf = shelf(ImageryConfig.NONE);
    assertThat(shelf.list()).hasSize(2).allMatch(it -> it.problem().isPresent());
    assertThatThrownBy(() -> shelf.tile("broken", new TileAt(0, 0, 0))).isInstanceOf(Fault.class);
    shelf.close();
  }

  @Test
  void a_folder_of_tiles_counts_southwards_unless_it_says_tms() throws Exception {
    tile("xyz/14/13242/6384.jpg", JPEG);
    tile("tms/14/13242/9999.png", PNG);
    Files.writeString(
        folder.resolve("tms/metadata.json"),
        "{\"name\":\"Old\",\"scheme\":\"tms\",\"bounds\":\"110,36,111,37\"}");
    Files.createDirectories(folder.resolve("something else"));
    var shelf = shelf(ImageryConfig.NONE);
    assertThat(shelf.list()).extracting(it -> it.about().id()).containsExactly("tms", "xyz");
    var at = new TileAt(14, 13242, 6384);
    assertThat(shelf.tile("xyz", at).orElseThrow().picture().mediaType()).isEqualTo("image/jpeg");
    assertThat(shelf.tile("tms", at).orElseThrow().picture().mediaType()).isEqualTo("image/png");
    shelf.close();
  }

  @Test
  void no_name_leads_out_of_the_folder() throws Exception {
    var secret = Files.writeString(folder.resolveSibling("secret.png"), "x");
    Files.write(secret, PNG);
    tile("xyz/14/13242/1.png", PNG);
    Files.createSymbolicLink(folder.resolve("xyz/14/13242/6384.png"), secret);
    var shelf = shelf(ImageryConfig.NONE);
    assertThat(shelf.tile("xyz", new TileAt(14, 13242, 6384))).isEmpty();
    for (var name : new String[] {"..", "../xyz", "xyz/14", ".", "", "/etc"}) {
      assertThatThrownBy(() -> shelf.tile(name, new TileAt(14, 13242, 1)))
          .as(name)
          .isInstanceOf(Fault.class);
    }
    shelf.close();
    Files.delete(secret);
  }

  private Shelf shelf(ImageryConfig config) {
    return new Shelf(
        folder,
        folder.resolveSibling(folder.getFileName() + "-cache"),
        () -> config,
        Clock.systemUTC());
  }

  private void tile(String name, byte[] bytes) throws Exception {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Written as any program that makes MBTiles writes it. */
  private Path mbtiles(String name, String format, int z, int x, int tmsRow, byte[] tile)
      throws Exception {
    var file = folder.resolve(name);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE metadata (name text, value text)");
      statement.execute(
          "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
      for (var entry :
          Map.of(
                  "name", "Orthophoto",
                  "format", format,
                  "bounds", "110.5,36.3,111.2,37",
                  "attribution", "<a href='x'>&copy; Survey &amp; Co</a>")
              .entrySet()) {
        try (var insert = connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
          insert.setString(1, entry.getKey());
          insert.setString(2, entry.getValue());
          insert.execute();
        }
      }
      try (var insert = connection.prepareStatement("INSERT INTO tiles VALUES (?, ?, ?, ?)")) {
        insert.setInt(1, z);
        insert.setInt(2, x);
        insert.setInt(3, tmsRow);
        insert.setBytes(4, tile);
        insert.execute();
      }
    }
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .startsWith("SQLite");
    return file;
  }
}
