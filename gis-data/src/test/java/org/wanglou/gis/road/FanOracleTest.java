package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.locationtech.jts.geom.Coordinate;

/** The search against the oracle, on networks made from a seed. */
class FanOracleTest {
  private static final double EXACT_S = 0.005; // 0.1 ms for each of at most 50 edges

  /** One network, closures and profile; the engine and the oracle asked alike. */
  private static final class Both {
    final RandomRoads roads;
    final Profile profile;
    final ClosureMask closed;
    final ProfileGraph graph;
    final Histories oracle;
    final RoadGraph whole;

    Both(long seed) {
      roads = new RandomRoads(seed);
      profile = roads.profile();
      closed = roads.closures();
      whole = RoadGraph.of(roads.network, Streets.speeds());
      graph = whole.of(profile);
      oracle =
          new Histories(roads.network, profile, closed, edge -> RandomRoads.kmh(profile, edge));
    }

    /**
     * Places as the snapper would make them: on usable edges, also in the middle of closed ones.
     */
    List<Place> places(List<Histories.Spot> spots, boolean outgoing) {
      var places = new ArrayList<Place>();
      for (var spot : spots) {
        boolean onClosed = closed.closed(spot.edge());
        if (graph.usable(spot.edge()) && !(onClosed && spot.node() != Place.MID_EDGE)) {
          var links =
              spot.node() == Place.MID_EDGE
                  ? graph.links(spot.edge(), spot.share(), outgoing)
                  : graph.links(spot.node(), outgoing);
          places.add(
              new Place(
                  spot.edge(),
                  spot.share(),
                  spot.node(),
                  new Coordinate(),
                  places.size(),
                  links,
                  onClosed));
        }
      }
      return places;
    }

    OptionalDouble seconds(Place start, Place end) {
      return oracle.fastest(spot(start), spot(end));
    }

    static Histories.Spot spot(Place place) {
      return new Histories.Spot(place.edge(), place.share(), place.node());
    }

    Leg[] legs(List<Place> here, List<List<Place>> there, boolean away, int limit) {
      return new Fan(graph, away, closed, new Search()).legs(here, there, limit);
    }
  }

  private static void assertDrivable(Both both, Leg leg) {
    var rides =
        Arrays.stream(leg.arcs())
            .mapToObj(arc -> new Histories.Ride(EdgeTable.edge(arc), !EdgeTable.against(arc)))
            .toList();
    assertThat(both.oracle.drivable(rides)).as("way %s", rides).isTrue();
  }

  @Property(tries = 10_000)
  void every_way_is_as_fast_as_the_oracles_and_can_be_driven(@ForAll long seed) {
    var both = new Both(seed);
    for (boolean away : new boolean[] {true, false}) {
      var here = both.places(List.of(both.roads.spot()), away);
      var there = both.places(List.of(both.roads.spot()), !away);
      if (here.isEmpty() || there.isEmpty()) {
        continue;
      }
      var leg = both.legs(here, List.of(there), away, 1)[0];
      var start = away ? here.get(0) : there.get(0);
      var end = away ? there.get(0) : here.get(0);
      var expected = both.seconds(start, end);
      assertThat(leg != null).isEqualTo(expected.isPresent());
      Statistics.label("arcs on the way").collect(leg == null ? 0 : Math.min(6, leg.arcs().length));
      if (leg != null) {
        assertThat(leg.durationS()).isCloseTo(expected.getAsDouble(), within(EXACT_S));
        assertDrivable(both, leg);
      }
    }
  }

  @Property(tries = 2_000)
  void of_several_places_the_joined_pair_with_the_least_way_off_the_road_is_taken(
      @ForAll long seed) {
    var both = new Both(seed);
    for (boolean away : new boolean[] {true, false}) {
      var here = both.places(both.roads.spots(5), away);
      var there =
          IntStream.range(0, 4).mapToObj(i -> both.places(both.roads.spots(5), !away)).toList();
      var legs = both.legs(here, there, away, there.size());
      for (int t = 0; t < there.size(); t++) {
        double least = Double.POSITIVE_INFINITY;
        for (var h : here) {
          for (var p : there.get(t)) {
            if (both.seconds(away ? h : p, away ? p : h).isPresent()) {
              least = Math.min(least, h.snapM() + p.snapM());
            }
          }
        }
        assertThat(legs[t] == null ? Double.POSITIVE_INFINITY : legs[t].snapM()).isEqualTo(least);
        if (legs[t] != null) {
          assertThat(legs[t].durationS())
              .isCloseTo(
                  both.seconds(legs[t].start(), legs[t].end()).getAsDouble(), within(EXACT_S));
        }
      }
    }
  }

  /** Origins 0 and 1 stand on the main network, 2 on the islet of the target's nearest place. */
  @Example
  void an_origin_with_nothing_to_gain_does_not_end_the_trial_of_the_others() {
    of_several_places_the_joined_pair_with_the_least_way_off_the_road_is_taken(-15350);
  }

  @Property(tries = 2_000)
  void an_early_stop_finds_the_same_nearest_as_a_search_to_the_end(@ForAll long seed) {
    var both = new Both(seed);
    for (boolean away : new boolean[] {true, false}) {
      var here = both.places(List.of(both.roads.spot()), away);
      var there =
          IntStream.range(0, 8).mapToObj(i -> both.places(both.roads.spots(3), !away)).toList();
      var all = sortedTicks(both.legs(here, there, away, there.size()));
      for (int limit = 1; limit <= 4; limit++) {
        var some = sortedTicks(both.legs(here, there, away, limit));
        int expected = Math.min(limit, all.size());
        assertThat(some).hasSizeGreaterThanOrEqualTo(expected);
        assertThat(some.subList(0, expected)).isEqualTo(all.subList(0, expected));
      }
    }
  }

  private static List<Long> sortedTicks(Leg[] legs) {
    return Arrays.stream(legs).filter(leg -> leg != null).map(Leg::ticks).sorted().toList();
  }

  @Property(tries = 300)
  void one_search_memory_serves_any_number_of_graphs_one_after_the_other(@ForAll long seed) {
    var search = new Search();
    for (int i = 0; i < 5; i++) {
      var both = new Both(seed + i);
      var here = both.places(List.of(both.roads.spot()), true);
      var there = List.of(both.places(List.of(both.roads.spot()), false));
      var reused = new Fan(both.graph, true, both.closed, search).legs(here, there, 1);
      var fresh = both.legs(here, there, true, 1);
      assertThat(sortedTicks(reused)).isEqualTo(sortedTicks(fresh));
    }
  }
}
