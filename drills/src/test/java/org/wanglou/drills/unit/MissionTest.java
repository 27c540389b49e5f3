package org.wanglou.drills.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.LineString;

class MissionTest {
  private static final Instant ORDERED = Instant.parse("2026-04-12T02:14:00Z");
  private static final double ROUTE_S = 420;

  @Provide
  Arbitrary<LineString> routes() {
    return Routes.any();
  }

  @Property(tries = 60)
  void acts_fall_due_one_after_the_other_and_none_twice(
      @ForAll("routes") LineString route, @ForAll long seed) {
    var mission = mission(route, seed);
    var said = new ArrayList<Act>();
    for (int s = 0; s < 1_200; s += 3) {
      for (var act : mission.dueUntil(ORDERED.plusSeconds(s))) {
        mission = mission.with(mission.order().with(act, ORDERED.plusSeconds(s)));
        said.add(act);
      }
    }
    assertThat(said).containsExactly(Act.values());
    assertThat(mission.dueUntil(ORDERED.plusSeconds(99_999))).isEmpty();
  }

  @Property(tries = 60)
  void crews_take_the_times_that_the_pace_allows(
      @ForAll("routes") LineString route, @ForAll long seed) {
    var mission = mission(route, seed);
    assertThat(between(ORDERED, mission.when(Act.ACKNOWLEDGE).orElseThrow())).isBetween(4.0, 10.0);
    assertThat(between(mission, Act.ACKNOWLEDGE, Act.DEPART)).isBetween(15.0, 30.0);
    assertThat(between(mission, Act.DEPART, Act.ARRIVE)).isCloseTo(ROUTE_S, within(0.1));
    assertThat(between(mission, Act.ARRIVE, Act.COMPLETE)).isBetween(180.0, 480.0);
  }

  @Property(tries = 40)
  void phase_and_place_are_the_same_in_whatever_order_one_asks(
      @ForAll("routes") LineString route, @ForAll long seed) {
    var times = new ArrayList<Integer>();
    for (int s = -10; s < 1_200; s += 7) {
      times.add(s);
    }
    var forward = new HashMap<Integer, String>();
    times.forEach(s -> forward.put(s, picture(mission(route, seed), s)));
    Collections.shuffle(times, new Random(seed));
    var again = mission(route, seed);
    times.forEach(s -> assertThat(picture(again, s)).isEqualTo(forward.get(s)));
  }

  @Property(tries = 60)
  void a_countermand_turns_the_unit_round_where_it_is(
      @ForAll("routes") LineString route,
      @ForAll("routes") LineString homeward,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 600) int after) {
    var mission = mission(route, seed);
    var stop = ORDERED.plusSeconds(after);
    var called = mission.with(mission.order().countermandedAt(stop));
    var turning = mission.placeAt(stop);

    assertThat(called.placeAt(stop.plusSeconds(500)).distanceM(turning)).isLessThan(0.001);
    assertThat(called.phaseAt(stop)).isEqualTo(Phase.COUNTERMANDED);
    assertThat(called.dueUntil(stop.plusSeconds(5_000))).isEmpty();
    for (int s = 0; s < after; s += 11) {
      assertThat(picture(called, s)).isEqualTo(picture(mission, s));
    }
    var home = new Trip(Drive.along(Routes.from(turning, homeward), ROUTE_S), stop);
    assertThat(home.placeAt(stop).distanceM(turning)).isLessThan(0.001);
    assertThat(home.isOverAt(stop.plusSeconds(419))).isFalse();
    assertThat(home.isOverAt(stop.plusSeconds(420))).isTrue();
  }

  @Property(tries = 60)
  void it_never_jumps_even_when_the_record_is_late_or_early(
      @ForAll("routes") LineString route,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 40) double lateS,
      @ForAll @DoubleRange(min = 1, max = 400) double arrivedS) {
    var planned = mission(route, seed);
    var departed = planned.when(Act.DEPART).orElseThrow().plusMillis((long) (lateS * 1000));
    var mission =
        planned.with(
            planned
                .order()
                .with(Act.ACKNOWLEDGE, ORDERED.plusSeconds(3))
                .with(Act.DEPART, departed)
                .with(Act.ARRIVE, departed.plusMillis((long) (arrivedS * 1000))));
    double fastest = Drive.along(route, ROUTE_S).lengthM() / ROUTE_S;
    for (int s = 0; s < 700; s++) {
      var now = ORDERED.plusSeconds(s);
      assertThat(mission.placeAt(now).distanceM(mission.placeAt(now.plusSeconds(1))))
          .isLessThanOrEqualTo(fastest + 0.001);
    }
  }

  @Property(tries = 60)
  void stopped_by_a_closure_it_goes_on_from_where_it_stands_and_takes_the_new_ways_time(
      @ForAll("routes") LineString route,
      @ForAll("routes") LineString detour,
      @ForAll @IntRange(min = 1, max = 400) int drivenS,
      @ForAll @IntRange(min = 0, max = 90) int stoodS) {
    var departed = ORDERED.plusSeconds(30);
    var before = mission(route, 5);
    before = before.with(before.order().with(Act.DEPART, departed));
    var stop = departed.plusSeconds(drivenS);
    var on = stop.plusSeconds(stoodS);
    var stopped = before.halted(stop);
    var there = before.placeAt(stop).halted();
    assertThat(stopped.placeAt(on)).isEqualTo(there);
    assertThat(stopped.dueUntil(on.plusSeconds(9_999))).isEmpty();

    var after = stopped.goingOn(on, Drive.along(Routes.from(there, detour), 200));
    assertThat(after.placeAt(on).distanceM(there)).isLessThan(0.001);
    assertThat(between(on, after.when(Act.ARRIVE).orElseThrow())).isCloseTo(200, within(0.1));
  }

  @Example
  void without_a_way_the_unit_acknowledges_and_waits() {
    var mission =
        new Mission(order(7), Place.standing(110.9, 36.7), Optional.empty(), Pace.STANDARD);
    assertThat(mission.dueUntil(ORDERED.plusSeconds(9_999))).containsExactly(Act.ACKNOWLEDGE);
    assertThat(mission.placeAt(ORDERED.plusSeconds(9_999))).isEqualTo(mission.start());
  }

  @Example
  void what_the_dispatcher_has_recorded_is_not_said_again() {
    var route = Routes.line(110.9, 36.7, 110.95, 36.7);
    var mission = mission(route, 3);
    var departed = mission.with(mission.order().with(Act.DEPART, ORDERED.plusSeconds(2)));
    assertThat(departed.dueUntil(ORDERED.plusSeconds(60))).isEmpty();
    assertThat(departed.phaseAt(ORDERED.plusSeconds(60))).isEqualTo(Phase.EN_ROUTE);
    assertThat(departed.dueUntil(ORDERED.plusSeconds(423))).containsExactly(Act.ARRIVE);
  }

  private static Mission mission(LineString route, long seed) {
    var start = Place.standing(route.getStartPoint().getX(), route.getStartPoint().getY());
    return new Mission(order(seed), start, Optional.of(Drive.along(route, ROUTE_S)), Pace.STANDARD);
  }

  private static OrderRecord order(long seed) {
    return OrderRecord.fresh(new UUID(seed, 1), new UUID(2, seed), ORDERED);
  }

  private static String picture(Mission mission, int second) {
    var t = ORDERED.plusSeconds(second);
    return mission.phaseAt(t) + " " + mission.placeAt(t);
  }

  private static double between(Mission mission, Act first, Act second) {
    return between(mission.when(first).orElseThrow(), mission.when(second).orElseThrow());
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
