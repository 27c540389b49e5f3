package org.wanglou.gis.road;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Which edges a drawn geometry means; the rules are those of {@link RoadGraph#edgesHitBy}. */
final class HitEdges {
  private static final double POINT_REACH_M = 50;
  private static final double LINE_REACH_M = 20;
  private static final double STEP_M = 5;

  private final RoadGraph graph;
  private final SegmentIndex index;
  private final BitSet hit = new BitSet();

  HitEdges(RoadGraph graph, SegmentIndex index) {
    this.graph = graph;
    this.index = index;
  }

  int[] by(Geometry area) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      var part = area.getGeometryN(i);
      if (part.isEmpty()) {
        continue;
      }
      if (part instanceof Point point) {
        byPoint(point);
      } else if (part instanceof LineString line) {
        byLine(line);
      } else {
        byArea(part);
      }
    }
    return hit.stream().toArray();
  }

  private void byPoint(Point point) {
    graph
        .nearestEdge(point)
        .filter(snap -> snap.distanceM() <= POINT_REACH_M)
        .ifPresent(snap -> hit.set(snap.edge()));
  }

  private void byArea(Geometry area) {
    var prepared = PreparedGeometryFactory.prepare(area);
    near(area.getEnvelopeInternal())
        .filter(edge -> prepared.intersects(graph.stretch(edge).geometry()))
        .forEach(hit::set);
  }

  private IntStream near(Envelope box) {
    var edges = new BitSet();
    index.within(box, edges::set);
    return edges.stream();
  }

  private void byLine(LineString line) {
    var metric = LocalMetric.at(line.getCoordinateN(0).y);
    var box = new Envelope(line.getEnvelopeInternal());
    box.expandBy(
        LINE_REACH_M / metric.metresPerLonDegree(), LINE_REACH_M / metric.metresPerLatDegree());
    var flat = (LineString) flat(line, metric);
    var along = new LengthIndexedLine(flat);
    near(box)
        .filter(edge -> runsAlong(flat, along, (LineString) flat(shape(edge), metric)))
        .forEach(hit::set);
  }

  private LineString shape(int edge) {
    return graph.stretch(edge).geometry();
  }

  /**
   * The edge is walked in small steps. Those within reach of the line count, and so does the way
   * that the nearest place on the line moves meanwhile: beside a crossing road it hardly moves, so
   * that a road which is only crossed or touched at its end is not taken.
   */
  private static boolean runsAlong(LineString line, LengthIndexedLine along, LineString edge) {
    var walk = new LengthIndexedLine(edge);
    int steps = Math.max(2, (int) Math.ceil(edge.getLength() / STEP_M));
    double step = edge.getLength() / steps;
    double within = 0;
    double progress = 0;
    double before = Double.NaN;
    for (int i = 0; i <= steps; i++) {
      var at = walk.extractPoint(i * step);
      double place = along.project(at);
      if (along.extractPoint(place).distance(at) > LINE_REACH_M) {
        place = Double.NaN;
      }
      if (!Double.isNaN(before) && !Double.isNaN(place)) {
        within += step;
        progress += Math.min(Math.abs(place - before), 2 * step);
      }
      before = place;
    }
    return progress > 0 && progress >= 0.5 * Math.min(within, line.getLength());
  }

  /** The geometry in flat metres. */
  private static Geometry flat(Geometry geometry, LocalMetric metric) {
    var copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, sequence.getX(i) * metric.metresPerLonDegree());
            sequence.setOrdinate(i, 1, sequence.getY(i) * metric.metresPerLatDegree());
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
