package org.wanglou.gis.road;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.fault.Fault;

/**
 * Fastest ways on a graph: between two points, between one and the nearest of many, between many
 * and many. Exact for the given speeds, restrictions and closures; times are sums of 0.1 ms.
 *
 * <p>Points stand on the network as {@link Snapper} and {@link Fan} say: at their nearest usable
 * open road unless there is no way from there. A closure stops through traffic: who stands on a
 * closed edge may leave it, and a place on it may be driven to, from either end, and the route says
 * over how many closed metres. The stretch between a point and the road is told apart and takes no
 * time.
 *
 * <p>Keeps nothing between calls but working memory of each thread (28 B a junction); safe for many
 * threads.
 */
public final class Router {
  /** No place farther than this from a usable road is answered. */
  public static final double SNAP_LIMIT_M = 5_000;

  private static final String TOO_FAR = "road.too_far";
  private static final String UNREACHABLE = "road.unreachable";
  private static final String CUT_OFF = "road.cut_off";

  /** Do vehicles drive towards {@code here} or away from it? */
  public enum Heading {
    TOWARDS,
    AWAY
  }

  private final RoadGraph graph;
  private final Snapper snapper;
  private final ThreadLocal<Search> search = ThreadLocal.withInitial(Search::new);

  public Router(RoadGraph graph) {
    this.graph = graph;
    this.snapper = graph.snapper();
  }

  /**
   * The fastest route.
   *
   * @throws Fault INVALID {@code road.empty} when the profile has no road at all; {@code
   *     road.too_far} with the distance in metres and pointer /from or /to; {@code
   *     road.unreachable}; {@code road.cut_off} when only the closures are in the way
   */
  public Route route(Point from, Point to, Profile profile, ClosureMask closed) {
    var question = new Question(from, List.of(to), true, graph.of(profile));
    var leg = question.legs(closed, 1)[0];
    if (leg == null) {
      throw switch (question.whyMissed(List.of(0), closed).get(0)) {
        case TOO_FAR -> tooFar("/to", question.roadM(to));
        case CUT_OFF -> Fault.invalid("/to", CUT_OFF, closed.count());
        default -> Fault.invalid("/to", UNREACHABLE);
      };
    }
    return graph.route(leg);
  }

  /**
   * The {@code limit} nearest of {@code there} by driving time, nearest first. One search that
   * stops at the last of them, more only for those that are cut off.
   *
   * @throws Fault INVALID {@code road.empty}, or {@code road.too_far} with pointer /from, for
   *     {@code here}
   */
  public Reach nearest(
      Point here,
      List<Point> there,
      Heading heading,
      Profile profile,
      ClosureMask closed,
      int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
    var question = new Question(here, there, heading == Heading.AWAY, graph.of(profile));
    var legs = question.legs(closed, limit);
    var found =
        indices(legs, true)
            .sorted(Comparator.comparingLong(i -> legs[i].ticks()))
            .limit(limit)
            .map(i -> new Reach.Reached(i, graph.route(legs[i])))
            .toList();
    // With enough found, those that were not met may only be farther away.
    var missed =
        indices(legs, false).filter(i -> found.size() < limit || question.isOffRoad(i)).toList();
    double snapM =
        found.stream()
            .findFirst()
            .map(Reach.Reached::route)
            .map(route -> heading == Heading.TOWARDS ? route.snapToM() : route.snapFromM())
            .orElseGet(() -> question.roadM(here));
    return new Reach(snapM, found, question.whyMissed(missed, closed));
  }

  private static Stream<Integer> indices(Leg[] legs, boolean found) {
    return IntStream.range(0, legs.length).filter(i -> legs[i] != null == found).boxed();
  }

  /** Times and lengths of all pairs; a search for each source or target, whichever are fewer. */
  public Matrix matrix(
      List<Point> sources, List<Point> targets, Profile profile, ClosureMask closed) {
    var durations = nan(sources.size(), targets.size());
    var distances = nan(sources.size(), targets.size());
    boolean away = sources.size() <= targets.size();
    var fan = new Fan(graph.of(profile), away, closed, search.get());
    var here = places(away ? sources : targets, graph.of(profile), closed, away);
    var there = counterparts(away ? targets : sources, graph.of(profile), closed, away, here);
    for (int h = 0; h < here.size(); h++) {
      var legs = fan.legs(here.get(h), there, there.size());
      for (int t = 0; t < legs.length; t++) {
        if (legs[t] != null) {
          durations[away ? h : t][away ? t : h] = legs[t].durationS();
          distances[away ? h : t][away ? t : h] = graph.lengthM(legs[t]);
        }
      }
    }
    return new Matrix(durations, distances);
  }

  private static double[][] nan(int rows, int columns) {
    var table = new double[rows][columns];
    for (var row : table) {
      Arrays.fill(row, Double.NaN);
    }
    return table;
  }

  private List<List<Place>> places(
      List<Point> points, ProfileGraph onGraph, ClosureMask closed, boolean outgoing) {
    return points.stream().map(p -> snapper.places(p, onGraph, closed, outgoing)).toList();
  }

  /**
   * Places of the other side. While nothing is closed and every point of this side stands on the
   * main network, a place beyond the nearest one on it can never be the better one.
   */
  private List<List<Place>> counterparts(
      List<Point> points,
      ProfileGraph onGraph,
      ClosureMask closed,
      boolean away,
      List<List<Place>> here) {
    boolean plain =
        closed.count() == 0
            && here.stream()
                .allMatch(p -> !p.isEmpty() && onGraph.main().connects(p.get(0).links(), away));
    return plain
        ? points.stream().map(p -> snapper.placesUntilConnected(p, onGraph, !away)).toList()
        : places(points, onGraph, closed, !away);
  }

  private static Fault tooFar(String pointer, double metres) {
    return Fault.invalid(pointer, TOO_FAR, Math.round(metres));
  }

  /** One and many, and who drives which way; asked with the closures first and then without. */
  private final class Question {
    private final Point here;
    private final List<Point> there;
    private final boolean away;
    private final ProfileGraph onGraph;
    private List<List<Place>> placesThere = List.of();

    Question(Point here, List<Point> there, boolean away, ProfileGraph onGraph) {
      this.here = here;
      this.there = there;
      this.away = away;
      this.onGraph = onGraph;
      double metres = roadM(here);
      if (metres > SNAP_LIMIT_M) {
        throw tooFar("/from", metres);
      }
    }

    /** From a point to the nearest road of the profile, closed or not. */
    double roadM(Point point) {
      return snapper.distanceM(point, onGraph).orElseThrow(() -> Fault.invalid("", "road.empty"));
    }

    boolean isOffRoad(int index) {
      return placesThere.get(index).isEmpty() && roadM(there.get(index)) > SNAP_LIMIT_M;
    }

    Leg[] legs(ClosureMask closed, int limit) {
      var placesHere = snapper.places(here, onGraph, closed, away);
      placesThere = counterparts(there, onGraph, closed, away, List.of(placesHere));
      return new Fan(onGraph, away, closed, search.get()).legs(placesHere, placesThere, limit);
    }

    /** The reason for each of the points that are not reached under these closures. */
    Map<Integer, String> whyMissed(List<Integer> missed, ClosureMask closed) {
      var reasons = new HashMap<Integer, String>();
      var points = missed.stream().map(there::get).toList();
      var without =
          closed.count() == 0 || missed.isEmpty()
              ? new Leg[missed.size()]
              : new Question(here, points, away, onGraph).legs(ClosureMask.NONE, points.size());
      for (int i = 0; i < without.length; i++) {
        String reason = without[i] != null ? CUT_OFF : UNREACHABLE;
        reasons.put(missed.get(i), isOffRoad(missed.get(i)) ? TOO_FAR : reason);
      }
      return reasons;
    }
  }
}
