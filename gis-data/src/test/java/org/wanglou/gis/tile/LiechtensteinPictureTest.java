package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.gis.tile.Drawing.RENDERER;
import static org.wanglou.gis.tile.Drawing.STYLE;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;

/** Paints a real country for a person to look at, in {@code target/base-map}, and measures. */
@Tag("realdata")
class LiechtensteinPictureTest {
  private static final Logger LOG = LoggerFactory.getLogger(LiechtensteinPictureTest.class);
  private static final double VADUZ_LON = 9.522;
  private static final double VADUZ_LAT = 47.14;

  /** Goal of the design; on a shared machine the mean is held to it, the worst to five times. */
  private static final Duration GOAL = Duration.ofMillis(100);

  private static BaseMap map;

  @BeforeAll
  static void read() {
    var extract = SharedData.require(SharedData.LIECHTENSTEIN);
    map = DatasetMap.of(OsmReader.read(extract, Progress.NONE));
  }

  @Test
  void every_zoom_from_10_to_16_is_painted_by_day_and_night_within_the_goal() throws Exception {
    var folder = Files.createDirectories(Path.of("target/base-map"));
    for (int zoom = 10; zoom <= 16; zoom++) {
      for (var style : List.of("day", "night")) {
        var picture = RENDERER.paint(map, STYLE.palette(style), around(zoom, 1280, 960));
        ImageIO.write(picture, "png", folder.resolve("z" + zoom + "-" + style + ".png").toFile());
        assertThat(
                IntStream.range(0, 1280 * 960)
                    .map(i -> picture.getRGB(i % 1280, i / 1280))
                    .distinct()
                    .count())
            .isGreaterThan(100);
      }
      measure(zoom);
    }
  }

  private static void measure(int zoom) throws Exception {
    long sum = 0;
    long worst = 0;
    int count = 0;
    var middle = around(zoom, 0, 0);
    for (long x = middle.left() / 256 - 2; x <= middle.left() / 256 + 2; x++) {
      for (long y = middle.top() / 256 - 2; y <= middle.top() / 256 + 2; y++) {
        var began = System.nanoTime();
        var window = new TileId(zoom, (int) x, (int) y).window();
        var picture = RENDERER.paint(map, STYLE.palette("day"), window);
        ImageIO.write(picture, "png", new ByteArrayOutputStream());
        var took = System.nanoTime() - began;
        sum += took;
        worst = Math.max(worst, took);
        count++;
      }
    }
    LOG.info(
        "zoom {}: {} names; tile with PNG mean {} ms, worst {} ms",
        zoom,
        map.labels(zoom, STYLE, Drawing.FONTS).all().size(),
        sum / count / 1_000_000,
        worst / 1_000_000);
    assertThat(Duration.ofNanos(sum / count)).isLessThan(GOAL);
    assertThat(Duration.ofNanos(worst)).isLessThan(GOAL.multipliedBy(5));
  }

  private static PixelWindow around(int zoom, int width, int height) {
    var factor = PixelWindow.pixelsPerUnit(zoom);
    return new PixelWindow(
        zoom,
        (long) (Mercator.x(VADUZ_LON) * factor) - width / 2,
        (long) (Mercator.y(VADUZ_LAT) * factor) - height / 2,
        width,
        height,
        1);
  }
}
