package org.wanglou.gis.osm;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.wanglou.gis.geo.Ground;

/**
 * Cuts ways into pieces: where ways meet, where a barrier stands and where a turn restriction has
 * its node. No piece ends where it begins, so that a loop is cut in the middle.
 *
 * <p>A barrier becomes a piece of its own, one metre long, with the access that the barrier leaves;
 * so every kind of vehicle and every search sees it, and the road before it can still be reached.
 * Where a barrier stands on a junction, the ways of the most important class there are left open (a
 * bollard at the mouth of a footpath does not close the street), unless all are of one class: then
 * each is cut.
 */
final class RoadSplitter {
  private static final double BARRIER_M = 1;

  /** Pieces shorter than this are not cut once more. */
  private static final double TOO_SHORT_TO_CUT_M = 0.1;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** A way that is a road; nodes are those that the extract has. */
  @SuppressWarnings("ArrayRecordComponent") // compact, and never compared
  private record Road(long way, long[] nodes, RoadTags tags) {}

  /** The most and the least important class that meet at a node; 0 is the most important. */
  private record Classes(int most, int least) {
    Classes with(int importance) {
      return new Classes(Math.min(most, importance), Math.max(least, importance));
    }
  }

  private final NodePlaces places;
  private final LongHashSet viaNodes;
  private final Map<Long, Barrier> barriers = new HashMap<>();
  private final List<Road> roads = new ArrayList<>();
  private final LongIntHashMap uses = new LongIntHashMap();
  private final LongIntHashMap legs = new LongIntHashMap();
  private final Map<Long, Classes> classes = new HashMap<>();
  private final List<RoadPiece> pieces = new ArrayList<>();
  private long madeNodes;

  /**
   * @param viaNodes nodes of turn restrictions
   */
  RoadSplitter(OsmExtract extract, LongHashSet viaNodes) {
    this.places = extract.places();
    this.viaNodes = viaNodes;
    extract
        .barriers()
        .forEach(
            (node, tags) -> {
              var barrier = Barrier.of(tags);
              if (!barrier.letsAllThrough()) {
                barriers.put(node, barrier);
              }
            });
  }

  void add(OsmExtract.Way way, RoadTags tags) {
    for (var run : places.knownRuns(way.nodes())) {
      var road = new Road(way.id(), run, tags);
      roads.add(road);
      for (int i = 0; i < run.length; i++) {
        boolean end = i == 0 || i == run.length - 1;
        uses.addTo(run[i], 1);
        legs.addTo(run[i], end ? 1 : 2);
        if (barriers.containsKey(run[i])) {
          int rank = tags.importance();
          classes.merge(run[i], new Classes(rank, rank), (known, one) -> known.with(rank));
        }
      }
    }
  }

  /** Pieces of a way stand in its order, one behind the other. */
  List<RoadPiece> split() {
    for (var road : roads) {
      int start = 0;
      for (int i = 1; i < road.nodes().length; i++) {
        if (i == road.nodes().length - 1 || isSplit(road.nodes()[i])) {
          stretch(road, Arrays.copyOfRange(road.nodes(), start, i + 1));
          start = i;
        }
      }
    }
    return pieces;
  }

  private boolean isSplit(long node) {
    return uses.get(node) > 1 || barriers.containsKey(node) || viaNodes.contains(node);
  }

  private void stretch(Road road, long[] nodes) {
    int last = nodes.length - 1;
    if (nodes[0] != nodes[last]) {
      cutBarriers(road, nodes);
    } else if (last >= 2) {
      int middle = nodes.length / 2;
      stretch(road, Arrays.copyOfRange(nodes, 0, middle + 1));
      stretch(road, Arrays.copyOfRange(nodes, middle, nodes.length));
    } // else one node twice in a row: no way anywhere
  }

  private void cutBarriers(Road road, long[] nodes) {
    long from = nodes[0];
    long to = nodes[nodes.length - 1];
    var line = places.line(nodes);
    var first = barrierOn(road, from, true);
    var last = barrierOn(road, to, false);
    double lengthM = Ground.lengthM(line);
    if (first == null && last == null) {
      add(road, from, to, line, road.tags());
    } else if (lengthM < TOO_SHORT_TO_CUT_M) {
      add(road, from, to, line, road.tags().behind(first == null ? last : first));
    } else {
      double share = Math.min(BARRIER_M / lengthM, 1 / 3.0);
      long begin = first == null ? from : --madeNodes;
      long end = last == null ? to : --madeNodes;
      var ruler = new LengthIndexedLine(GEOMETRIES.createLineString(line));
      double whole = ruler.getEndIndex();
      double a = first == null ? 0 : whole * share;
      double b = last == null ? whole : whole * (1 - share);
      if (first != null) {
        add(road, from, begin, part(ruler, 0, a), road.tags().behind(first));
      }
      add(road, begin, end, part(ruler, a, b), road.tags());
      if (last != null) {
        add(road, end, to, part(ruler, b, whole), road.tags().behind(last));
      }
    }
  }

  private static Coordinate[] part(LengthIndexedLine ruler, double from, double to) {
    return ruler.extractLine(from, to).getCoordinates();
  }

  /** The barrier that closes this leg of the node, or null. */
  private Barrier barrierOn(Road road, long node, boolean legBegins) {
    var barrier = barriers.get(node);
    if (barrier == null || legs.get(node) < 2) {
      return null; // at a dead end there is nothing behind it
    }
    if (uses.get(node) == 1) {
      return legBegins ? barrier : null; // along one way a single cut is enough
    }
    var here = classes.get(node);
    boolean passes = here.most() < here.least() && road.tags().importance() == here.most();
    return passes ? null : barrier;
  }

  private void add(Road road, long from, long to, Coordinate[] line, RoadTags tags) {
    pieces.add(new RoadPiece(road.way(), from, to, line, tags));
  }
}
