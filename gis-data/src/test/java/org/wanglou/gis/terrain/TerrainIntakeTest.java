package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.TerrainIntake.Progress;

class TerrainIntakeTest {
  private static final SourceCrs DEGREES = SourceCrs.of("EPSG:4490");
  private static final SourceCrs GAUSS = SourceCrs.of("EPSG:4546");

  private static final String ASC =
      """
      ncols 3
      nrows 2
      xllcorner 110.5
      yllcorner 36.5
      cellsize 0.01
      NODATA_value -9999
      1 2 3
      4 -9999 6.25
      """;

  @TempDir Path folder;

  @Test
  void an_ascii_grid_in_degrees_is_taken_over_post_by_post() throws IOException {
    var grid = read(text("a.asc", ASC), "a.asc", DEGREES);
    assertThat(grid.posts().lon(0)).isCloseTo(110.505, within(1e-12));
    assertThat(grid.posts().lat(0)).isCloseTo(36.515, within(1e-12));
    assertThat(grid.height(2, 0)).isEqualTo(3);
    assertThat(grid.height(2, 1)).isEqualTo(6.25f);
    assertThat(grid.height(1, 1)).isNaN();
  }

  @Test
  void a_head_with_centres_other_order_and_case_is_the_same_grid() throws IOException {
    var other =
        "NROWS 2\nNCOLS 3\nYLLCENTER 36.505\nXLLCENTER 110.505\nDX 0.01\nDY 0.01\n"
            + "nodata_value -9999\n1 2\n3 4 -9999\n6.25";
    var grid = read(text("b.asc", other), "b.asc", DEGREES);
    assertThat(grid.posts().lat(0)).isCloseTo(36.515, within(1e-12));
    assertThat(grid.height(0, 1)).isEqualTo(4);
  }

  @Test
  void what_is_wrong_in_an_ascii_grid_is_named() {
    assertFault("terrain.asc_short", ASC.replace("6.25", ""), DEGREES);
    assertFault("terrain.asc_long", ASC + " 7", DEGREES);
    assertFault("terrain.asc_number", ASC.replace("6.25", "6,25"), DEGREES);
    assertFault("terrain.asc_head", ASC.replace("cellsize 0.01", ""), DEGREES);
    assertFault("terrain.too_large", ASC.replace("ncols 3", "ncols 3000000000"), DEGREES);
    assertFault("terrain.no_grid", ASC.replace("ncols 3", "ncols 0"), DEGREES);
    assertFault("terrain.off_the_earth", ASC.replace("110.5", "510.5"), DEGREES);
    assertFault("terrain.unknown_format", "hello", DEGREES);
  }

  @Test
  void a_missing_height_that_is_not_declared_as_such_is_refused_and_not_taken_for_a_hole() {
    assertFault("terrain.impossible_height", ASC.replace("6.25", "-32768"), DEGREES);
    assertFault("terrain.impossible_height", ASC.replace("6.25", "1e38"), DEGREES);
  }

  @Test
  void a_tile_of_srtm_stands_where_its_name_says_with_posts_on_its_edges() throws IOException {
    var grid = read(hgt("N36E110.hgt"), "n36e110.HGT", DEGREES);
    assertThat(grid.posts()).isEqualTo(new Posts(110, 37, 0.5, 0.5, 3, 3));
    assertThat(grid.height(0, 0)).isEqualTo(-1);
    assertThat(grid.height(2, 2)).isEqualTo(700);
    assertThat(grid.height(1, 1)).isNaN();
    var south = read(hgt("x"), "S01W002.SRTMGL1.hgt", DEGREES).posts();
    assertThat(south).isEqualTo(new Posts(-2, 0, 0.5, 0.5, 3, 3));
  }

  @Test
  void a_tile_that_is_cut_misnamed_or_said_to_be_metric_is_refused() throws IOException {
    var cut = folder.resolve("N36E110.hgt");
    Files.write(cut, new byte[17]);
    assertThatThrownBy(() -> read(cut, "N36E110.hgt", DEGREES)).hasMessageContaining("hgt_size");
    var good = hgt("good");
    assertThatThrownBy(() -> read(good, "tile.hgt", DEGREES))
        .hasMessageContaining("unknown_format");
    assertThatThrownBy(() -> read(good, "N36E110.hgt", GAUSS))
        .hasMessageContaining("hgt_is_degrees");
  }

  @Test
  void a_zip_holds_one_file_of_heights_wherever_it_says_to_put_it() throws IOException {
    var zip = folder.resolve("t.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.putNextEntry(new ZipEntry("../../N36E110.hgt"));
      out.write(Files.readAllBytes(hgt("h")));
    }
    assertThat(read(zip, "t.zip", DEGREES).height(2, 2)).isEqualTo(700);
    assertThat(Files.exists(folder.resolve("../../N36E110.hgt"))).isFalse();
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertThatThrownBy(() -> read(zip, "t.zip", DEGREES)).hasMessageContaining("zip_content");
  }

  @Test
  void a_plane_in_gauss_krueger_stays_that_plane_and_nothing_is_read_beyond_its_posts()
      throws IOException {
    var asc = new StringBuilder();
    asc.append("ncols 60\nnrows 50\nxllcenter 490000\nyllcenter 4060000\ncellsize 30\n");
    for (int row = 49; row >= 0; row--) {
      for (int column = 0; column < 60; column++) {
        asc.append(column == 30 && row == 20 ? -9999 : 800 + column * 3 + row * 2).append(' ');
      }
    }
    var grid = read(text("gk.asc", asc.toString()), "gk.asc", GAUSS);
    int known = 0;
    for (int row = 0; row < grid.posts().rows(); row++) {
      for (int column = 0; column < grid.posts().columns(); column++) {
        var place = GAUSS.from4490(grid.posts().lon(column), grid.posts().lat(row));
        double c = (place.x - 490_000) / 30;
        double r = (place.y - 4_060_000) / 30;
        float height = grid.height(column, row);
        boolean beside = Math.abs(c - 30) < 1 && Math.abs(r - 20) < 1;
        if (c < 0 || r < 0 || c > 59 || r > 49 || beside) {
          assertThat(height).isNaN();
        } else {
          known++;
          assertThat(height).isCloseTo((float) (800 + 3 * c + 2 * r), within(0.001f));
        }
      }
    }
    assertThat(known).isGreaterThan(2_700);
  }

  @Test
  void a_geotiff_is_read_with_its_nodata_and_against_what_it_says_of_itself_nothing_is_believed()
      throws Exception {
    GdalOracle.run(
        folder,
        "gdal_translate",
        "-q",
        "-a_srs",
        "EPSG:4326",
        "-ot",
        "Float32",
        text("a.asc", ASC).toString(),
        "a.tif");
    var tif = folder.resolve("a.tif");
    var grid = read(tif, "a.tif", DEGREES);
    var same = read(text("a.asc", ASC), "a.asc", DEGREES);
    assertThat(grid.posts().lon(0)).isCloseTo(same.posts().lon(0), within(1e-9));
    for (int i = 0; i < 6; i++) {
      assertThat(grid.height(i % 3, i / 3)).isEqualTo((Float) same.height(i % 3, i / 3));
    }
    assertThatThrownBy(() -> read(tif, "a.tif", GAUSS)).hasMessageContaining("crs_contradicts");
    Files.write(folder.resolve("cut.tif"), java.util.Arrays.copyOf(Files.readAllBytes(tif), 40));
    assertThatThrownBy(() -> read(folder.resolve("cut.tif"), "cut.tif", DEGREES))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("tif_unreadable");
  }

  @Test
  void a_metric_geotiff_agrees_with_gdalwarp() throws Exception {
    var asc = new StringBuilder();
    asc.append("ncols 80\nnrows 70\nxllcorner 500000\nyllcorner 4060000\ncellsize 25\n");
    for (int i = 0; i < 80 * 70; i++) {
      asc.append(900 + 60 * Math.sin(i % 80 / 9.0) + 40 * Math.cos(i / 560.0)).append(' ');
    }
    GdalOracle.run(
        folder,
        "gdal_translate",
        "-q",
        "-a_srs",
        "EPSG:4546",
        text("m.asc", asc.toString()).toString(),
        "m.tif");
    var grid = read(folder.resolve("m.tif"), "m.tif", GAUSS);
    var p = grid.posts();
    GdalOracle.run(
        folder,
        "gdalwarp",
        "-q",
        "-t_srs",
        "EPSG:4490",
        "-r",
        "bilinear",
        "-et",
        "0",
        "-te",
        "" + p.lon(-0.5),
        "" + p.lat(p.rows() - 0.5),
        "" + p.lon(p.columns() - 0.5),
        "" + p.lat(-0.5),
        "-ts",
        "" + p.columns(),
        "" + p.rows(),
        "-dstnodata",
        "-9999",
        "m.tif",
        "w.tif");
    var warped = read(folder.resolve("w.tif"), "w.tif", DEGREES);
    int known = 0;
    for (int row = 3; row < p.rows() - 3; row++) {
      for (int column = 3; column < p.columns() - 3; column++) {
        float ours = grid.height(column, row);
        float gdal = warped.height(column, row);
        if (!Float.isNaN(ours) && !Float.isNaN(gdal)) {
          known++;
          assertThat(ours).isCloseTo(gdal, within(0.02f));
        }
      }
    }
    assertThat(known).isGreaterThan(4_000);
  }

  @Test
  void tiles_of_one_series_become_one_grid_exactly_and_the_first_stands_before_the_others() {
    var west = TerrainGrid.of(new Posts(110, 37, 0.5, 0.5, 3, 3), (c, r) -> c == 2 ? 7 : Float.NaN);
    var east = TerrainGrid.of(new Posts(111, 37, 0.5, 0.5, 3, 3), (c, r) -> 100 + c);
    var fill = TerrainGrid.of(new Posts(110, 37, 0.5, 0.5, 3, 3), (c, r) -> 1_000);
    var all = TerrainMosaic.of(List.of(west, east, fill));
    assertThat(all.posts()).isEqualTo(new Posts(110, 37, 0.5, 0.5, 5, 3));
    assertThat(all.height(2, 1)).isEqualTo(7);
    assertThat(all.height(3, 1)).isEqualTo(101);
    assertThat(all.height(1, 1)).isEqualTo(1_000);
  }

  @Test
  void a_mosaic_widens_in_every_direction_and_leaves_the_empty_corner_void() {
    var first = TerrainGrid.of(new Posts(110, 37, 0.5, 0.5, 3, 3), (c, r) -> 5);
    var other = TerrainGrid.of(new Posts(108.75, 38.25, 0.25, 0.25, 5, 5), (c, r) -> 9);
    var all = TerrainMosaic.of(List.of(first, other));
    assertThat(all.posts().box().contains(first.posts().box())).isTrue();
    assertThat(all.posts().box().contains(other.posts().box())).isTrue();
    assertThat(new Terrain(all).elevationM(109, 38)).hasValue(9);
    assertThat(new Terrain(all).elevationM(110.5, 36.5)).hasValue(5);
    assertThat(new Terrain(all).elevationM(109, 36.5)).isEmpty();
  }

  private void assertFault(String code, String content, SourceCrs crs) {
    assertThatThrownBy(() -> read(text("x.asc", content), "x.asc", crs))
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.details().get(0).code()).isEqualTo(code));
  }

  private static TerrainGrid read(Path file, String name, SourceCrs crs) {
    return TerrainIntake.read(file, name, crs, Progress.NONE);
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Three by three posts, the middle one void. */
  private Path hgt(String name) throws IOException {
    var bytes = ByteBuffer.allocate(18);
    for (int height : new int[] {-1, 200, 300, 400, -32_768, 500, 600, 650, 700}) {
      bytes.putShort((short) height);
    }
    return Files.write(folder.resolve(name), bytes.array());
  }
}
