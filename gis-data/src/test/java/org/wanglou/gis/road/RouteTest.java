package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.gis.road.ClosureMask.NONE;
import static org.wanglou.gis.road.Profile.AMBULANCE;
import static org.wanglou.gis.road.Profile.CAR;
import static org.wanglou.gis.road.Profile.FIRE_ENGINE;
import static org.wanglou.gis.road.Profile.FOOT;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.fault.Fault;

class RouteTest {
  private static String way(Streets streets, String from, String to, Profile profile) {
    return way(streets, from, to, profile, NONE);
  }

  private static String way(
      Streets streets, String from, String to, Profile profile, ClosureMask closed) {
    return streets.way(streets.router().route(streets.at(from), streets.at(to), profile, closed));
  }

  private static void assertFault(Runnable work, String pointer, String code) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
              assertThat(fault.details())
                  .extracting(Fault.Detail::pointer, Fault.Detail::code)
                  .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
            });
  }

  @Test
  void a_route_along_one_street_takes_its_length_at_its_speed() {
    var streets = Streets.grid(4, 1);
    var route = streets.router().route(streets.at("A1"), streets.at("D1"), CAR, NONE);
    assertThat(streets.way(route)).isEqualTo("A1 B1 C1 D1");
    assertThat(route.distanceM()).isCloseTo(3000, within(10.0));
    assertThat(route.durationS()).isCloseTo(route.distanceM() / 10, within(0.001));
    assertThat(route.geometry().getNumPoints()).isEqualTo(4);
  }

  @Test
  void a_longer_way_on_a_faster_road_is_taken() {
    var streets = Streets.grid(5, 2).roadClass("A1 A2 B2 C2 D2 E2 E1", "primary");
    assertThat(way(streets, "A1", "E1", CAR)).isEqualTo("A1 A2 B2 C2 D2 E2 E1");
  }

  @Test
  void a_surface_caps_the_speed_of_its_own_class_or_of_all() {
    var streets = Streets.grid(3, 1).roadClass("A1 B1 C1", "primary");
    double asphalt = duration(streets, CAR);
    assertThat(duration(streets.surface("A1 B1 C1", "sett"), CAR))
        .isCloseTo(2 * asphalt, within(0.01));
    assertThat(duration(streets.surface("A1 B1 C1", "gravel"), CAR))
        .isCloseTo(4 * asphalt, within(0.01));
    assertThat(duration(streets.surface("A1 B1 C1", "never heard of"), CAR))
        .isCloseTo(asphalt, within(0.01));
  }

  @Test
  void a_posted_limit_caps_the_speed() {
    var streets = Streets.grid(3, 1);
    double free = duration(streets, CAR);
    assertThat(duration(streets.maxSpeed("A1 B1 C1", 18), CAR)).isCloseTo(2 * free, within(0.01));
    assertThat(duration(streets.maxSpeed("A1 B1 C1", 120), CAR)).isCloseTo(free, within(0.01));
  }

  private static double duration(Streets streets, Profile profile) {
    return streets.router().route(streets.at("A1"), streets.at("C1"), profile, NONE).durationS();
  }

  @Test
  void a_one_way_is_driven_only_its_way_but_walked_both_ways() {
    var streets = Streets.grid(3, 2).oneWay("B1 A1").oneWay("C1 B1");
    assertThat(way(streets, "A1", "C1", CAR)).isEqualTo("A1 A2 B2 C2 C1");
    assertThat(way(streets, "C1", "A1", CAR)).isEqualTo("C1 B1 A1");
    assertThat(way(streets, "A1", "C1", FOOT)).isEqualTo("A1 B1 C1");
  }

  @Test
  void only_emergency_vehicles_pass_private_and_emergency_ways() {
    for (var access : List.of("private", "emergency")) {
      var streets = Streets.grid(2, 2).motorAccess("A1 B1", access);
      assertThat(way(streets, "A1", "B1", CAR)).isEqualTo("A1 A2 B2 B1");
      assertThat(way(streets, "A1", "B1", FIRE_ENGINE)).isEqualTo("A1 B1");
      assertThat(way(streets, "A1", "B1", AMBULANCE)).isEqualTo("A1 B1");
    }
  }

  @Test
  void a_way_for_destination_traffic_is_open_and_a_forbidden_one_is_not() {
    var streets = Streets.grid(2, 2).motorAccess("A1 B1", "destination");
    assertThat(way(streets, "A1", "B1", CAR)).isEqualTo("A1 B1");
    streets.motorAccess("A1 B1", "no");
    assertThat(way(streets, "A1", "B1", FIRE_ENGINE)).isEqualTo("A1 A2 B2 B1");
    assertThat(way(streets, "A1", "B1", FOOT)).isEqualTo("A1 B1");
  }

  @Test
  void who_walks_keeps_off_ways_that_are_closed_to_walkers() {
    var streets = Streets.grid(2, 2).footAccess("A1 B1", "no");
    assertThat(way(streets, "A1", "B1", FOOT)).isEqualTo("A1 A2 B2 B1");
    assertThat(way(streets, "A1", "B1", CAR)).isEqualTo("A1 B1");
  }

  @Test
  void a_class_without_a_speed_is_not_used() {
    var streets = Streets.grid(2, 2).roadClass("A1 B1", "path");
    assertThat(way(streets, "A1", "B1", CAR)).isEqualTo("A1 A2 B2 B1");
    assertThat(way(streets, "A1", "B1", FOOT)).isEqualTo("A1 B1");
  }

  @Test
  void a_forbidden_turn_is_driven_around() {
    var streets = Streets.grid(3, 3).no("A1 B1 B2");
    var route =
        streets.router().route(streets.between("A1", "B1", 0.4, 0), streets.at("B2"), CAR, NONE);
    assertThat(streets.way(route)).isEqualTo("B1 A1 A2 B2");
    assertThat(way(streets.without("A1 A2"), "A1", "B2", CAR)).isEqualTo("A1 B1 C1 C2 B2");
    assertThat(way(streets, "A1", "B2", FOOT)).isEqualTo("A1 B1 B2");
  }

  @Test
  void turning_round_at_a_junction_gets_around_a_forbidden_turn_unless_it_is_forbidden_too() {
    var streets = Streets.none().road("A9 A1 A0").road("A1 I1").no("A9 A1 I1");
    assertThat(way(streets, "A9", "I1", CAR)).isEqualTo("A9 A1 A0 A1 I1");
    streets.no("A1 A0 A1");
    assertFault(() -> way(streets, "A9", "I1", CAR), "/to", "road.unreachable");
  }

  @Test
  void a_compulsory_turn_leaves_no_other_way_on() {
    var streets = Streets.grid(3, 2).only("A1 B1 B2");
    assertThat(way(streets.without("A1 A2"), "A1", "C1", CAR)).isEqualTo("A1 B1 B2 C2 C1");
  }

  @Test
  void a_compulsory_turn_into_a_road_that_the_profile_cannot_use_binds_nobody() {
    var streets = Streets.grid(3, 2).without("A1 A2").only("A1 B1 B2").motorAccess("B1 B2", "no");
    assertThat(way(streets, "A1", "C1", CAR)).isEqualTo("A1 B1 C1");
  }

  @Test
  void a_restriction_over_several_ways_forbids_only_the_whole_sequence() {
    var streets = Streets.grid(4, 2).without("A1 A2").no("A1 B1 C1 D1 D2");
    assertThat(way(streets, "A1", "D2", CAR)).isIn("A1 B1 C1 C2 D2", "A1 B1 B2 C2 D2");
    assertThat(way(streets, "B1", "D2", CAR, streets.closed("B1 B2", "C1 C2")))
        .isEqualTo("B1 C1 D1 D2");
    var closed = streets.closed("B1 B2", "C1 C2");
    assertThat(way(streets, "A1", "D2", CAR, closed)).isEqualTo("A1 B1 C1 B1 C1 D1 D2");
  }

  @Test
  void a_short_restriction_holds_also_inside_a_longer_one() {
    var streets =
        Streets.grid(4, 2).without("A1 A2").without("A2 B2").without("B1 B2").without("B2 C2");
    streets.no("A1 B1 C1 D1 D2").no("B1 C1 D1");
    assertThat(way(streets, "A1", "D1", CAR)).isEqualTo("A1 B1 C1 C2 D2 D1");
  }

  @Test
  void a_compulsory_sequence_binds_who_has_driven_it_up_to_its_last_turn() {
    var streets = Streets.grid(4, 2).without("A1 A2").without("B2 C2").only("A1 B1 C1 C2");
    assertThat(way(streets, "A1", "D1", CAR)).isEqualTo("A1 B1 C1 C2 D2 D1");
    assertThat(way(streets, "A1", "B2", CAR)).isEqualTo("A1 B1 B2");
    assertThat(way(streets, "B1", "D1", CAR)).isEqualTo("B1 C1 D1");
  }

  @Test
  void emergency_vehicles_are_exempt_only_where_the_sign_says_so() {
    var bound = Streets.grid(3, 2).without("A1 A2").no("A1 B1 B2");
    assertThat(way(bound, "A1", "B2", FIRE_ENGINE)).isEqualTo("A1 B1 C1 C2 B2");
    var exempt = Streets.grid(3, 2).without("A1 A2").no("A1 B1 B2", "emergency");
    assertThat(way(exempt, "A1", "B2", FIRE_ENGINE)).isEqualTo("A1 B1 B2");
    assertThat(way(exempt, "A1", "B2", CAR)).isEqualTo("A1 B1 C1 C2 B2");
  }

  @Test
  void a_closed_edge_is_driven_around_and_open_again_for_the_next_search() {
    var streets = Streets.grid(3, 2);
    var router = streets.router();
    var open = router.route(streets.at("A1"), streets.at("C1"), CAR, NONE);
    var closed =
        router.route(streets.at("A1"), streets.at("C1"), CAR, streets.closed("A1 B1", "B1 C1"));
    assertThat(streets.way(open)).isEqualTo("A1 B1 C1");
    assertThat(streets.way(closed)).isEqualTo("A1 A2 B2 C2 C1");
    assertThat(router.route(streets.at("A1"), streets.at("C1"), CAR, NONE)).isEqualTo(open);
  }

  @Test
  void start_and_end_on_one_edge_take_the_stretch_between_them() {
    var streets = Streets.grid(2, 2);
    var route =
        streets
            .router()
            .route(
                streets.between("A1", "B1", 0.2, 0),
                streets.between("A1", "B1", 0.7, 0),
                CAR,
                NONE);
    assertThat(route.distanceM()).isCloseTo(500, within(2.0));
    assertThat(route.durationS()).isCloseTo(50, within(0.2));
    assertThat(route.edges()).containsExactly(streets.edge("A1 B1"));
    assertThat(route.geometry().getNumPoints()).isEqualTo(2);
  }

  @Test
  void start_and_end_on_one_edge_against_its_direction_go_round_the_block() {
    var streets = Streets.grid(2, 2).oneWay("A1 B1");
    var route =
        streets
            .router()
            .route(
                streets.between("A1", "B1", 0.7, 0),
                streets.between("A1", "B1", 0.2, 0),
                CAR,
                NONE);
    assertThat(route.distanceM()).isCloseTo(3500, within(15.0));
    assertThat(route.edges())
        .hasSize(5)
        .startsWith(streets.edge("A1 B1"))
        .endsWith(streets.edge("A1 B1"));
  }

  @Test
  void a_route_from_a_point_to_itself_is_empty_but_drawable() {
    var streets = Streets.grid(2, 2);
    for (var place : List.of(streets.at("A1"), streets.between("A1", "B1", 0.5, 30))) {
      var route = streets.router().route(place, place, CAR, NONE);
      assertThat(route.durationS()).isZero();
      assertThat(route.geometry().getNumPoints()).isEqualTo(2);
    }
  }

  @Test
  void a_point_at_a_junction_may_leave_by_any_road() {
    var streets = Streets.grid(3, 3).oneWay("A2 B2").oneWay("B1 B2").oneWay("B2 C2");
    assertThat(way(streets, "B2", "B3", CAR)).isEqualTo("B2 B3");
    assertThat(way(streets, "B2", "C2", CAR)).isEqualTo("B2 C2");
    assertThat(way(streets, "B3", "B2", CAR)).isEqualTo("B3 B2");
  }

  @Test
  void the_stretch_off_the_road_is_told_and_not_driven() {
    var streets = Streets.grid(3, 1);
    var route =
        streets
            .router()
            .route(
                streets.between("A1", "B1", 0.5, 40),
                streets.between("B1", "C1", 0.5, 7),
                CAR,
                NONE);
    assertThat(route.snapFromM()).isCloseTo(40, within(0.5));
    assertThat(route.snapToM()).isCloseTo(7, within(0.5));
    assertThat(route.distanceM()).isCloseTo(967, within(5.0));
  }

  @Test
  void a_point_beside_a_yard_that_is_joined_to_nothing_takes_the_next_road() {
    var streets = Streets.grid(3, 1).road("A4 B4");
    var route =
        streets.router().route(streets.between("A4", "B4", 0.5, 10), streets.at("C1"), CAR, NONE);
    assertThat(route.snapFromM()).isBetween(2900.0, 3100.0);
    assertThat(streets.way(route)).isEqualTo("A1 B1 C1");
  }

  @Test
  void two_points_in_the_same_yard_drive_inside_it() {
    var streets = Streets.grid(3, 1).road("A4 B4 C4");
    var route =
        streets.router().route(streets.between("A4", "B4", 0.5, 10), streets.at("C4"), CAR, NONE);
    assertThat(streets.way(route)).isEqualTo("A4 B4 C4");
  }

  @Test
  void a_point_between_a_yard_and_a_street_stands_where_both_points_are_nearest_to_their_road() {
    var streets = Streets.grid(3, 1).road("A1.3 B1.3");
    var inYard = streets.between("A1.3", "B1.3", 0.5, 10);
    var between = streets.between("A1", "B1", 0.6, 100);
    var route = streets.router().route(inYard, between, CAR, NONE);
    assertThat(route.edges()).containsExactly(streets.edge("A1.3 B1.3"));
    assertThat(streets.router().route(between, streets.at("C1"), CAR, NONE).snapFromM())
        .isCloseTo(100, within(1.0));
  }

  @Test
  void a_yard_that_can_only_be_left_is_where_one_starts_but_not_where_one_arrives() {
    var streets = Streets.grid(3, 2).oneWay("A2 A1").without("A2 B2");
    assertThat(way(streets, "A2", "C1", CAR)).isEqualTo("A2 A1 B1 C1");
    var into =
        streets.router().route(streets.at("C1"), streets.between("A2", "A1", 0.1, 0), CAR, NONE);
    assertThat(into.snapToM()).isBetween(880.0, 920.0);
  }

  @Test
  void a_hamlet_behind_a_closure_is_told_as_cut_off() {
    var streets = Streets.grid(3, 1).road("C1 C9");
    streets.road("C9 D9");
    var closed = streets.closed("C1 C9");
    assertFault(() -> way(streets, "A1", "D9", CAR, closed), "/to", "road.cut_off");
    assertFault(() -> way(streets, "D9", "A1", CAR, closed), "/to", "road.cut_off");
  }

  @Test
  void behind_a_closure_an_open_road_that_is_nearly_as_near_is_taken() {
    var streets = Streets.grid(3, 1).road("A1.2 B1.2 C1");
    var closed = streets.closed("B1.2 C1");
    var route =
        streets
            .router()
            .route(streets.at("C1"), streets.between("A1.2", "B1.2", 0.5, 0), CAR, closed);
    assertThat(route.snapToM()).isBetween(190.0, 210.0);
  }

  @Test
  void an_incident_on_a_closed_road_is_driven_to_from_its_nearer_end_and_nobody_drives_through() {
    var streets = Streets.grid(3, 2);
    var closed = streets.closed("B1 C1");
    var onIt = streets.between("B1", "C1", 0.4, 0);
    var route = streets.router().route(streets.at("A1"), onIt, CAR, closed);
    assertThat(streets.way(route)).isEqualTo("A1 B1 C1");
    assertThat(route.closedToM()).isBetween(395.0, 405.0);
    assertThat(route.closedFromM()).isZero();
    assertThat(route.durationS()).isBetween(139.0, 141.0);
    assertThat(way(streets, "A1", "C1", CAR, closed)).isEqualTo("A1 A2 B2 C2 C1");
    var fromEast = streets.router().route(streets.at("C2"), onIt, CAR, closed);
    assertThat(streets.way(fromEast)).isEqualTo("C2 C1 B1");
    assertThat(fromEast.closedToM()).isBetween(595.0, 605.0);
  }

  @Test
  void who_stands_on_a_closed_road_may_leave_it_and_reach_who_stands_there_too() {
    var streets = Streets.grid(3, 2);
    var closed = streets.closed("B1 C1");
    var onIt = streets.between("B1", "C1", 0.4, 30);
    var out = streets.router().route(onIt, streets.at("A1"), CAR, closed);
    assertThat(streets.way(out)).isEqualTo("C1 B1 A1");
    assertThat(out.closedFromM()).isBetween(395.0, 440.0);
    assertThat(out.closedToM()).isZero();
    var along = streets.router().route(onIt, streets.between("B1", "C1", 0.9, 0), CAR, closed);
    assertThat(along.distanceM()).isBetween(460.0, 500.0);
    assertThat(along.closedFromM()).isZero();
    assertThat(along.closedToM()).isEqualTo(along.distanceM());
  }

  @Test
  void in_a_closed_area_or_beside_a_closed_road_the_nearest_open_road_is_the_end() {
    var streets = Streets.grid(5, 2);
    var area = streets.closed("B1 C1 D1", "C1 C2");
    var inside = streets.router().route(streets.at("A1"), streets.at("C1"), CAR, area);
    assertThat(inside.snapToM()).isBetween(950.0, 1050.0);
    assertThat(inside.closedToM()).isZero();
    var middle = streets.closed("A1 B1 C1 D1 E1", "B1 B2", "C1 C2", "D1 D2");
    var between = streets.between("B1", "C1", 0.5, 0);
    assertThat(streets.router().route(streets.at("A2"), between, CAR, middle).snapToM())
        .isBetween(950.0, 1050.0);
    var beside = streets.between("B1", "C1", 0.5, 120);
    var route = streets.router().route(streets.at("A2"), beside, CAR, streets.closed("B1 C1"));
    assertThat(route.closedToM()).isZero();
    assertThat(route.snapToM()).isGreaterThan(300);
  }

  @Test
  void what_no_road_leads_to_is_unreachable() {
    var streets = Streets.grid(2, 2).road("A2 A9").oneWay("A9 A2");
    assertFault(() -> way(streets, "B1", "A9", CAR), "/to", "road.unreachable");
    assertThat(way(streets, "A9", "A1", CAR)).isEqualTo("A9 A2 A1");
  }

  @Test
  void a_point_more_than_five_kilometres_from_any_road_is_too_far() {
    var streets = Streets.grid(2, 2);
    var router = streets.router();
    var far = Streets.point(Streets.WEST - 0.07, Streets.SOUTH);
    var near = Streets.point(Streets.WEST - 0.05, Streets.SOUTH);
    assertFault(() -> router.route(far, streets.at("A1"), CAR, NONE), "/from", "road.too_far");
    assertFault(() -> router.route(streets.at("A1"), far, CAR, NONE), "/to", "road.too_far");
    assertThat(router.route(near, streets.at("B1"), CAR, NONE).snapFromM())
        .isBetween(4400.0, 4500.0);
  }

  @Test
  void without_roads_every_question_is_answered_so() {
    var router = Streets.none().router();
    var somewhere = Streets.point(Streets.WEST, Streets.SOUTH);
    assertFault(() -> router.route(somewhere, somewhere, CAR, NONE), "", "road.empty");
    assertFault(
        () -> router.nearest(somewhere, List.of(), Router.Heading.AWAY, CAR, NONE, 1),
        "",
        "road.empty");
    assertThat(router.matrix(List.of(somewhere), List.of(somewhere), CAR, NONE).durationsS()[0][0])
        .isNaN();
  }

  @Test
  void many_threads_on_one_router_get_the_same_answers() {
    var streets = Streets.grid(12, 12);
    var router = streets.router();
    var expected = router.route(streets.at("A1"), streets.at("L12"), CAR, NONE);
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              var other = streets.at(Streets.name(i % 12, i / 12 % 12));
              router.route(other, streets.at("F6"), CAR, NONE);
              assertThat(router.route(streets.at("A1"), streets.at("L12"), CAR, NONE).durationS())
                  .isEqualTo(expected.durationS());
            });
  }
}
