package org.wanglou.command.closure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * What a unit still has to drive of the way it was given. Lengths are in degrees: they only tell
 * places on one line apart.
 */
final class RemainingWay {
  /** Some 0.1 m: a way is made of the very coordinates of its edges, cut at its two ends. */
  private static final double SAME_DEG = 1e-6;

  /** Some 200 m: farther off it drives another way, and nothing of this one is behind it. */
  private static final double OFF_DEG = 2e-3;

  private RemainingWay() {}

  static LineString of(LineString way, Optional<Point> at) {
    if (at.isEmpty() || way.distance(at.get()) > OFF_DEG) {
      return way;
    }
    var indexed = new LengthIndexedLine(way);
    var rest =
        indexed.extractLine(indexed.project(at.get().getCoordinate()), indexed.getEndIndex());
    return (LineString) rest;
  }

  /** Whether the way runs on one of the edges; crossing or touching one is not enough. */
  static boolean runsOn(LineString way, Collection<LineString> edges) {
    var segments = new STRtree();
    edges.forEach(edge -> insert(segments, edge));
    var at = way.getCoordinates();
    for (int i = 1; i < at.length; i++) {
      if (lies(segments, new LineSegment(at[i - 1], at[i]))) {
        return true;
      }
    }
    return false;
  }

  private static void insert(STRtree segments, LineString edge) {
    var at = edge.getCoordinates();
    for (int i = 1; i < at.length; i++) {
      segments.insert(new Envelope(at[i - 1], at[i]), new LineSegment(at[i - 1], at[i]));
    }
  }

  /** A segment of the way is a segment of an edge, or a piece of one. */
  private static boolean lies(STRtree segments, LineSegment piece) {
    if (piece.getLength() <= SAME_DEG) {
      return false;
    }
    var near = new Envelope(piece.p0, piece.p1);
    near.expandBy(SAME_DEG);
    @SuppressWarnings("unchecked") // only segments are put in
    List<LineSegment> candidates = segments.query(near);
    return candidates.stream().anyMatch(edge -> on(edge, piece.p0) && on(edge, piece.p1));
  }

  private static boolean on(LineSegment edge, Coordinate at) {
    return edge.distance(at) <= SAME_DEG;
  }
}
