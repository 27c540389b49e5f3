package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;

class PostAreasTest {
  @Test
  void a_single_post_is_a_diamond_and_a_block_has_cut_corners() {
    assertThat(of("#").norm().toText())
        .isEqualTo("MULTIPOLYGON (((-0.5 0, 0 0.5, 0.5 0, 0 -0.5, -0.5 0)))");
    assertThat(of("##", "##").getArea()).isEqualTo(4 - 4 * 0.125);
  }

  @Test
  void a_hole_belongs_to_the_ring_around_it_and_an_island_in_it_is_an_area_of_its_own() {
    var areas = of("#######", "#.....#", "#.....#", "#..#..#", "#.....#", "#.....#", "#######");
    assertThat(areas.getNumGeometries()).isEqualTo(2);
    assertThat(areas.isValid()).isTrue();
    assertThat(areas.getArea()).isLessThan(25);
  }

  @Test
  void posts_that_touch_across_a_corner_are_two_areas() {
    assertThat(of("#.", ".#").getNumGeometries()).isEqualTo(2);
  }

  @Test
  void specks_and_small_holes_are_left_out() {
    assertThat(areas(3, "#....", ".....", ".....").getNumGeometries()).isZero();
    var filled = areas(3, "#####", "##.##", "#####");
    assertThat(filled.getNumGeometries()).isEqualTo(1);
    assertThat(((org.locationtech.jts.geom.Polygon) filled.getGeometryN(0)).getNumInteriorRing())
        .isZero();
  }

  @Test
  void areas_of_chance_are_valid_and_hold_exactly_the_posts_of_the_kind() {
    var points = new GeometryFactory();
    for (int seed = 0; seed < 60; seed++) {
      var chance = new Random(seed);
      double density = chance.nextDouble();
      var mask = new boolean[12][15];
      for (var row : mask) {
        for (int c = 0; c < row.length; c++) {
          row[c] = chance.nextDouble() < density;
        }
      }
      var areas = PostAreas.of(15, 12, (c, r) -> mask[r][c], 0);
      assertThat(new IsValidOp(areas).getValidationError()).as("seed %d", seed).isNull();
      for (int r = -1; r <= 12; r++) {
        for (int c = -1; c <= 15; c++) {
          boolean is = r >= 0 && r < 12 && c >= 0 && c < 15 && mask[r][c];
          assertThat(areas.contains(points.createPoint(new Coordinate(c, r))))
              .as("seed %d, post %d %d", seed, c, r)
              .isEqualTo(is);
        }
      }
    }
  }

  private static MultiPolygon of(String... rows) {
    return areas(0, rows);
  }

  private static MultiPolygon areas(int leastPosts, String... rows) {
    return PostAreas.of(
        rows[0].length(), rows.length, (c, r) -> rows[r].charAt(c) == '#', leastPosts);
  }
}
