package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.gis.tile.Drawing.RENDERER;
import static org.wanglou.gis.tile.Drawing.STYLE;
import static org.wanglou.gis.tile.Drawing.colour;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileRendererTest {
  private static final String ACROSS = "LINESTRING (-50 128, 300 128)";
  private static final String DOWN = "LINESTRING (128 -50, 128 300)";
  private static final String EVERYWHERE =
      "POLYGON ((-300 -300, 600 -300, 600 600, -300 600, -300 -300))";

  @Test
  void the_middle_of_a_road_has_the_colour_of_its_class_and_its_side_that_of_the_casing() {
    var picture = Drawing.at(16).road("primary", ACROSS).day();
    var rule = STYLE.roads().stream().filter(r -> r.classes().contains("primary")).findFirst();
    var half = rule.orElseThrow().width().at(16) / 2;
    assertThat(picture.getRGB(60, 128)).isEqualTo(colour("day", "road_main"));
    assertThat(picture.getRGB(60, 128 + (int) half)).isEqualTo(colour("day", "road_main_casing"));
    assertThat(picture.getRGB(60, 200)).isEqualTo(colour("day", "background"));
  }

  @Test
  void over_imagery_there_are_roads_and_nothing_of_the_ground() {
    var drawing = Drawing.at(16).shape("forest", null, 0, EVERYWHERE).road("primary", ACROSS);
    var picture = drawing.paint("imagery", drawing.tile(0, 0).window());
    assertThat(picture.getRGB(60, 128)).isEqualTo(colour("imagery", "road_main"));
    assertThat(picture.getRGB(60, 200)).isZero();
  }

  @Test
  void at_a_junction_the_more_important_road_is_on_top_and_no_casing_crosses_a_fill() {
    var picture = Drawing.at(16).road("trunk", ACROSS).road("residential", DOWN).day();
    assertThat(picture.getRGB(128, 128)).isEqualTo(colour("day", "road_trunk"));
    assertThat(picture.getRGB(128, 110)).isEqualTo(colour("day", "road_minor"));
    for (int y = 115; y <= 141; y++) {
      assertThat(picture.getRGB(128, y))
          .isNotEqualTo(colour("day", "road_trunk_casing"))
          .isNotEqualTo(colour("day", "road_minor_casing"));
    }
  }

  @Test
  void a_bridge_of_a_small_road_is_over_a_large_road() {
    var picture =
        Drawing.at(18)
            .road("trunk", ACROSS)
            .road("residential", null, MapRoad.Course.BRIDGE, 1, DOWN)
            .day();
    assertThat(picture.getRGB(128, 128)).isEqualTo(colour("day", "road_minor"));
    assertThat(picture.getRGB(135, 128)).isEqualTo(colour("day", "bridge_casing"));
  }

  @Test
  void a_tunnel_is_pale_and_under_a_small_road() {
    var drawing =
        Drawing.at(16)
            .road("trunk", null, MapRoad.Course.TUNNEL, -1, ACROSS)
            .road("residential", DOWN);
    assertThat(drawing.day().getRGB(60, 128)).isEqualTo(colour("day", "tunnel"));
    assertThat(drawing.day().getRGB(128, 128)).isEqualTo(colour("day", "road_minor"));
  }

  @Test
  void water_lies_on_forest_and_roads_lie_on_water() {
    var picture =
        Drawing.at(14)
            .shape("water", null, 1, "POLYGON ((50 50, 200 50, 200 200, 50 200, 50 50))")
            .shape("forest", null, 1, EVERYWHERE)
            .road("primary", ACROSS)
            .day();
    assertThat(picture.getRGB(20, 20)).isEqualTo(colour("day", "forest"));
    assertThat(picture.getRGB(100, 80)).isEqualTo(colour("day", "water"));
    assertThat(picture.getRGB(100, 128)).isEqualTo(colour("day", "road_main"));
  }

  @Test
  void buildings_appear_at_zoom_15_and_not_before() {
    var house = "POLYGON ((100 100, 140 100, 140 140, 100 140, 100 100))";
    assertThat(Drawing.at(14).shape("building", null, 5, house).day().getRGB(120, 120))
        .isEqualTo(colour("day", "background"));
    assertThat(Drawing.at(15).shape("building", null, 5, house).day().getRGB(120, 120))
        .isEqualTo(colour("day", "building"));
  }

  @Test
  void tiles_put_together_are_the_picture_painted_as_one_with_names_across_the_borders() {
    var drawing =
        Drawing.at(14)
            .shape("forest", null, 1, "POLYGON ((30 -40, 480 90, 300 500, 10 300, 30 -40))")
            .shape("river", "昕水河", 1, "LINESTRING (-90 20, 180 150, 260 270, 400 420, 700 700)")
            .shape("place", "午城镇", 2, "POINT (256 256)")
            .shape("place", "下李乡", 2, "POINT (254 100)")
            .shape("peak", "五鹿山", 1, "POINT (120 254)")
            .road(
                "secondary",
                "隰吉线",
                MapRoad.Course.GROUND,
                0,
                "LINESTRING (-200 400, 256 340, 800 380)")
            .road("track", "LINESTRING (-100 -77, 240 250, 270 262, 600 180)");
    var map = drawing.map();
    var first = drawing.tile(0, 0).window();
    var whole = new PixelWindow(first.z(), first.left(), first.top(), 512, 512, 1);
    assertThat(map.labels(14, STYLE, Drawing.FONTS).all()).hasSizeGreaterThanOrEqualTo(5);
    var picture = RENDERER.paint(map, STYLE.palette("day"), whole);
    for (int right = 0; right < 2; right++) {
      for (int down = 0; down < 2; down++) {
        var tile = RENDERER.paint(map, STYLE.palette("day"), drawing.tile(right, down).window());
        assertThat(largestDifference(tile, picture, right * 256, down * 256))
            .isLessThanOrEqualTo(2);
      }
    }
    assertThat(inkOf(picture, "label_town", 254, 240, 4, 32))
        .as("the name stands on the border of two tiles")
        .isPositive();
  }

  @Test
  void outside_the_bounds_there_is_nothing_but_background() {
    var drawing = Drawing.at(14).road("primary", ACROSS);
    var far = drawing.tile(20, 20).window();
    assertThat(RENDERER.isBlank(drawing.map(), far)).isTrue();
    var picture = RENDERER.blank(STYLE.palette("night"), far);
    assertThat(IntStream.range(0, 256 * 256).map(i -> picture.getRGB(i % 256, i / 256)))
        .allMatch(rgb -> rgb == colour("night", "background"));
  }

  @Test
  void day_and_night_have_the_same_colour_names_and_the_same_shapes() {
    assertThat(STYLE.palette("day").colours().keySet())
        .isEqualTo(STYLE.palette("night").colours().keySet());
    var drawing =
        Drawing.at(16)
            .shape("water", null, 1, "POLYGON ((50 50, 200 50, 200 200, 50 200, 50 50))")
            .road("primary", ACROSS)
            .road("residential", DOWN);
    var day = drawing.day();
    var night = drawing.paint("night", drawing.tile(0, 0).window());
    var nightOf = new HashMap<Integer, String>();
    STYLE.palette("day").colours().forEach((name, c) -> nightOf.put(c.getRGB(), name));
    for (var name : new String[] {"background", "water", "road_main", "road_main_casing"}) {
      for (int i = 0; i < 256 * 256; i++) {
        assertThat(day.getRGB(i % 256, i / 256) == colour("day", name))
            .isEqualTo(night.getRGB(i % 256, i / 256) == colour("night", name));
      }
    }
    assertThat(nightOf).containsKey(day.getRGB(60, 128));
  }

  @Test
  void the_same_tile_painted_by_many_at_once_has_the_same_pixels() {
    var map =
        Drawing.at(14)
            .shape("place", "隰县", 1, "POINT (128 128)")
            .road("primary", "昕水路", MapRoad.Course.GROUND, 0, ACROSS)
            .road("path", "LINESTRING (3 9, 77 200, 240 30)")
            .map();
    var window = Drawing.at(14).tile(0, 0).window();
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> RENDERER.paint(map, STYLE.palette("day"), window))
                .map(TileRendererTest::pixels)
                .map(java.util.Arrays::hashCode)
                .distinct())
        .hasSize(1);
  }

  @Test
  void a_double_density_tile_shows_the_same_ground_on_twice_the_pixels() {
    var drawing = Drawing.at(16).road("primary", ACROSS);
    var id = drawing.tile(0, 0);
    var picture = drawing.paint("day", new TileId(id.z(), id.x(), id.y(), 2).window());
    assertThat(picture.getWidth()).isEqualTo(512);
    assertThat(picture.getRGB(120, 256)).isEqualTo(colour("day", "road_main"));
    assertThat(picture.getRGB(120, 400)).isEqualTo(colour("day", "background"));
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  private static long inkOf(BufferedImage picture, String name, int x, int y, int w, int h) {
    return IntStream.range(0, w * h)
        .filter(i -> picture.getRGB(x + i % w, y + i / w) == colour("day", name))
        .count();
  }

  private static int largestDifference(BufferedImage tile, BufferedImage whole, int left, int top) {
    int largest = 0;
    for (int i = 0; i < 256 * 256; i++) {
      int a = tile.getRGB(i % 256, i / 256);
      int b = whole.getRGB(left + i % 256, top + i / 256);
      for (int shift = 0; shift <= 16; shift += 8) {
        largest = Math.max(largest, Math.abs((a >> shift & 255) - (b >> shift & 255)));
      }
    }
    return largest;
  }
}
