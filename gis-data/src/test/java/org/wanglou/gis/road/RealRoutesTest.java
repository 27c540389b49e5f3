package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Point;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;

/**
 * 200 routes between random points of two countries, with some roads closed, three times searched.
 */
@Tag("realdata")
class RealRoutesTest {
  private static final Logger LOG = LoggerFactory.getLogger(RealRoutesTest.class);
  private static final int PAIRS = 200;
  private static final double EXACT_S = 0.1;

  private record Ask(Point from, Point to, Optional<Route> route) {}

  @ParameterizedTest
  @CsvSource({SharedData.LIECHTENSTEIN + ", CAR", SharedData.ANDORRA + ", FIRE_ENGINE"})
  void two_hundred_random_routes_are_as_fast_as_a_second_search_and_pgrouting_find(
      String extract, Profile profile) {
    var dataset = OsmReader.read(SharedData.require(extract), Progress.NONE);
    try (var db = TestDatabase.fresh("gis")) {
      db.superuser().useHandle(h -> h.execute("CREATE EXTENSION pgrouting CASCADE"));
      db.database()
          .reference(
              tx -> {
                DatasetLoader.store(tx, dataset);
                compareWithSecondSearch(tx, dataset.roads(), profile);
                return null;
              });
      db.superuser()
          .useTransaction(
              tx -> {
                tx.execute("DELETE FROM turn_restriction WHERE via_edges IS NOT NULL");
                compareWithPgRouting(tx, profile);
              });
    }
  }

  private static void compareWithSecondSearch(Handle tx, RoadNetwork network, Profile profile) {
    var graph = RoadGraph.load(tx);
    var closed = everyHundredth(graph);
    var oracle = new Histories(network, profile, closed, kmh(tx, profile));
    int found = 0;
    for (var ask : randomRoutes(graph, profile, closed)) {
      var expected =
          pairs(graph, ask, profile, closed).stream()
              .map(pair -> oracle.fastest(spot(pair.get(0)), spot(pair.get(1))))
              .filter(seconds -> seconds.isPresent())
              .findFirst();
      assertThat(ask.route.isPresent()).isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        found++;
        assertThat(ask.route.get().durationS())
            .isCloseTo(expected.get().getAsDouble(), within(EXACT_S));
      }
    }
    LOG.info("{} routes agree with the second search", found);
    assertThat(found).isEqualTo(PAIRS);
  }

  private static void compareWithPgRouting(Handle tx, Profile profile) {
    var graph = RoadGraph.load(tx);
    var closed = everyHundredth(graph);
    var second = new LineGraph(tx, profile, closed);
    var asked = new HashMap<Integer, Route>();
    for (var ask : randomRoutes(graph, profile, closed)) {
      ask.route
          .filter(RealRoutesTest::isOnOpenRoads)
          .ifPresent(
              route -> {
                var pair =
                    pairs(graph, ask, profile, closed).stream()
                        .filter(p -> p.get(0).snapM() == route.snapFromM())
                        .filter(p -> p.get(1).snapM() == route.snapToM())
                        .findFirst()
                        .orElseThrow();
                asked.put(second.ask(spot(pair.get(0)), spot(pair.get(1))), route);
              });
    }
    var answers = second.answers();
    asked.forEach(
        (number, route) ->
            assertThat(route.durationS()).isCloseTo(answers.get(number), within(EXACT_S)));
    LOG.info("{} routes agree with pgRouting", asked.size());
    assertThat(asked).hasSizeGreaterThan(PAIRS * 9 / 10);
  }

  /** The tables of the other search cannot say that a closed edge is open to its own ends. */
  private static boolean isOnOpenRoads(Route route) {
    return route.closedFromM() == 0 && route.closedToM() == 0;
  }

  private static ClosureMask everyHundredth(RoadGraph graph) {
    return ClosureMask.of(IntStream.range(0, graph.edgeCount()).filter(e -> e % 100 == 7));
  }

  /** Between points some 200 m beside random edges, until so many can be driven. */
  private static List<Ask> randomRoutes(RoadGraph graph, Profile profile, ClosureMask closed) {
    var random = new Random(2024);
    var router = new Router(graph);
    var asks = new ArrayList<Ask>();
    int found = 0;
    while (found < PAIRS) {
      var from = near(graph, random);
      var to = near(graph, random);
      var route = route(router, from, to, profile, closed);
      found += route.isPresent() ? 1 : 0;
      asks.add(new Ask(from, to, route));
    }
    return asks;
  }

  private static Point near(RoadGraph graph, Random random) {
    var line = graph.stretch(random.nextInt(graph.edgeCount())).geometry();
    var at = line.getCoordinateN(random.nextInt(line.getNumPoints()));
    return Streets.point(
        at.x + random.nextGaussian() * 0.002, at.y + random.nextGaussian() * 0.0015);
  }

  private static Optional<Route> route(
      Router router, Point from, Point to, Profile profile, ClosureMask closed) {
    try {
      return Optional.of(router.route(from, to, profile, closed));
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  /** Start and end places, least way off the road first. */
  private static List<List<Place>> pairs(
      RoadGraph graph, Ask ask, Profile profile, ClosureMask closed) {
    var driven = graph.of(profile);
    var pairs = new ArrayList<List<Place>>();
    for (var start : graph.snapper().places(ask.from, driven, closed, true)) {
      for (var end : graph.snapper().places(ask.to, driven, closed, false)) {
        pairs.add(List.of(start, end));
      }
    }
    pairs.sort(Comparator.comparingDouble(p -> p.get(0).snapM() + p.get(1).snapM()));
    return pairs;
  }

  private static Histories.Spot spot(Place place) {
    return new Histories.Spot(place.edge(), place.share(), place.node());
  }

  private static ToDoubleFunction<RoadEdge> kmh(Handle tx, Profile profile) {
    var rows = new HashMap<List<String>, Double>();
    tx.createQuery("SELECT road_class, surface, speed_kmh FROM road_speed WHERE profile = ?")
        .bind(0, profile.code())
        .map((r, c) -> rows.put(List.of(r.getString(1), r.getString(2)), r.getDouble(3)))
        .list();
    return edge -> kmh(rows, edge);
  }

  private static double kmh(Map<List<String>, Double> rows, RoadEdge edge) {
    double kmh = rows.getOrDefault(List.of(edge.roadClass(), "*"), 0.0);
    if (edge.surface().isPresent()) {
      for (var roadClass : List.of(edge.roadClass(), "*")) {
        kmh = Math.min(kmh, rows.getOrDefault(List.of(roadClass, edge.surface().get()), kmh));
      }
    }
    return Math.min(kmh, edge.maxSpeedKmh().orElse(1000));
  }
}
