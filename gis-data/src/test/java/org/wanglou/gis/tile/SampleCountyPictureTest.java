package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.gis.tile.Drawing.RENDERER;
import static org.wanglou.gis.tile.Drawing.STYLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.sample.SampleCounty;

/** Paints the sample county for a person to look at, in {@code target/base-map}. */
class SampleCountyPictureTest {
  private static final double SEAT_LON = 110.94;
  private static final double SEAT_LAT = 36.69;

  @Test
  void the_seat_of_the_sample_county_is_painted_by_day_and_night() throws Exception {
    var map = map(SampleCounty.xixian());
    var folder = Files.createDirectories(Path.of("target/base-map"));
    for (int zoom = 10; zoom <= 16; zoom += 2) {
      for (var style : List.of("day", "night")) {
        var picture = RENDERER.paint(map, STYLE.palette(style), window(zoom));
        var name = "xixian-z" + zoom + "-" + style + ".png";
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
        long colours =
            IntStream.range(0, 1280 * 960)
                .map(i -> picture.getRGB(i % 1280, i / 1280))
                .distinct()
                .count();
        assertThat(colours).as(name).isGreaterThan(100);
      }
    }
    assertThat(map.labels(12, STYLE, Drawing.FONTS).all()).hasSizeGreaterThan(20);
  }

  @Test
  void far_out_neighbouring_tiles_of_the_county_join_without_a_seam() {
    var map = map(SampleCounty.xixian());
    for (int zoom = 9; zoom <= 11; zoom++) {
      var seat = window(zoom);
      long left = (seat.left() + 640) / TileId.SIZE * TileId.SIZE;
      long top = (seat.top() + 480) / TileId.SIZE * TileId.SIZE;
      var day = STYLE.palette("day");
      var whole = RENDERER.paint(map, day, new PixelWindow(zoom, left - 256, top, 512, 256, 1));
      for (int i = 0; i < 2; i++) {
        var part =
            RENDERER.paint(
                map, day, new PixelWindow(zoom, left + (i - 1L) * 256, top, 256, 256, 1));
        assertThat(part.getRGB(0, 0, 256, 256, null, 0, 256))
            .as("zoom %d, tile %d", zoom, i)
            .isEqualTo(whole.getRGB(i * 256, 0, 256, 256, null, 0, 256));
      }
    }
  }

  private static BaseMap map(Dataset county) {
    return new BaseMap(
        new UUID(0, 3),
        county.bounds(),
        county.base().stream()
            .map(s -> new MapShape(s.kind(), s.name(), s.rank(), Outline.of(s.geometry())))
            .toList(),
        county.roads().edges().stream().map(SampleCountyPictureTest::road).toList(),
        DatasetMap.relief(county));
  }

  private static MapRoad road(RoadEdge edge) {
    var course = edge.structure().isPresent() ? MapRoad.Course.BRIDGE : MapRoad.Course.GROUND;
    return new MapRoad(
        edge.roadClass(),
        edge.name(),
        edge.ref(),
        course,
        edge.level(),
        Outline.of(edge.geometry()));
  }

  private static PixelWindow window(int zoom) {
    var factor = PixelWindow.pixelsPerUnit(zoom);
    return new PixelWindow(
        zoom,
        (long) (Mercator.x(SEAT_LON) * factor) - 640,
        (long) (Mercator.y(SEAT_LAT) * factor) - 480,
        1280,
        960,
        1);
  }
}
