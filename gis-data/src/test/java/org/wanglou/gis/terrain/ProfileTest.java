package org.wanglou.gis.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.terrain.Hills.lat;
import static org.wanglou.gis.terrain.Hills.lon;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;

class ProfileTest {
  /** A ridge in the middle, 100 m above the plain. */
  private static final Terrain RIDGE =
      new Terrain(Hills.of(21, 5, (column, row) -> 500 + 10 * (10 - Math.abs(column - 10))));

  private static final OptionalDouble POSTS = OptionalDouble.empty();

  @Test
  void over_a_ridge_and_down_again_climb_and_descent_are_its_height() {
    var profile = Profile.along(RIDGE, line(0, 2, 20, 2), POSTS);
    assertThat(profile.climbM()).isCloseTo(100, within(0.5));
    assertThat(profile.descentM()).isCloseTo(profile.climbM(), within(0.01));
    assertThat(profile.lowestM().getAsDouble()).isCloseTo(500, within(0.1));
    assertThat(profile.gaps()).isEmpty();
  }

  @Test
  void the_way_back_has_climb_and_descent_exchanged() {
    var there = Profile.along(RIDGE, line(0, 1, 13, 3), OptionalDouble.of(25));
    var back = Profile.along(RIDGE, line(13, 3, 0, 1), OptionalDouble.of(25));
    assertThat(back.climbM()).isCloseTo(there.descentM(), within(1e-6));
    assertThat(back.descentM()).isCloseTo(there.climbM(), within(1e-6));
    assertThat(back.lengthM()).isCloseTo(there.lengthM(), within(1e-6));
  }

  @Test
  void samples_go_from_end_to_end_and_take_in_every_corner() {
    var line = new Coordinate[] {at(1, 1), at(4, 1), at(4, 3), at(4, 3), at(9, 2)};
    var profile = Profile.along(RIDGE, line, OptionalDouble.of(30));
    assertThat(profile.samples().get(0).place()).isEqualTo(line[0]);
    var last = profile.samples().get(profile.samples().size() - 1);
    assertThat(last.place()).isEqualTo(line[4]);
    assertThat(last.distanceM()).isCloseTo(Ground.lengthM(line), within(1e-6));
    assertThat(profile.samples()).anySatisfy(s -> assertThat(s.place()).isEqualTo(line[1]));
    for (int i = 1; i < profile.samples().size(); i++) {
      assertThat(profile.samples().get(i).distanceM() - profile.samples().get(i - 1).distanceM())
          .isPositive()
          .isLessThan(30.001);
    }
  }

  @Test
  void a_gap_stays_a_gap_and_nothing_is_climbed_across_it() {
    var terrain =
        new Terrain(Hills.of(21, 3, (c, r) -> c > 7 && c < 13 ? Float.NaN : c <= 7 ? 500 : 900));
    var profile = Profile.along(terrain, line(0, 1, 20, 1), POSTS);
    assertThat(profile.climbM()).isZero();
    assertThat(profile.gaps()).hasSize(1);
    double postM = profile.lengthM() / 20;
    var gap = profile.gaps().get(0);
    assertThat(gap.fromM()).isBetween(6 * postM, 7.01 * postM);
    assertThat(gap.toM()).isBetween(12.99 * postM, 14 * postM);
    assertThat(profile.samples())
        .allSatisfy(
            s ->
                assertThat(s.elevationM().isEmpty())
                    .isEqualTo(s.distanceM() > 7.01 * postM && s.distanceM() < 12.99 * postM));
  }

  @Test
  void a_line_wholly_outside_is_one_gap_without_heights() {
    var profile = Profile.along(RIDGE, line(30, 1, 40, 1), POSTS);
    assertThat(profile.lowestM()).isEmpty();
    assertThat(profile.gaps()).containsExactly(new Profile.Gap(0, profile.lengthM()));
  }

  @Test
  void a_fine_step_on_a_long_line_is_widened_to_the_most_samples() {
    var profile = Profile.along(RIDGE, line(0, 1, 20, 1), OptionalDouble.of(0.001));
    assertThat(profile.samples()).hasSizeLessThanOrEqualTo(Profile.MOST_SAMPLES + 2);
    assertThat(profile.stepM()).isGreaterThan(0.5);
  }

  @Test
  void a_line_without_length_is_refused() {
    assertThatThrownBy(() -> Profile.along(RIDGE, line(1, 1, 1, 1), POSTS))
        .isInstanceOf(Fault.class);
  }

  private static Coordinate[] line(double... columnsAndRows) {
    return new Coordinate[] {
      at(columnsAndRows[0], columnsAndRows[1]), at(columnsAndRows[2], columnsAndRows[3])
    };
  }

  private static Coordinate at(double column, double row) {
    return new Coordinate(lon(column), lat(row));
  }
}
