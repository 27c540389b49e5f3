package org.wanglou.command.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.wanglou.gis.fault.Fault;

/**
 * The stretches of the road network that bear a name or a number, whole or between two places: the
 * shortest way along the road itself, whoever may drive it in whichever direction.
 */
final class NamedRoad {
  private static final String STRETCHES =
      """
      SELECT from_node, to_node, length_m, ST_AsBinary(geom) AS geom
        FROM road_edge
       WHERE name = :road OR ref = :road OR :road = ANY(string_to_array(ref, ';'))
       ORDER BY id""";

  private record Stretch(long from, long to, double lengthM, LineString line) {}

  private record Reached(long node, double metres) {}

  private final String name;
  private final List<Stretch> stretches;

  private NamedRoad(String name, List<Stretch> stretches) {
    this.name = name;
    this.stretches = stretches;
  }

  /**
   * @throws Fault INVALID {@code query.no_such_road}
   */
  static NamedRoad read(Handle tx, String name) {
    var wkb = new WKBReader();
    var found =
        tx.createQuery(STRETCHES)
            .bind("road", name)
            .map(
                (row, c) ->
                    new Stretch(
                        row.getLong("from_node"),
                        row.getLong("to_node"),
                        row.getDouble("length_m"),
                        line(wkb, row.getBytes("geom"))))
            .list();
    if (found.isEmpty()) {
      throw Fault.invalid("/area/corridor/road", "query.no_such_road", name);
    }
    return new NamedRoad(name, found);
  }

  private static LineString line(WKBReader reader, byte[] wkb) {
    try {
      return (LineString) reader.read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored road cannot be read", e);
    }
  }

  Geometry whole() {
    return united(stretches.stream().map(Stretch::line).toList());
  }

  /**
   * @throws Fault INVALID {@code query.road_broken} when the road does not lead from one to the
   *     other
   */
  Geometry between(Point from, Point to) {
    var first = nearest(from);
    var last = nearest(to);
    if (first.equals(last)) {
      return cut(first, from, to);
    }
    var cameBy = ways(first, last);
    var lines = new ArrayDeque<LineString>();
    long node = cameBy.containsKey(last.from()) ? last.from() : last.to();
    if (cameBy.containsKey(last.to()) && closer(cameBy, last)) {
      node = last.to();
    }
    lines.add(cut(last, to, end(last, node)));
    while (cameBy.get(node).by() != null) {
      var by = cameBy.get(node).by();
      lines.addFirst(by.line());
      node = by.from() == node ? by.to() : by.from();
    }
    lines.addFirst(cut(first, from, end(first, node)));
    return united(List.copyOf(lines));
  }

  private record Way(double metres, Stretch by) {}

  private boolean closer(Map<Long, Way> ways, Stretch last) {
    return !ways.containsKey(last.from())
        || ways.get(last.to()).metres() < ways.get(last.from()).metres();
  }

  /** Dijkstra's search over the road's own stretches, from both ends of the first one. */
  private Map<Long, Way> ways(Stretch first, Stretch last) {
    var byNode = new HashMap<Long, List<Stretch>>();
    for (var stretch : stretches) {
      byNode.computeIfAbsent(stretch.from(), k -> new ArrayList<>()).add(stretch);
      byNode.computeIfAbsent(stretch.to(), k -> new ArrayList<>()).add(stretch);
    }
    var best = new HashMap<Long, Way>();
    var queue = new PriorityQueue<Reached>(Comparator.comparingDouble(Reached::metres));
    for (long start : new long[] {first.from(), first.to()}) {
      best.put(start, new Way(0, null));
      queue.add(new Reached(start, 0));
    }
    while (!queue.isEmpty()) {
      var at = queue.remove();
      if (at.metres() > best.get(at.node()).metres()) {
        continue;
      }
      for (var stretch : byNode.get(at.node())) {
        if (stretch.equals(first) || stretch.equals(last)) {
          continue;
        }
        long next = stretch.from() == at.node() ? stretch.to() : stretch.from();
        double metres = at.metres() + stretch.lengthM();
        if (!best.containsKey(next) || metres < best.get(next).metres()) {
          best.put(next, new Way(metres, stretch));
          queue.add(new Reached(next, metres));
        }
      }
    }
    if (!best.containsKey(last.from()) && !best.containsKey(last.to())) {
      throw Fault.invalid("/area/corridor/road", "query.road_broken", name);
    }
    return best;
  }

  private Stretch nearest(Point place) {
    return stretches.stream()
        .min(Comparator.comparingDouble(it -> it.line().distance(place)))
        .orElseThrow();
  }

  private static Point end(Stretch stretch, long node) {
    return stretch.from() == node ? stretch.line().getStartPoint() : stretch.line().getEndPoint();
  }

  private static LineString cut(Stretch stretch, Point from, Point to) {
    var along = new LengthIndexedLine(stretch.line());
    var part =
        along.extractLine(along.project(from.getCoordinate()), along.project(to.getCoordinate()));
    return (LineString) part;
  }

  private static Geometry united(List<LineString> lines) {
    return lines.get(0).getFactory().createMultiLineString(lines.toArray(LineString[]::new));
  }
}
