package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.terrain.Terrain.Cover;
import org.wanglou.gis.terrain.TerrainIntake.Progress;

/** The real tile with its real voids, held against GDAL. */
@Tag("realdata")
class AndorraTerrainTest {
  @TempDir static Path folder;
  private static TerrainGrid grid;
  private static Terrain terrain;

  @BeforeAll
  static void read() {
    var zip = SharedData.require(SharedData.ANDORRA_HEIGHTS);
    grid = TerrainIntake.read(zip, "N42E001.hgt.zip", SourceCrs.of("EPSG:4326"), Progress.NONE);
    terrain = new Terrain(grid);
  }

  @Test
  void the_tile_has_the_posts_voids_and_range_that_are_written_of_it() {
    assertThat(grid.posts()).isEqualTo(new Posts(1, 43, 1 / 1200.0, 1 / 1200.0, 1201, 1201));
    var figures = new HeightFigures(grid.posts().count());
    for (int i = 0; i < 25; i++) {
      figures.add(grid.block(i % 5, i / 5));
    }
    assertThat(figures.lowestM()).hasValue(349);
    assertThat(figures.highestM()).hasValue(3_100);
    assertThat(1 - figures.voids() / (double) grid.posts().count())
        .isCloseTo(0.9947, within(0.00005));
  }

  @Test
  void each_height_of_chance_is_the_one_gdal_reads() throws Exception {
    unpack();
    var chance = new Random(1);
    for (int i = 0; i < 40; i++) {
      int column = chance.nextInt(1201);
      int row = chance.nextInt(1201);
      var gdal =
          GdalOracle.run(
                  folder, "gdallocationinfo", "-valonly", "N42E001.hgt", "" + column, "" + row)
              .strip();
      float height = grid.height(column, row);
      assertThat(Float.isNaN(height) ? -32_768 : height).isEqualTo(Float.parseFloat(gdal));
    }
  }

  @Test
  void slope_and_aspect_on_each_post_of_a_band_are_those_of_gdaldem_on_the_metric_cell()
      throws Exception {
    unpack();
    int top = 600;
    double lat = grid.posts().lat(top + 1);
    var cell = MetricCell.at(lat);
    double east = cell.eastMPerDegree() / 1_200;
    double north = cell.northMPerDegree() / 1_200;
    GdalOracle.run(
        folder,
        "gdal_translate",
        "-q",
        "-srcwin",
        "0",
        "" + top,
        "1201",
        "3",
        "-a_srs",
        "EPSG:3857",
        "-a_ullr",
        "0",
        "" + 3 * north,
        "" + 1_201 * east,
        "0",
        "-a_nodata",
        "-32768",
        "N42E001.hgt",
        "band.tif");
    compare("slope", top + 1, s -> s.degrees(), 0.001);
    // gdaldem takes cells for squares when it asks where the ground falls to.
    compare("aspect", top + 1, s -> onSquares(s, east, north), 0.01);
  }

  private static double onSquares(Slope slope, double east, double north) {
    double aspect = Math.toRadians(slope.aspectDegrees().orElse(Double.NaN));
    double seen = Math.toDegrees(Math.atan2(Math.sin(aspect) * east, Math.cos(aspect) * north));
    return Double.isNaN(seen) ? -9_999 : (seen + 360) % 360;
  }

  private static void compare(String what, int row, ToDoubleFunction<Slope> ours, double within)
      throws Exception {
    GdalOracle.run(folder, "gdaldem", what, "-q", "band.tif", what + ".tif");
    var text =
        GdalOracle.run(folder, "gdal_translate", "-q", "-of", "XYZ", what + ".tif", "/vsistdout/");
    var lines = text.strip().lines().toList();
    int known = 0;
    for (int column = 1; column < 1200; column++) {
      double gdal = Double.parseDouble(lines.get(1201 + column).split(" ", -1)[2]);
      var slope = terrain.slope(grid.posts().lon(column), grid.posts().lat(row));
      if (slope.isEmpty()) {
        assertThat(gdal).as("%s %d", what, column).isEqualTo(-9_999);
      } else {
        known++;
        assertThat(ours.applyAsDouble(slope.get()))
            .as("%s %d", what, column)
            .isCloseTo(gdal, within(within));
      }
    }
    assertThat(known).isGreaterThan(1_000);
  }

  @Test
  void beside_each_void_there_is_no_elevation_and_no_slope_but_the_posts_around_keep_theirs() {
    int voids = 0;
    for (int row = 1; row < 1200; row++) {
      for (int column = 1; column < 1200; column++) {
        if (Float.isNaN(grid.height(column, row))) {
          voids++;
          double lon = grid.posts().lon(column + 0.4);
          double lat = grid.posts().lat(row - 0.4);
          assertThat(terrain.elevationM(lon, lat)).isEmpty();
          assertThat(terrain.cover(lon, lat)).isEqualTo(Cover.VOID);
          assertThat(terrain.slope(grid.posts().lon(column - 1), grid.posts().lat(row))).isEmpty();
          float west = grid.height(column - 1, row);
          var atWest = terrain.elevationM(grid.posts().lon(column - 1), grid.posts().lat(row));
          assertThat(atWest.isPresent()).isEqualTo(!Float.isNaN(west));
        }
      }
    }
    assertThat(voids).isGreaterThan(7_000);
  }

  @Test
  void a_profile_through_a_void_has_its_gap() {
    int[] at = firstVoid();
    double lat = grid.posts().lat(at[1]);
    var line =
        new Coordinate[] {
          new Coordinate(grid.posts().lon(at[0] - 30), lat),
          new Coordinate(grid.posts().lon(at[0] + 30), lat)
        };
    var profile = Profile.along(terrain, line, java.util.OptionalDouble.empty());
    assertThat(profile.gaps()).isNotEmpty();
    assertThat(profile.lowestM().getAsDouble()).isGreaterThan(300);
  }

  @Test
  void a_viewshed_agrees_with_gdals_in_nearly_all_posts_without_voids() throws Exception {
    unpack();
    double lon = grid.posts().lon(640);
    double lat = grid.posts().lat(560);
    var cell = MetricCell.at(lat);
    double east = cell.eastMPerDegree() / 1_200;
    double north = cell.northMPerDegree() / 1_200;
    // GDAL wants metres: the same posts, written as if their metric cell held everywhere.
    GdalOracle.run(
        folder,
        "gdal_translate",
        "-q",
        "-a_srs",
        "EPSG:3857",
        "-a_ullr",
        "0",
        "" + 1_201 * north,
        "" + 1_201 * east,
        "0",
        "N42E001.hgt",
        "metric.tif");
    GdalOracle.run(
        folder,
        "gdal_viewshed",
        "-q",
        "-ox",
        "" + 640.5 * east,
        "-oy",
        "" + (1_201 - 560.5) * north,
        "-oz",
        "30",
        "-tz",
        "2",
        "-md",
        "8000",
        "-cc",
        "0.87",
        "metric.tif",
        "seen.tif");
    var window = SightWindow.around(grid, new Coordinate(lon, lat), 8_000);
    double eye = grid.height(640, 560) + 30;
    var line = new SightLine(window, eye, 2, 0.13);
    var seen =
        GdalOracle.run(folder, "gdal_translate", "-q", "-of", "XYZ", "seen.tif", "/vsistdout/")
            .strip()
            .lines()
            .toList();
    int same = 0;
    int all = 0;
    for (var row : seen) {
      var xyz = row.split(" ", -1);
      int column = (int) Math.round(Double.parseDouble(xyz[0]) / east - 0.5);
      int down = (int) Math.round(1_201 - Double.parseDouble(xyz[1]) / north - 0.5);
      int c = (int) Math.round(column - 640 + window.observerColumn);
      int r = (int) Math.round(down - 560 + window.observerRow);
      if (window.distanceM(c, r) < 7_900) {
        var sight = line.of(c, r);
        if (sight != SightLine.Sight.UNKNOWN) {
          all++;
          same += xyz[2].equals("255") == (sight == SightLine.Sight.VISIBLE) ? 1 : 0;
        }
      }
    }
    assertThat(all).isGreaterThan(20_000);
    assertThat((double) same / all).isGreaterThan(0.97);
  }

  private static int[] firstVoid() {
    for (int row = 100; row < 1100; row++) {
      for (int column = 100; column < 1100; column++) {
        if (Float.isNaN(grid.height(column, row))) {
          return new int[] {column, row};
        }
      }
    }
    throw new IllegalStateException("no void");
  }

  private static void unpack() throws Exception {
    if (!Files.exists(folder.resolve("N42E001.hgt"))) {
      var inside = TerrainZip.unpack(SharedData.require(SharedData.ANDORRA_HEIGHTS), folder);
      Files.move(inside.file(), folder.resolve("N42E001.hgt"));
    }
  }
}
