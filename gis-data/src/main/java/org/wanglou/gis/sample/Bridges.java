package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Cuts a bridge out of each road where it crosses a river; streams run through pipes. */
final class Bridges {
  private static final double SHORTEST_PIECE_M = 12;

  private final STRtree rivers = new STRtree();

  private record Span(double from, double to) {}

  private record Reach(LineSegment river, double metres) {}

  private Bridges(List<Rivers.Course> courses) {
    for (var course : courses) {
      double reach = course.rank() == 1 ? 42 : course.rank() == 2 ? 28 : 18;
      var places = course.line().getCoordinates();
      for (int i = 1; i < places.length; i++) {
        var segment = new LineSegment(places[i - 1], places[i]);
        rivers.insert(new Envelope(segment.p0, segment.p1), new Reach(segment, reach));
      }
    }
  }

  static List<RoadPiece> over(List<Rivers.Course> courses, List<RoadPiece> roads) {
    var bridges = new Bridges(courses);
    return roads.stream().flatMap(road -> bridges.cut(road).stream()).toList();
  }

  private List<RoadPiece> cut(RoadPiece road) {
    var spans = spans(road);
    if (spans.isEmpty()) {
      return List.of(road);
    }
    var line = new LengthIndexedLine(road.line());
    var pieces = new ArrayList<RoadPiece>();
    double at = 0;
    for (var span : spans) {
      if (span.from > at) {
        pieces.add(part(road, line, at, span.from, false));
      }
      pieces.add(part(road, line, span.from, span.to, true));
      at = span.to;
    }
    if (at < line.getEndIndex()) {
      pieces.add(part(road, line, at, line.getEndIndex(), false));
    }
    return pieces;
  }

  /** Where the road stands on a bridge, in order, apart from each other and from its ends. */
  private List<Span> spans(RoadPiece road) {
    var raw = new ArrayList<Span>();
    double end = road.lengthM();
    double before = 0;
    for (int i = 1; i < road.places().length; i++) {
      var piece = new LineSegment(road.places()[i - 1], road.places()[i]);
      @SuppressWarnings("unchecked") // the tree holds nothing but reaches
      var near = (List<Reach>) rivers.query(new Envelope(piece.p0, piece.p1));
      for (var reach : near) {
        var crossing = piece.intersection(reach.river);
        if (crossing != null) {
          double at = before + crossing.distance(piece.p0);
          double from = at - reach.metres < SHORTEST_PIECE_M ? 0 : at - reach.metres;
          double to = at + reach.metres > end - SHORTEST_PIECE_M ? end : at + reach.metres;
          raw.add(new Span(from, to));
        }
      }
      before += piece.getLength();
    }
    raw.sort(java.util.Comparator.comparingDouble(Span::from));
    var spans = new ArrayList<Span>();
    for (var span : raw) {
      var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && span.from < last.to + SHORTEST_PIECE_M) {
        spans.set(spans.size() - 1, new Span(last.from, Math.max(last.to, span.to)));
      } else {
        spans.add(span);
      }
    }
    return spans;
  }

  private static RoadPiece part(
      RoadPiece road, LengthIndexedLine line, double from, double to, boolean bridge) {
    var places = line.extractLine(from, to).getCoordinates();
    if (from == 0) {
      places[0] = road.from();
    }
    if (to == line.getEndIndex()) {
      places[places.length - 1] = road.to();
    }
    return new RoadPiece(road.kind(), road.name(), bridge, copied(places));
  }

  private static Coordinate[] copied(Coordinate[] places) {
    return java.util.Arrays.stream(places).map(Coordinate::copy).toArray(Coordinate[]::new);
  }
}
