package org.wanglou.gis.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelPlannerTest {
  @Test
  void of_two_names_in_one_place_the_more_important_stays() {
    assertThat(
            names(
                Drawing.at(14)
                    .shape("place", "小村", 3, "POINT (100 100)")
                    .shape("place", "隰县", 1, "POINT (110 104)")))
        .containsExactly("隰县");
  }

  @Test
  void no_name_touches_another() {
    var drawing = Drawing.at(14);
    for (int i = 0; i < 400; i++) {
      drawing.shape(
          "place", "村庄" + i, 3 + i % 3, "POINT (" + i * 37 % 900 + " " + i * 91 % 900 + ")");
    }
    var labels = drawing.map().labels(14, Drawing.STYLE, Drawing.FONTS).all();
    assertThat(labels).hasSizeGreaterThan(60);
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(labels.get(i).box().intersects(labels.get(j).box())).isFalse();
      }
    }
  }

  @Test
  void a_street_in_pieces_carries_its_name_although_no_piece_is_long_enough() {
    var drawing = Drawing.at(16);
    for (int x = 0; x < 240; x += 20) {
      drawing.road(
          "residential",
          "鼓楼北大街",
          MapRoad.Course.GROUND,
          0,
          "LINESTRING (" + x + " 50, " + (x + 20) + " 50)");
    }
    assertThat(names(drawing)).containsExactly("鼓楼北大街");
  }

  @Test
  void a_name_on_a_line_is_upright_whichever_way_the_line_was_drawn() {
    var westward =
        Drawing.at(16)
            .road("primary", "昕水大街", MapRoad.Course.GROUND, 0, "LINESTRING (250 60, 0 50)");
    var glyphs = westward.map().labels(16, Drawing.STYLE, Drawing.FONTS).all().get(0).along();
    assertThat(glyphs).hasSize(4).allMatch(glyph -> Math.abs(glyph.angle()) < 0.2);
    assertThat(glyphs.stream().map(Label.Glyph::x)).isSorted();
  }

  @Test
  void a_hairpin_bend_carries_no_name() {
    assertThat(
            names(
                Drawing.at(16)
                    .road(
                        "primary",
                        "盘山公路盘山公路",
                        MapRoad.Course.GROUND,
                        0,
                        "LINESTRING (0 0, 60 0, 60 8, 0 8, 0 16, 60 16)")))
        .isEmpty();
  }

  @Test
  void a_name_that_the_font_cannot_write_is_left_out_instead_of_drawn_as_boxes() {
    var none = LabelFonts.of(List.of("Noto Sans CJK SC"), Set.of());
    assertThat(none.hasChinese()).isFalse();
    var plain = new java.awt.Font("DejaVu Sans", java.awt.Font.PLAIN, 12);
    if (plain.canDisplayUpTo("隰县") >= 0) {
      assertThat(none.canWrite(plain, "隰县")).isFalse();
    }
    assertThat(Drawing.FONTS.canWrite(Drawing.FONTS.font(12, false), "\uE123")).isFalse();
  }

  private static List<String> names(Drawing drawing) {
    int zoom = drawing.tile(0, 0).z();
    return drawing.map().labels(zoom, Drawing.STYLE, Drawing.FONTS).all().stream()
        .map(Label::text)
        .toList();
  }
}
