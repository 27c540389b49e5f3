package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.terrain.Hills.lat;
import static org.wanglou.gis.terrain.Hills.lon;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.terrain.Terrain.Cover;

class TerrainTest {
  private static final float NONE = Float.NaN;

  @Test
  void on_a_post_the_elevation_is_the_posts_own_even_beside_a_void() {
    var terrain = new Terrain(Hills.rows(new float[] {10, NONE}, new float[] {NONE, NONE}));
    assertThat(terrain.elevationM(lon(0), lat(0))).hasValue(10);
  }

  @Test
  void between_four_posts_the_elevation_is_bilinear() {
    var terrain = new Terrain(Hills.rows(new float[] {0, 10}, new float[] {20, 70}));
    assertThat(terrain.elevationM(lon(0.5), lat(0)).getAsDouble()).isCloseTo(5, within(1e-6));
    assertThat(terrain.elevationM(lon(0.5), lat(0.5)).getAsDouble()).isCloseTo(25, within(1e-6));
    assertThat(terrain.elevationM(lon(0.25), lat(0.75)).getAsDouble())
        .isCloseTo(0.25 * 2.5 + 0.75 * 32.5, within(1e-5));
  }

  @Test
  void between_a_post_and_a_void_there_is_no_elevation_but_along_two_known_posts_there_is() {
    var terrain = new Terrain(Hills.rows(new float[] {10, 20}, new float[] {30, NONE}));
    assertThat(terrain.elevationM(lon(0.99), lat(0.99))).isEmpty();
    assertThat(terrain.elevationM(lon(0.01), lat(0.01))).isEmpty();
    assertThat(terrain.elevationM(lon(0.5), lat(0)).getAsDouble()).isCloseTo(15, within(1e-6));
    assertThat(terrain.cover(lon(0.5), lat(0.5))).isEqualTo(Cover.VOID);
    assertThat(terrain.cover(lon(0.5), lat(0))).isEqualTo(Cover.KNOWN);
  }

  @Test
  void beyond_the_last_post_nothing_is_known() {
    var terrain = new Terrain(Hills.flat(3, 500));
    assertThat(terrain.cover(lon(2), lat(2))).isEqualTo(Cover.KNOWN);
    assertThat(terrain.elevationM(lon(2.01), lat(1))).isEmpty();
    assertThat(terrain.cover(lon(2.01), lat(1))).isEqualTo(Cover.OUTSIDE);
    assertThat(terrain.cover(lon(1), lat(-0.01))).isEqualTo(Cover.OUTSIDE);
  }

  @Test
  void a_plane_has_its_own_slope_and_aspect_everywhere() {
    double eastM = Ground.distanceM(at(1, 1), at(2, 1));
    double northM = Ground.distanceM(at(1, 1), at(1, 2));
    var chance = new Random(5);
    for (int i = 0; i < 200; i++) {
      double azimuth = chance.nextDouble() * 360;
      double tangent = 0.01 + chance.nextDouble();
      double east = -tangent * Math.sin(Math.toRadians(azimuth));
      double north = -tangent * Math.cos(Math.toRadians(azimuth));
      var terrain =
          new Terrain(Hills.of(4, 4, (c, r) -> 1_000 + c * eastM * east - r * northM * north));
      var slope = terrain.slope(lon(1.3), lat(1.6)).orElseThrow();
      assertThat(slope.degrees()).isCloseTo(Math.toDegrees(Math.atan(tangent)), within(0.01));
      double turned = Math.abs(slope.aspectDegrees().getAsDouble() - azimuth);
      assertThat(Math.min(turned, 360 - turned)).isLessThan(0.05);
    }
  }

  @Test
  void level_ground_has_a_slope_of_nothing_and_no_aspect() {
    var slope = new Terrain(Hills.flat(3, 700)).slope(lon(1), lat(1)).orElseThrow();
    assertThat(slope.degrees()).isZero();
    assertThat(slope.aspectDegrees()).isEmpty();
  }

  @Test
  void a_slope_needs_all_nine_heights() {
    for (int missing = 0; missing < 9; missing++) {
      int without = missing;
      var grid = Hills.of(3, 3, (c, r) -> r * 3 + c == without ? NONE : 10 * c);
      assertThat(new Terrain(grid).slope(lon(1), lat(1))).as("post %d", missing).isEmpty();
    }
    assertThat(new Terrain(Hills.flat(3, 1)).slope(lon(0), lat(1))).isEmpty();
  }

  @Test
  void posts_far_apart_in_a_large_grid_keep_their_own_heights() {
    var grid = Hills.of(700, 600, (c, r) -> c == 300 && r == 256 ? NONE : c * 1_000.0 + r);
    for (int[] post : new int[][] {{0, 0}, {255, 255}, {256, 255}, {255, 256}, {699, 599}}) {
      assertThat(grid.height(post[0], post[1])).isEqualTo(post[0] * 1_000f + post[1]);
    }
    assertThat(grid.height(300, 256)).isNaN();
    assertThat(grid.height(700, 0)).isNaN();
    assertThat(grid.height(0, -1)).isNaN();
  }

  @Test
  void a_grid_of_one_line_or_off_the_earth_is_refused() {
    assertThatThrownBy(() -> new Posts(110, 36, 0.1, 0.1, 1, 5)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new Posts(110, 36, 0, 0.1, 5, 5)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new Posts(110, 91, 0.1, 0.1, 5, 5)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> new Posts(179, 36, 0.1, 0.1, 500, 5)).isInstanceOf(Fault.class);
  }

  private static org.locationtech.jts.geom.Coordinate at(double column, double row) {
    return new org.locationtech.jts.geom.Coordinate(lon(column), lat(row));
  }
}
