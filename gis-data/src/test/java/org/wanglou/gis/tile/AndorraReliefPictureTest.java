package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.gis.tile.Drawing.RENDERER;
import static org.wanglou.gis.tile.Drawing.STYLE;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;
import org.wanglou.gis.terrain.TerrainIntake;

/** Paints real mountains for a person to look at, in {@code target/base-map}. */
@Tag("realdata")
class AndorraReliefPictureTest {
  private static final Logger LOG = LoggerFactory.getLogger(AndorraReliefPictureTest.class);
  private static final double LON = 1.53;
  private static final double LAT = 42.53;

  @Test
  void the_relief_is_faint_by_day_and_by_night_at_every_zoom() throws Exception {
    var folder = Files.createDirectories(Path.of("target/base-map"));
    var county = OsmReader.read(SharedData.require(SharedData.ANDORRA), Progress.NONE);
    var heights =
        TerrainIntake.read(
            SharedData.require(SharedData.ANDORRA_HEIGHTS),
            "N42E001.hgt.zip",
            SourceCrs.of("EPSG:4326"),
            TerrainIntake.Progress.NONE);
    var map = DatasetMap.of(county.with(heights));
    var flat = DatasetMap.of(county);
    for (int zoom = 10; zoom <= 17; zoom++) {
      for (var style : List.of("day", "night")) {
        var palette = STYLE.palette(style);
        var picture = RENDERER.paint(map, palette, window(zoom));
        ImageIO.write(
            picture, "png", folder.resolve("andorra-z" + zoom + "-" + style + ".png").toFile());
        double change = change(picture, RENDERER.paint(flat, palette, window(zoom)));
        assertThat(change)
            .as("z%d %s, share of full scale", zoom, style)
            .isBetween(style.equals("day") ? 0.005 : 0.001, 0.06);
        LOG.info("z{} {}: {} % of full scale", zoom, style, change * 100);
      }
    }
    assertThat(Optional.of(map).flatMap(BaseMap::relief)).isPresent();
  }

  /** Mean difference of a channel, of its full scale. */
  private static double change(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int i = 0; i < 1280 * 960; i++) {
      int a = one.getRGB(i % 1280, i / 1280);
      int b = other.getRGB(i % 1280, i / 1280);
      sum += Math.abs((a >> 8 & 255) - (b >> 8 & 255));
    }
    return sum / 255 / (1280 * 960);
  }

  private static PixelWindow window(int zoom) {
    var factor = PixelWindow.pixelsPerUnit(zoom);
    return new PixelWindow(
        zoom,
        (long) (Mercator.x(LON) * factor) - 640,
        (long) (Mercator.y(LAT) * factor) - 480,
        1280,
        960,
        1);
  }
}
