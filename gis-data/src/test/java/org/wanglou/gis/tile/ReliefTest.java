package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.tile.Drawing.FONTS;
import static org.wanglou.gis.tile.Drawing.STYLE;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class ReliefTest {
  /** A hill of 300 m in the middle of the first tile. */
  private static final org.wanglou.gis.terrain.TerrainGrid.Heights HILL =
      (x, y) -> 1_000 + 300 * Math.exp(-(Math.pow(x - 128, 2) + Math.pow(y - 128, 2)) / 8_000);

  @Test
  void level_ground_leaves_the_map_as_it_is() {
    var level = Drawing.at(14).heights((x, y) -> 1_010).day();
    assertSame(level, Drawing.at(14).day());
  }

  @Test
  void the_side_of_a_hill_away_from_the_light_is_darker_than_the_side_towards_it() {
    var picture = Drawing.at(13).heights(HILL).day();
    assertThat(brightness(picture, 170, 170)).isLessThan(brightness(picture, 128, 10));
    assertThat(brightness(picture, 170, 170)).isLessThan(brightness(picture, 86, 86));
  }

  @Test
  void tiles_side_by_side_show_the_same_ground_as_one_picture() {
    for (var style : List.of("day", "night")) {
      var drawing = Drawing.at(14).heights(HILL);
      var corner = drawing.tile(0, 0).window();
      var whole =
          drawing.paint(style, new PixelWindow(14, corner.left(), corner.top() - 256, 512, 512, 1));
      for (int i = 0; i < 4; i++) {
        var part = drawing.paint(style, drawing.tile(i % 2, i / 2 - 1).window());
        for (int y = 0; y < 256; y++) {
          for (int x = 0; x < 256; x++) {
            assertThat(part.getRGB(x, y))
                .as("%s tile %d, pixel %d %d", style, i, x, y)
                .isEqualTo(whole.getRGB(x + i % 2 * 256, y + i / 2 * 256));
          }
        }
      }
    }
  }

  @Test
  void over_a_void_the_map_is_plain_and_no_contour_closes_it() {
    var picture = Drawing.at(14).heights((x, y) -> x > 60 && x < 180 ? Double.NaN : 900 + x).day();
    var plain = Drawing.at(14).day();
    for (int y = 0; y < 256; y += 5) {
      for (int x = 66; x < 174; x++) {
        assertThat(picture.getRGB(x, y)).as("pixel %d %d", x, y).isEqualTo(plain.getRGB(x, y));
      }
    }
    assertThat(picture.getRGB(30, 100)).isNotEqualTo(plain.getRGB(30, 100));
  }

  @Test
  void each_contour_runs_at_its_height_and_a_closed_one_closes() {
    var drawing = Drawing.at(14).heights(HILL);
    var lattice =
        HeightLattice.of(
            new org.wanglou.gis.terrain.TerrainPyramid(grid(drawing)),
            drawing.tile(0, 0).window(),
            20);
    var corner = drawing.tile(0, 0).window();
    for (int level : ContourLevels.of(lattice, 20)) {
      for (var line : ContourLines.at(lattice, level)) {
        for (int i = 0; i < line.length; i += 2) {
          double height =
              HILL.at((int) (line[i] - corner.left()), (int) (line[i + 1] - corner.top()));
          assertThat(height).isCloseTo(level, within(8.0));
        }
      }
    }
    var top = ContourLines.at(lattice, 1_200);
    assertThat(top).hasSize(1);
    var ring = top.get(0);
    assertThat(new double[] {ring[ring.length - 2], ring[ring.length - 1]})
        .containsExactly(ring[0], ring[1]);
  }

  @Test
  void through_a_saddle_two_lines_pass_and_do_not_cross() {
    var drawing = Drawing.at(15).heights((x, y) -> 1_000 + (x - 128) * (y - 128) / 50.0);
    var lattice =
        HeightLattice.of(
            new org.wanglou.gis.terrain.TerrainPyramid(grid(drawing)),
            drawing.tile(0, 0).window(),
            0);
    assertThat(ContourLines.at(lattice, 1_003)).hasSize(2);
    assertThat(ContourLines.at(lattice, 997)).hasSize(2);
  }

  @Test
  void index_contours_carry_their_height_and_keep_clear_of_every_name() {
    var drawing =
        Drawing.at(14)
            .heights((x, y) -> 800 + y * 0.8)
            .shape("place", "城川镇", 2, "POINT (128 128)")
            .shape("place", "北庄村", 3, "POINT (380 128)");
    var map = drawing.map();
    var window =
        new PixelWindow(
            14, drawing.tile(0, 0).window().left(), drawing.tile(0, 0).window().top(), 512, 512, 1);
    var names = map.labels(14, STYLE, FONTS);
    var heights = map.relief().orElseThrow().labels(window, STYLE.relief(), FONTS, () -> names);
    assertThat(heights).isNotEmpty();
    assertThat(heights).allSatisfy(h -> assertThat(Integer.parseInt(h.text()) % 100).isZero());
    for (var height : heights) {
      var room = new Envelope(height.box());
      assertThat(names.all()).noneMatch(name -> name.box().intersects(room));
    }
    assertThat(names.all()).hasSize(2);
  }

  @Test
  void further_out_only_every_hundred_metres_has_a_line() {
    var far = STYLE.relief().contours().stream().filter(c -> c.from() <= 13).toList();
    assertThat(far.get(far.size() - 1).intervalM()).isEqualTo(100);
    assertThat(STYLE.relief().contours().get(STYLE.relief().contours().size() - 1).intervalM())
        .isEqualTo(20);
  }

  private static org.wanglou.gis.terrain.TerrainGrid grid(Drawing drawing) {
    return drawing.grid();
  }

  private static void assertSame(BufferedImage actual, BufferedImage expected) {
    assertThat(actual.getRGB(0, 0, 256, 256, null, 0, 256))
        .isEqualTo(expected.getRGB(0, 0, 256, 256, null, 0, 256));
  }

  private static int brightness(BufferedImage picture, int x, int y) {
    int sum = 0;
    for (int i = 0; i < 49; i++) {
      int rgb = picture.getRGB(x + i % 7 - 3, y + i / 7 - 3);
      sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
    }
    return sum;
  }
}
