package org.wanglou.drills.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.locationtech.jts.geom.LineString;

class DriveTest {
  private static final double STEP_S = 0.7;

  @Provide
  Arbitrary<LineString> routes() {
    return Routes.any();
  }

  @Property(tries = 200)
  void it_takes_as_long_as_the_route_and_ends_where_the_route_ends(
      @ForAll("routes") LineString route, @ForAll @DoubleRange(min = 5, max = 4_000) double s) {
    var drive = Drive.along(route, s);
    var end = Place.standing(route.getEndPoint().getX(), route.getEndPoint().getY());
    assertThat(drive.durationS()).isCloseTo(s, within(0.1));
    assertThat(drive.at(s).distanceM(end)).isLessThan(0.001);
    assertThat(drive.at(s - 0.1).distanceM(end))
        .isLessThanOrEqualTo(drive.lengthM() / s * 0.1 + 0.001);
  }

  @Property(tries = 100)
  void it_never_jumps(
      @ForAll("routes") LineString route, @ForAll @DoubleRange(min = 60, max = 900) double s) {
    var drive = Drive.along(route, s);
    double fastest = drive.lengthM() / s;
    for (double t = -1; t < s + 1; t += STEP_S) {
      assertThat(drive.at(t).distanceM(drive.at(t + STEP_S)))
          .isLessThanOrEqualTo(fastest * STEP_S + 0.001);
    }
  }

  @Property(tries = 100)
  void it_only_goes_forward_and_lies_on_the_route(
      @ForAll("routes") LineString route, @ForAll @DoubleRange(min = 60, max = 900) double s) {
    var drive = Drive.along(route, s);
    double before = -1;
    for (double t = 0; t <= s; t += s / 50) {
      double metres = drive.metresAt(t);
      assertThat(metres).isGreaterThan(before);
      assertThat(drive.passes(drive.at(t), 0.5, t)).isTrue();
      before = metres;
    }
    assertThat(drive.metresAt(s)).isEqualTo(drive.lengthM());
  }

  @Property(tries = 100)
  void the_speed_it_tells_is_the_speed_it_makes(
      @ForAll("routes") LineString route,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double part) {
    var drive = Drive.along(route, 300);
    var place = drive.at(part * 300);
    double madeKmh = (drive.metresAt(part * 300 + 0.1) - drive.metresAt(part * 300)) / 0.1 * 3.6;
    assertThat(place.speedKmh()).isCloseTo(madeKmh, within(0.01));
  }

  @Example
  void the_course_is_the_direction_of_the_stretch_it_is_on() {
    var drive = Drive.along(Routes.line(110.9, 36.7, 110.9, 36.71, 110.91, 36.71), 100);
    assertThat(drive.at(1).courseDeg().orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(drive.at(99).courseDeg().orElseThrow()).isCloseTo(90, within(0.01));
    assertThat(drive.at(100).courseDeg()).isEmpty();
  }

  @Property(tries = 100)
  void a_drive_that_goes_on_into_another_does_not_jump_over_the_gap(
      @ForAll("routes") LineString first, @ForAll("routes") LineString second) {
    var drive = Drive.along(first, 100).then(Drive.along(second, 200));
    double fastest =
        DoubleStream.of(
                Drive.along(first, 100).lengthM() / 100,
                Drive.along(second, 200).lengthM() / 200,
                20 / 3.6)
            .max()
            .orElseThrow();
    for (double t = 0; t < drive.durationS(); t += STEP_S) {
      assertThat(drive.at(t).distanceM(drive.at(t + STEP_S)))
          .isLessThanOrEqualTo(fastest * STEP_S + 0.001);
    }
    assertThat(drive.end().distanceM(Drive.along(second, 200).end())).isZero();
  }

  @Example
  void a_gap_beside_the_road_takes_its_own_time_at_20_kmh() {
    var yard = Place.standing(110.9, 36.7).ahead(270, 100);
    var drive =
        Drive.standing(yard, 0).then(Drive.along(Routes.line(110.9, 36.7, 110.91, 36.7), 60));
    assertThat(drive.durationS()).isCloseTo(60 + 18, within(0.01));
    assertThat(drive.at(9).speedKmh()).isCloseTo(20, within(0.001));
  }

  @Example
  void what_lies_behind_is_not_passed_again() {
    var drive = Drive.along(Routes.line(110.9, 36.7, 110.91, 36.7, 110.92, 36.7), 100);
    var early = Place.standing(110.905, 36.7);
    assertThat(drive.passes(early, 2, 10)).isTrue();
    assertThat(drive.passes(early, 2, 26)).isFalse();
    assertThat(drive.passes(early.ahead(0, 30), 2, 0)).isFalse();
  }

  @Example
  void a_way_that_takes_no_time_is_refused() {
    assertThatThrownBy(() -> Drive.along(Routes.line(110.9, 36.7, 110.91, 36.7), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Drive.along(Routes.line(110.9, 36.7, 110.9, 36.7), 0).durationS()).isZero();
  }
}
