package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.road.ClosureMask.NONE;
import static org.wanglou.gis.road.Profile.CAR;
import static org.wanglou.gis.road.Router.Heading.AWAY;
import static org.wanglou.gis.road.Router.Heading.TOWARDS;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.fault.Fault;

class NearestTest {
  private static List<Point> at(Streets streets, String... junctions) {
    return Stream.of(junctions).map(streets::at).toList();
  }

  private static List<Integer> order(Reach reach) {
    return reach.found().stream().map(Reach.Reached::index).toList();
  }

  @Test
  void the_nearest_by_road_come_first_and_only_as_many_as_asked_for() {
    var streets = Streets.grid(6, 6);
    var reach =
        streets
            .router()
            .nearest(streets.at("C3"), at(streets, "F6", "C5", "A1", "C2"), TOWARDS, CAR, NONE, 2);
    assertThat(order(reach)).containsExactly(3, 1);
    assertThat(reach.missed()).isEmpty();
    assertThat(streets.way(reach.found().get(0).route())).isEqualTo("C2 C3");
  }

  @Test
  void a_unit_that_is_nearer_but_behind_a_closure_comes_second() {
    var streets = Streets.grid(6, 2);
    var closed = streets.closed("C1 D1", "D1 D2");
    var units = at(streets, "D1", "A1");
    assertThat(order(streets.router().nearest(streets.at("C1"), units, TOWARDS, CAR, NONE, 2)))
        .containsExactly(0, 1);
    assertThat(order(streets.router().nearest(streets.at("C1"), units, TOWARDS, CAR, closed, 2)))
        .containsExactly(1, 0);
  }

  @Test
  void heading_decides_which_way_a_one_way_counts() {
    var streets = Streets.grid(3, 3).oneWay("A1 B1").oneWay("B1 C1");
    var router = streets.router();
    var others = at(streets, "A1", "C1");
    assertThat(order(router.nearest(streets.at("B1"), others, TOWARDS, CAR, NONE, 1)))
        .containsExactly(0);
    assertThat(order(router.nearest(streets.at("B1"), others, AWAY, CAR, NONE, 1)))
        .containsExactly(1);
  }

  @Test
  void routes_run_in_driving_direction_and_name_both_snaps() {
    var streets = Streets.grid(3, 1);
    var here = streets.between("B1", "C1", 0.5, 30);
    for (var heading : Router.Heading.values()) {
      var reach = streets.router().nearest(here, at(streets, "A1"), heading, CAR, NONE, 1);
      var route = reach.found().get(0).route();
      boolean towards = heading == TOWARDS;
      assertThat(streets.way(route)).isEqualTo(towards ? "A1 B1 C1" : "C1 B1 A1");
      assertThat(towards ? route.snapToM() : route.snapFromM()).isCloseTo(30, within(0.5));
      assertThat(towards ? route.snapFromM() : route.snapToM()).isCloseTo(0, within(0.001));
      assertThat(reach.snapM()).isCloseTo(30, within(0.5));
    }
  }

  @Test
  void each_that_is_missed_has_its_reason() {
    var streets = Streets.grid(2, 2).road("A2 A9").road("B2 I2").oneWay("I2 B2");
    var closed = streets.closed("A2 A9");
    var far = Streets.point(Streets.WEST - 1, Streets.SOUTH);
    var others = List.of(streets.at("B1"), streets.at("A9"), far, streets.at("I2"));
    var reach = streets.router().nearest(streets.at("A1"), others, AWAY, CAR, closed, 4);
    assertThat(order(reach)).containsExactly(0);
    assertThat(reach.missed())
        .containsOnlyKeys(1, 2, 3)
        .containsEntry(1, "road.cut_off")
        .containsEntry(2, "road.too_far")
        .containsEntry(3, "road.unreachable");
  }

  @Test
  void with_enough_found_the_others_are_not_called_missed_unless_they_are_off_the_roads() {
    var streets = Streets.grid(4, 1);
    var far = Streets.point(Streets.WEST - 1, Streets.SOUTH);
    var others = List.of(streets.at("B1"), streets.at("D1"), far);
    var reach = streets.router().nearest(streets.at("A1"), others, TOWARDS, CAR, NONE, 1);
    assertThat(order(reach)).containsExactly(0);
    assertThat(reach.missed()).containsOnlyKeys(2).containsEntry(2, "road.too_far");
  }

  @Test
  void an_incident_behind_a_closure_names_everybody_as_cut_off() {
    var streets = Streets.grid(2, 2).road("A2 A9");
    var reach =
        streets
            .router()
            .nearest(
                streets.at("A9"),
                at(streets, "A1", "B2"),
                TOWARDS,
                CAR,
                streets.closed("A2 A9"),
                5);
    assertThat(reach.found()).isEmpty();
    assertThat(reach.missed()).containsEntry(0, "road.cut_off").containsEntry(1, "road.cut_off");
  }

  @Test
  void a_station_in_a_yard_that_is_joined_to_nothing_is_not_overlooked() {
    var streets = Streets.grid(6, 2).road("A2.1 B2.1");
    var units = List.of(streets.at("F1"), streets.between("A2.1", "B2.1", 0.5, 20));
    var reach = streets.router().nearest(streets.at("A1"), units, TOWARDS, CAR, NONE, 1);
    assertThat(order(reach)).containsExactly(1);
  }

  @Test
  void here_too_far_from_any_road_is_refused_with_the_distance() {
    var streets = Streets.grid(2, 2);
    var far = Streets.point(Streets.WEST - 0.07, Streets.SOUTH);
    assertThatThrownBy(() -> streets.router().nearest(far, List.of(), TOWARDS, CAR, NONE, 1))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              var detail = fault.details().get(0);
              assertThat(detail.pointer()).isEqualTo("/from");
              assertThat(detail.code()).isEqualTo("road.too_far");
              assertThat((Long) detail.args().get(0)).isBetween(6200L, 6300L);
            });
  }

  @Test
  void a_closure_of_no_road_here_changes_no_answer() {
    var streets = Streets.grid(6, 6).road("A2.2 B2.2").road("C4.4 D4.4").oneWay("C4.4 D4.4");
    streets.road("E2.3 F2").oneWay("E2.3 F2").road("B5.5 C5").oneWay("C5 B5.5");
    var router = streets.router();
    var elsewhere = ClosureMask.of(IntStream.of(100_000));
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      var points = IntStream.range(0, 6).mapToObj(k -> somewhere(random)).toList();
      var others = points.subList(1, 6);
      var heading = i % 2 == 0 ? TOWARDS : AWAY;
      assertThat(router.nearest(points.get(0), others, heading, CAR, NONE, 3))
          .isEqualTo(router.nearest(points.get(0), others, heading, CAR, elsewhere, 3));
    }
  }

  private static Point somewhere(Random random) {
    return Streets.point(
        Streets.WEST + random.nextDouble() / 16, Streets.SOUTH + random.nextDouble() / 20);
  }

  @Test
  void nobody_to_be_found_is_an_answer() {
    var streets = Streets.grid(2, 2);
    var reach = streets.router().nearest(streets.at("A1"), List.of(), TOWARDS, CAR, NONE, 3);
    assertThat(reach.found()).isEmpty();
    assertThat(reach.missed()).isEmpty();
  }

  @Test
  void a_matrix_holds_what_single_routes_say_in_either_shape() {
    var random = new Random(7);
    var streets = Streets.grid(8, 8).oneWay("A1 B1 C1 D1").oneWay("D4 C4 B4 A4").no("C3 C4 D4");
    var router = streets.router();
    var many = IntStream.range(0, 9).mapToObj(i -> somewhere(random)).toList();
    assertMatrix(router, many.subList(0, 3), many.subList(3, 9));
    assertMatrix(router, many.subList(0, 6), many.subList(6, 9));
  }

  private static void assertMatrix(Router router, List<Point> sources, List<Point> targets) {
    var matrix = router.matrix(sources, targets, CAR, NONE);
    for (int s = 0; s < sources.size(); s++) {
      for (int t = 0; t < targets.size(); t++) {
        var route = router.route(sources.get(s), targets.get(t), CAR, NONE);
        assertThat(matrix.durationsS()[s][t]).isCloseTo(route.durationS(), within(1e-9));
        assertThat(matrix.distancesM()[s][t]).isCloseTo(route.distanceM(), within(100.0));
      }
    }
  }

  @Test
  void a_matrix_has_no_number_where_there_is_no_way() {
    var streets = Streets.grid(2, 2).road("B2 I2").oneWay("I2 B2");
    var far = Streets.point(Streets.WEST - 1, Streets.SOUTH);
    var matrix =
        streets
            .router()
            .matrix(
                at(streets, "A1", "I2"),
                List.of(streets.at("B1"), far, streets.at("I2")),
                CAR,
                NONE);
    assertThat(matrix.durationsS()[0][0]).isPositive();
    assertThat(matrix.durationsS()[0][1]).isNaN();
    assertThat(matrix.durationsS()[0][2]).isNaN();
    assertThat(matrix.durationsS()[1][2]).isZero();
    assertThat(matrix.distancesM()[0][1]).isNaN();
  }
}
