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
