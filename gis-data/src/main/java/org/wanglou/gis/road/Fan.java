package org.wanglou.gis.road;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fastest ways between one point and many, by as few searches as possible: one, unless points
 * are cut off.
 *
 * <p><b>Which place a point stands at.</b> Of all pairs of places between which there is a way, the
 * pair with the least distance off the road (both points together) is taken, and on it the fastest
 * way. So each point stands at its nearest road unless there is no way from there.
 *
 * <p><b>Stopping early.</b> With a limit the search ends when that many points are surely found and
 * no point that was met before them is still waited for at its nearer place. Points without a way
 * from the first place of {@code here} are tried from its others only if fewer than the limit were
 * found.
 */
final class Fan {
  private final ProfileGraph graph;
  private final boolean away;
  private final ClosureMask closed;
  private final Search search;

  private List<Place> here = List.of();
  private List<List<Place>> there = List.of();
  private Leg[] best = {};

  /**
   * A fan on a graph.
   *
   * @param away whether vehicles drive from here to there
   * @param search belongs to this thread
   */
  Fan(ProfileGraph graph, boolean away, ClosureMask closed, Search search) {
    this.graph = graph;
    this.away = away;
    this.closed = closed;
    this.search = search;
  }

  /** The way to each point of {@code there}, null where there is none or it is not needed. */
  Leg[] legs(List<Place> placesHere, List<List<Place>> placesThere, int limit) {
    here = placesHere;
    there = placesThere;
    best = new Leg[there.size()];
    var covered = new boolean[here.size()];
    for (int h = 0; h < here.size(); h++) {
      var origin = here.get(h);
      var open = worthTrying(origin, found() < limit);
      // An origin with nothing to gain ends nothing: a later one may stand on the islet of a
      // target.
      if (open.length > 0 && (!covered[h] || sharesEdge(origin, open))) {
        var round = new Round(origin, open, h == 0 ? Math.min(limit, open.length) : open.length);
        if (round.run()) {
          markCovered(covered, h);
        }
        round.keepBest();
      }
    }
    return best;
  }

  private int found() {
    return (int) Arrays.stream(best).filter(leg -> leg != null).count();
  }

  /** Points that this place may bring nearer to the road, or that have no way yet. */
  private int[] worthTrying(Place origin, boolean tooFew) {
    return IntStream.range(0, there.size())
        .filter(t -> !there.get(t).isEmpty())
        .filter(
            t ->
                best[t] == null
                    ? tooFew
                    : origin.snapM() + hope(origin, t).snapM() < best[t].snapM())
        .toArray();
  }

  /** The first place of a point that is not surely beyond reach from the origin. */
  private Place hope(Place origin, int point) {
    var places = there.get(point);
    for (int p = 0; p < places.size() - 1; p++) {
      if (!isHopeless(origin, places.get(p))) {
        return places.get(p);
      }
    }
    return places.get(places.size() - 1);
  }

  /** An islet cannot be reached from the main network, with closures even less. */
  private boolean isHopeless(Place origin, Place place) {
    return graph.main().connectsAll(origin.links(), !away)
        && !graph.main().connects(place.links(), !away)
        && place.edge() != origin.edge();
  }

  private boolean sharesEdge(Place origin, int[] open) {
    return IntStream.of(open)
        .anyMatch(t -> there.get(t).stream().anyMatch(p -> p.edge() == origin.edge()));
  }

  /**
   * After an exhausted search: a later place whose every vertex was reached can lead to nothing
   * that was not reached, except along its own edge.
   */
  private void markCovered(boolean[] covered, int done) {
    for (int h = done + 1; h < here.size(); h++) {
      covered[h] |= here.get(h).links().all(search::reached);
    }
  }

  /** One search from one place of {@code here}. */
  private final class Round {
    private final Place origin;
    private final int[] open;
    private final int limit;

    /** Targets of open point i are numbered from firstTarget[i]. */
    private final int[] firstTarget;

    /** The target of each open point that, once reached, decides. */
    private final int[] hope;

    private final boolean[] met;
    private final boolean[] decided;
    private boolean exhausted;

    Round(Place origin, int[] open, int limit) {
      this.origin = origin;
      this.open = open;
      this.limit = limit;
      firstTarget = new int[open.length + 1];
      hope = new int[open.length];
      met = new boolean[open.length];
      decided = new boolean[open.length];
      for (int i = 0; i < open.length; i++) {
        var places = there.get(open[i]);
        firstTarget[i + 1] = firstTarget[i] + places.size();
        hope[i] = firstTarget[i] + places.indexOf(hope(origin, open[i]));
      }
    }

    /** Returns whether all that can be reached was. */
    boolean run() {
      search.begin(graph.arcs(away), closed, firstTarget[open.length]);
      var links = origin.links();
      for (int i = 0; i < links.count(); i++) {
        search.seed(links.vertex()[i], links.ticks()[i], links.arc()[i]);
      }
      for (int i = 0; i < open.length; i++) {
        for (int p = 0; p < there.get(open[i]).size(); p++) {
          attach(there.get(open[i]).get(p), firstTarget[i] + p);
        }
      }
      settle();
      return exhausted;
    }

    private void attach(Place place, int target) {
      var links = place.links();
      for (int i = 0; i < links.count(); i++) {
        search.attach(links.vertex()[i], target, links.ticks()[i], links.arc()[i]);
      }
      if (place.edge() == origin.edge() && place.isMidEdge() && origin.isMidEdge()) {
        double from = away ? origin.share() : place.share();
        double to = away ? place.share() : origin.share();
        for (int arc = 2 * place.edge(); arc <= 2 * place.edge() + 1; arc++) {
          int ticks = graph.ticksAlong(arc, from, to);
          if (ticks >= 0) {
            search.seed(search.target(target), ticks, arc);
          }
        }
      }
    }

    private void settle() {
      int sure = 0;
      int waiting = 0;
      int targetsFrom = search.target(0);
      while (sure < limit || waiting > 0) {
        int v = search.next();
        if (v == Search.NONE) {
          exhausted = true;
          return;
        }
        if (v < targetsFrom) {
          continue;
        }
        int i = openPoint(v - targetsFrom);
        boolean first = !met[i];
        if (v - targetsFrom == hope[i]) {
          decided[i] = true;
          sure++;
          waiting -= met[i] ? 1 : 0;
          met[i] = true;
        } else if (first && sure < limit) {
          met[i] = true;
          waiting++;
        }
      }
    }

    private int openPoint(int target) {
      int at = Arrays.binarySearch(firstTarget, target);
      return at >= 0 ? at : -at - 2;
    }

    void keepBest() {
      for (int i = 0; i < open.length; i++) {
        var places = there.get(open[i]);
        for (int p = 0; p < places.size() && (exhausted || decided[i]); p++) {
          int target = firstTarget[i] + p;
          if (exhausted ? search.reached(search.target(target)) : target == hope[i]) {
            keepIfBetter(open[i], places.get(p), search.target(target));
            break;
          }
        }
      }
    }

    private void keepIfBetter(int point, Place place, int target) {
      if (best[point] == null || origin.snapM() + place.snapM() < best[point].snapM()) {
        var arcs = search.arcsBack(target);
        best[point] =
            away
                ? new Leg(origin, place, search.ticks(target), reversed(arcs))
                : new Leg(place, origin, search.ticks(target), arcs);
      }
    }

    private static int[] reversed(int[] arcs) {
      var reversed = new int[arcs.length];
      for (int i = 0; i < arcs.length; i++) {
        reversed[i] = arcs[arcs.length - 1 - i];
      }
      return reversed;
    }
  }
}
