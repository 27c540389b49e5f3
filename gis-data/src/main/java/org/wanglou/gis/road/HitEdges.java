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

  /** Less than the cosine of 41°: such a road does not run along the line. */
  private static final double ALIKE = 0.75;

  /** A stretch of this length is meant even when edge and line are much longer. */
  private static final double LONG_M = 50;

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
      if (part instanceof Point || part.getEnvelopeInternal().getDiameter() == 0) {
        byPoint(part.getCentroid());
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
        .filter(edge -> prepared.intersects(shape(edge)))
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
    var along = new LengthIndexedLine(flat(line, metric));
    near(box)
        .filter(edge -> runsAlong(along, (LineString) flat(shape(edge), metric)))
        .forEach(hit::set);
  }

  private LineString shape(int edge) {
    return graph.stretch(edge).geometry();
  }

  /**
   * The edge is walked in small steps. Those within reach of the line count, but not beyond its
   * ends, and so does the way that the nearest place on the line moves meanwhile. Along the edge
   * both are alike; beside a road that crosses or branches off the place moves less, and not for
   * long.
   */
  private static boolean runsAlong(LengthIndexedLine line, LineString edge) {
    double lineM = line.getEndIndex();
    double shorterM = Math.min(lineM, edge.getLength());
    int steps = (int) Math.ceil(edge.getLength() / Math.min(STEP_M, shorterM / 8));
    double step = edge.getLength() / steps;
    var walk = new LengthIndexedLine(edge);
    double within = 0;
    double progress = 0;
    double before = Double.NaN;
    for (int i = 0; i <= steps; i++) {
      var at = walk.extractPoint(i * step);
      double place = line.project(at);
      boolean reached = line.extractPoint(place).distance(at) <= LINE_REACH_M;
      boolean beyondEnd = place <= 0 || place >= lineM;
      if (reached && !beyondEnd && !Double.isNaN(before)) {
        within += step;
        progress += Math.min(Math.abs(place - before), 2 * step);
      }
      before = reached ? place : Double.NaN;
    }
    return progress >= ALIKE * within && progress >= Math.min(LONG_M, shorterM / 2);
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
