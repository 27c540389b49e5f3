package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.terrain.Hills.lat;
import static org.wanglou.gis.terrain.Hills.lon;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.terrain.SightLine.Sight;
import org.wanglou.gis.terrain.Viewshed.Tower;

class ViewshedTest {
  private static final double RADIUS_M = 1_100;

  @Test
  void every_sight_agrees_with_a_look_at_every_thread_of_the_net() {
    for (int seed = 0; seed < 16; seed++) {
      var chance = new Random(seed);
      var grid = Hills.random(seed, 25, 25, 5 + 200 * chance.nextDouble(), seed % 3 * 0.03);
      // Half of the observers stand on a post, where sight lines pass exactly through others.
      double column = seed % 2 == 0 ? 12 : 11.5 + chance.nextDouble();
      double row = seed % 2 == 0 ? 12 : 11.5 + chance.nextDouble();
      var observer = new Coordinate(lon(column), lat(row));
      var ground = new Terrain(grid).elevationM(observer.x, observer.y);
      if (ground.isEmpty()) {
        continue;
      }
      double eyeM = ground.getAsDouble() + 100 * chance.nextDouble();
      var window = SightWindow.around(grid, observer, RADIUS_M);
      var line = new SightLine(window, eyeM, 2, Viewshed.REFRACTION);
      for (int r = 0; r < window.height(); r++) {
        for (int c = 0; c < window.width(); c++) {
          if (window.distanceM(c, r) <= RADIUS_M) {
            assertThat(line.of(c, r))
                .as("seed %d, post %d %d", seed, c, r)
                .isEqualTo(slow(window, eyeM, 2, c, r));
          }
        }
      }
    }
  }

  /** The same question by intersecting the line with every thread of the whole net. */
  private static Sight slow(SightWindow window, double eyeM, double targetM, int column, int row) {
    var eye = new Coordinate(window.observerColumn, window.observerRow);
    var target = new Coordinate(column, row);
    double distanceM = window.distanceM(column, row);
    double targetTopM = apparent(window, window.at(column, row), distanceM) + targetM;
    if (Double.isNaN(targetTopM)) {
      return Sight.UNKNOWN;
    }
    var worst = Sight.VISIBLE;
    for (int r = 0; r < window.height(); r++) {
      for (int c = 0; c < window.width(); c++) {
        for (int[] by : new int[][] {{1, 0}, {0, 1}}) {
          if (c + by[0] >= window.width() || r + by[1] >= window.height()) {
            continue;
          }
          var meeting = new RobustLineIntersector();
          var from = new Coordinate(c, r);
          var to = new Coordinate(c + by[0], r + by[1]);
          if (!new Envelope(eye, target).intersects(new Envelope(from, to))) {
            continue;
          }
          meeting.computeIntersection(eye, target, from, to);
          for (int i = 0; i < meeting.getIntersectionNum(); i++) {
            var at = meeting.getIntersection(i);
            double share = eye.distance(target) == 0 ? 0 : eye.distance(at) / eye.distance(target);
            if (share < 1e-9 || share > 1 - 1e-9) {
              continue;
            }
            double along = from.distance(at);
            double ground =
                along < 1e-7
                    ? window.at(c, r)
                    : along > 1 - 1e-7
                        ? window.at(c + by[0], r + by[1])
                        : window.at(c, r) * (1 - along) + along * window.at(c + by[0], r + by[1]);
            double lineM = eyeM + share * (targetTopM - eyeM);
            double height = apparent(window, ground, share * distanceM);
            if (height > lineM + 1e-6) {
              return Sight.HIDDEN;
            }
            if (Double.isNaN(height)) {
              worst = Sight.UNKNOWN;
            }
          }
        }
      }
    }
    return worst;
  }

  private static double apparent(SightWindow window, double heightM, double distanceM) {
    return heightM - (1 - Viewshed.REFRACTION) * distanceM * distanceM / (2 * window.earthRadiusM);
  }

  @Test
  void on_level_ground_all_is_seen_up_to_the_horizon_and_nothing_beyond() {
    // The horizon of an eye h above a sphere lies at sqrt(2 h R / (1 - k)): 13.2 km for 12 m.
    var grid = TerrainGrid.of(new Posts(110.6, 37, 0.005, 0.005, 121, 121), (c, r) -> 800);
    var place = new Coordinate(110.9, 36.7);
    var shed = Viewshed.from(new Terrain(grid), new Tower(place, 12, 0, 20_000));
    double horizonM = Math.sqrt(2 * 12 * MetricCell.at(36.7).radiusM() / (1 - 0.13));
    assertThat(Math.sqrt(Ground.areaM2(shed.visible()) / Math.PI))
        .isCloseTo(horizonM, within(500.0));
    assertThat(shed.visibleShare()).isCloseTo(Math.pow(horizonM / 20_000, 2), within(0.04));
    assertThat(shed.unknownShare()).isZero();
  }

  @Test
  void a_wall_hides_the_low_ground_behind_it_and_not_the_ground_before() {
    var grid = Hills.of(41, 41, (c, r) -> c == 25 ? 700 : 500);
    var shed = shed(grid, 5);
    assertThat(covers(shed, 22, 20)).isTrue();
    assertThat(covers(shed, 25, 20)).isTrue();
    assertThat(covers(shed, 28, 20)).isFalse();
  }

  @Test
  void a_higher_tower_never_sees_less_and_neither_does_a_higher_target() {
    for (int seed = 0; seed < 10; seed++) {
      var terrain = new Terrain(Hills.random(seed, 41, 41, 60, 0.01));
      var place = new Coordinate(lon(20.3), lat(20.4));
      if (terrain.elevationM(place.x, place.y).isEmpty()) {
        continue;
      }
      double before = -1;
      for (double height : new double[] {0, 5, 20, 60, 200}) {
        double share = Viewshed.from(terrain, new Tower(place, height, 1, 1_500)).visibleShare();
        assertThat(share).isGreaterThanOrEqualTo(before);
        before = share;
      }
      before = -1;
      for (double target : new double[] {0, 5, 20, 60}) {
        double share = Viewshed.from(terrain, new Tower(place, 10, target, 1_500)).visibleShare();
        assertThat(share).isGreaterThanOrEqualTo(before);
        before = share;
      }
    }
  }

  @Test
  void behind_a_void_nothing_is_claimed_unless_known_ground_hides_it() {
    var grid =
        Hills.of(41, 41, (c, r) -> c == 24 && r > 10 && r < 30 ? Float.NaN : c == 27 ? 900 : 500);
    var shed = shed(grid, 10);
    assertThat(covers(shed, 26, 20)).isFalse();
    assertThat(unknown(shed, 26, 20)).isTrue();
    assertThat(unknown(shed, 30, 20)).isFalse();
    assertThat(covers(shed, 30, 20)).isFalse();
    assertThat(covers(shed, 15, 20)).isTrue();
  }

  @Test
  void ground_beyond_the_grid_is_unknown_and_the_shares_make_one() {
    var shed =
        Viewshed.from(
            new Terrain(Hills.flat(41, 500)),
            new Tower(new Coordinate(lon(1), lat(20)), 30, 2, 1_500));
    assertThat(shed.unknownShare()).isBetween(0.4, 0.5);
    assertThat(shed.hiddenShare()).isZero();
    assertThat(shed.visibleShare() + shed.hiddenShare() + shed.unknownShare())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void a_wide_view_over_fine_posts_is_thinned_and_says_so() {
    var grid = TerrainGrid.of(new Posts(110.9, 36.7, 1e-5, 1e-5, 3_000, 3_000), (c, r) -> 5);
    var shed =
        Viewshed.from(new Terrain(grid), new Tower(new Coordinate(110.915, 36.685), 50, 0, 1_300));
    assertThat(shed.resolutionM()).isCloseTo(3 * 1.11, within(0.02));
    assertThat(shed.visibleShare()).isEqualTo(1);
  }

  @Test
  void from_unknown_ground_or_too_far_there_is_no_view() {
    var terrain = new Terrain(Hills.flat(5, 500));
    assertThatThrownBy(() -> Viewshed.from(terrain, new Tower(new Coordinate(100, 30), 10, 2, 500)))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(
            () -> Viewshed.from(terrain, new Tower(new Coordinate(lon(2), lat(2)), 10, 2, 30_001)))
        .isInstanceOf(Fault.class);
  }

  private static Viewshed shed(TerrainGrid grid, double heightM) {
    return Viewshed.from(
        new Terrain(grid), new Tower(new Coordinate(lon(20), lat(20)), heightM, 0, 1_500));
  }

  private static boolean covers(Viewshed shed, int column, int row) {
    return shed.visible()
        .contains(shed.visible().getFactory().createPoint(new Coordinate(lon(column), lat(row))));
  }

  private static boolean unknown(Viewshed shed, int column, int row) {
    return shed.unknown()
        .contains(shed.unknown().getFactory().createPoint(new Coordinate(lon(column), lat(row))));
  }
}
