package org.wanglou.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.command.simulation.Facts.Duty;
import org.wanglou.command.simulation.Facts.OrderFacts;
import org.wanglou.command.simulation.Facts.Reported;
import org.wanglou.command.simulation.Facts.UnitFacts;
import org.wanglou.drills.unit.Act;
import org.wanglou.drills.unit.OrderRecord;
import org.wanglou.drills.unit.Place;

class CrewTest {
  private static final UUID ID = new UUID(1, 1);
  private static final UUID INCIDENT = new UUID(2, 2);
  private static final Place BASE = Place.standing(110.94, 36.69);
  private static final Place SCENE = Place.standing(110.97, 36.69);
  private static final Instant T = Instant.parse("2026-04-12T02:14:00Z");
  private static final double ROAD_S = 200;

  @Test
  void at_its_base_it_reports_now_and_then_and_wants_nothing() {
    var crew = crew(Duty.FREE);
    assertThat(crew.fixDue(T)).contains(BASE);
    crew.reported(BASE, T);
    assertThat(crew.fixDue(T.plusSeconds(19))).isEmpty();
    assertThat(crew.fixDue(T.plusSeconds(30))).contains(BASE);
    assertThat(crew.wayWanted(T)).isEmpty();
    assertThat(crew.actDue(T)).isEmpty();
  }

  @Test
  void it_does_not_move_before_its_departure_is_on_record() {
    var crew = ordered();
    assertThat(crew.actDue(T.plusSeconds(10))).contains(Act.ACKNOWLEDGE);
    var way = acknowledge(crew);
    assertThat(way.to()).isEqualTo(SCENE);
    crew.take(way, road(way), T.plusSeconds(11));
    assertThat(crew.actDue(T.plusSeconds(90))).contains(Act.DEPART);
    assertThat(crew.fixDue(T.plusSeconds(90))).contains(BASE);

    crew.hear(order(3, Act.ACKNOWLEDGE, T.plusSeconds(10), Act.DEPART, T.plusSeconds(90)), T);
    assertThat(placeAt(crew, 190).distanceM(BASE))
        .isCloseTo(BASE.distanceM(SCENE) / 2, within(0.5));
    assertThat(placeAt(crew, 190).speedKmh()).isPositive();
    assertThat(crew.actDue(T.plusSeconds(291))).contains(Act.ARRIVE);
  }

  @Test
  void it_departs_only_when_a_way_is_known() {
    var crew = ordered();
    acknowledge(crew);
    assertThat(crew.actDue(T.plusSeconds(500))).isEmpty();
    crew.takeNoWay();
    assertThat(crew.wayWanted(T.plusSeconds(500))).isPresent();
  }

  @Test
  void called_back_on_its_way_it_turns_round_where_it_is_and_says_when_it_is_home() {
    var crew = underWay();
    var there = placeAt(crew, 190);
    crew.hear(countermanded(T.plusSeconds(190)), T.plusSeconds(190));
    crew.hear(unit(Duty.RETURNING, 2));
    var home = crew.wayWanted(T.plusSeconds(191)).orElseThrow();
    assertThat(home.from().distanceM(there)).isLessThan(0.1);
    assertThat(home.to()).isEqualTo(BASE);

    crew.take(home, road(home), T.plusSeconds(191));
    assertThat(placeAt(crew, 191).distanceM(there)).isLessThan(0.1);
    assertThat(crew.hasToSayAvailable(T.plusSeconds(380))).isFalse();
    assertThat(crew.hasToSayAvailable(T.plusSeconds(392))).isTrue();
    assertThat(placeAt(crew, 392).distanceM(BASE)).isLessThan(0.001);
  }

  @Test
  void a_closure_ahead_makes_it_stop_and_ask_for_another_way_one_behind_does_not() {
    var crew = underWay();
    var there = placeAt(crew, 190);
    crew.hearOfClosure(List.of(Place.standing(110.945, 36.69)), T.plusSeconds(190));
    assertThat(crew.wayWanted(T.plusSeconds(190))).isEmpty();

    crew.hearOfClosure(List.of(Place.standing(110.965, 36.69)), T.plusSeconds(190));
    var other = crew.wayWanted(T.plusSeconds(192)).orElseThrow();
    assertThat(other.from().distanceM(there)).isLessThan(0.1);
    assertThat(crew.actDue(T.plusSeconds(9_000))).isEmpty();
    crew.take(other, road(other), T.plusSeconds(192));
    assertThat(crew.actDue(T.plusSeconds(391))).isEmpty();
    assertThat(crew.actDue(T.plusSeconds(393))).contains(Act.ARRIVE);
  }

  @Test
  void a_corrected_place_of_the_incident_sends_it_there() {
    var crew = underWay();
    var elsewhere = Place.standing(110.95, 36.72);
    crew.hearOfScene(INCIDENT, elsewhere, T.plusSeconds(150));
    assertThat(crew.wayWanted(T.plusSeconds(150)).orElseThrow().to()).isEqualTo(elsewhere);
    crew.hearOfScene(new UUID(9, 9), SCENE, T.plusSeconds(150));
    assertThat(crew.wayWanted(T.plusSeconds(150)).orElseThrow().to()).isEqualTo(elsewhere);
  }

  @Test
  void started_anew_in_the_middle_of_an_order_it_goes_on_from_its_latest_place() {
    var half = Place.standing(110.955, 36.69);
    var crew =
        new Crew(
            unit(Duty.BOUND, 1, new Reported(half, T.plusSeconds(150), Tempo.SOURCE)),
            Tempo.STANDARD,
            T.plusSeconds(600));
    crew.hear(
        order(3, Act.ACKNOWLEDGE, T.plusSeconds(10), Act.DEPART, T.plusSeconds(90)),
        T.plusSeconds(600));
    crew.hearOfScene(INCIDENT, SCENE, T.plusSeconds(600));
    var way = crew.wayWanted(T.plusSeconds(600)).orElseThrow();
    assertThat(way.from()).isEqualTo(half);
    crew.take(way, road(way), T.plusSeconds(600));
    assertThat(placeAt(crew, 600).distanceM(half)).isLessThan(0.1);
    assertThat(crew.actDue(T.plusSeconds(799))).isEmpty();
    assertThat(crew.actDue(T.plusSeconds(801))).contains(Act.ARRIVE);
  }

  @Test
  void a_unit_that_something_else_reports_is_left_alone_and_goes_on_from_there() {
    var crew = underWay();
    var phone = Place.standing(110.96, 36.70);
    crew.hear(new Reported(phone, T.plusSeconds(150), "http"), T.plusSeconds(150));
    assertThat(crew.isLeftAlone(T.plusSeconds(150 + 299))).isTrue();
    assertThat(crew.isLeftAlone(T.plusSeconds(150 + 301))).isFalse();
    assertThat(crew.wayWanted(T.plusSeconds(451)).orElseThrow().from()).isEqualTo(phone);
  }

  @Test
  void its_own_fixes_do_not_disturb_it() {
    var crew = underWay();
    crew.hear(new Reported(BASE, T.plusSeconds(150), Tempo.SOURCE), T.plusSeconds(150));
    assertThat(crew.isLeftAlone(T.plusSeconds(151))).isFalse();
    assertThat(placeAt(crew, 190).distanceM(BASE)).isGreaterThan(1_000);
  }

  @Test
  void on_patrol_it_drives_from_stop_to_stop_and_breaks_off_for_an_order() {
    var crew = crew(Duty.FREE);
    crew.patrol(true);
    var first = crew.wayWanted(T).orElseThrow();
    crew.take(first, road(first), T);
    assertThat(crew.wayWanted(T.plusSeconds(100))).isEmpty();
    assertThat(placeAt(crew, 100).speedKmh()).isPositive();
    var there = placeAt(crew, 100);
    crew.hear(order(1), T.plusSeconds(100));
    assertThat(placeAt(crew, 130)).isEqualTo(there.halted());

    crew.hear(countermanded(T.plusSeconds(130)), T.plusSeconds(130));
    var second = crew.wayWanted(T.plusSeconds(131)).orElseThrow();
    assertThat(second.to()).isNotEqualTo(first.to());
    assertThat(second.from()).isEqualTo(there.halted());
  }

  @Test
  void a_stop_that_no_road_leads_to_is_passed_over() {
    var crew = crew(Duty.FREE);
    crew.patrol(true);
    var first = crew.wayWanted(T).orElseThrow().to();
    crew.takeNoWay();
    assertThat(crew.wayWanted(T).orElseThrow().to()).isNotEqualTo(first);
  }

  @Test
  void out_of_service_it_stays_where_it_is() {
    var crew = crew(Duty.OUT_OF_SERVICE);
    crew.patrol(true);
    assertThat(crew.wayWanted(T)).isEmpty();
    assertThat(crew.hasToSayAvailable(T)).isFalse();
  }

  @Test
  void a_way_that_comes_when_something_else_has_come_up_is_not_taken() {
    var crew = crew(Duty.FREE);
    crew.patrol(true);
    var stop = crew.wayWanted(T).orElseThrow();
    crew.hear(order(1), T);
    crew.take(stop, road(stop), T.plusSeconds(1));
    assertThat(placeAt(crew, 60)).isEqualTo(BASE);
  }

  private static Crew crew(Duty duty) {
    return new Crew(unit(duty, 1), Tempo.STANDARD, T);
  }

  private static Crew ordered() {
    var crew = crew(Duty.BOUND);
    crew.hear(order(1), T);
    crew.hearOfScene(INCIDENT, SCENE, T);
    return crew;
  }

  private static Crew.Wish acknowledge(Crew crew) {
    crew.hear(order(2, Act.ACKNOWLEDGE, T.plusSeconds(10)), T.plusSeconds(10));
    return crew.wayWanted(T.plusSeconds(11)).orElseThrow();
  }

  /** Departed 90 s after the order, and on the road for 200 s. */
  private static Crew underWay() {
    var crew = ordered();
    var way = acknowledge(crew);
    crew.take(way, road(way), T.plusSeconds(11));
    crew.hear(
        order(3, Act.ACKNOWLEDGE, T.plusSeconds(10), Act.DEPART, T.plusSeconds(90)),
        T.plusSeconds(90));
    return crew;
  }

  private static Place placeAt(Crew crew, int second) {
    var now = T.plusSeconds(second);
    crew.reported(Place.standing(0, 0), Instant.MIN);
    return crew.fixDue(now).orElseThrow();
  }

  private static UnitFacts unit(Duty duty, int revision, Reported... latest) {
    return new UnitFacts(
        ID,
        "消防01",
        "police_car",
        "car",
        BASE,
        duty,
        true,
        List.of(latest).stream().findFirst(),
        revision);
  }

  private static OrderFacts order(int revision) {
    return new OrderFacts(OrderRecord.fresh(new UUID(3, 3), ID, T), INCIDENT, true, revision);
  }

  private static OrderFacts order(int revision, Act act, Instant at) {
    return new OrderFacts(order(revision).record().with(act, at), INCIDENT, true, revision);
  }

  private static OrderFacts order(int revision, Act act, Instant at, Act next, Instant then) {
    return new OrderFacts(
        order(revision, act, at).record().with(next, then), INCIDENT, true, revision);
  }

  private static OrderFacts countermanded(Instant at) {
    return new OrderFacts(
        order(9, Act.ACKNOWLEDGE, T.plusSeconds(10), Act.DEPART, T.plusSeconds(90))
            .record()
            .countermandedAt(at),
        INCIDENT,
        false,
        9);
  }

  /** A straight road. */
  private static Centre.Route road(Crew.Wish wish) {
    var line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {
                  new Coordinate(wish.from().lon(), wish.from().lat()),
                  new Coordinate(wish.to().lon(), wish.to().lat())
                });
    return new Centre.Route(line, ROAD_S);
  }
}
