package org.wanglou.gis.road;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HilbertEncoder;

/**
 * A packed R-tree over all segments of all edges, sorted along a Hilbert curve (a static tree as in
 * "flatbush"): built in O(n log n), 8 B a segment and 32 B for every 16. Answers by increasing
 * distance, so that a caller takes as many as it needs.
 */
final class SegmentIndex {
  private static final int FAN = 16;

  /** What a search by distance meets. */
  interface Visitor {
    /**
     * The next nearest segment.
     *
     * @param segment its first coordinate's number in {@link EdgeShapes}
     * @param t share of the segment where the foot lies
     * @return whether to go on
     */
    boolean meet(int edge, int segment, double t, double distanceM);
  }

  private final EdgeShapes shapes;
  private final int[] segment;
  private final int[] edge;

  /** Boxes of the inner nodes, lowest level first: west, south, east, north. */
  private final double[] box;

  /** Number of the first inner node of each level; the last entry is the count of all. */
  private final int[] level;

  SegmentIndex(EdgeShapes shapes) {
    this.shapes = shapes;
    int coordinates = shapes.first(shapes.edges());
    int count = coordinates - shapes.edges();
    segment = new int[count];
    edge = new int[count];
    sortAlongCurve();
    level = levels(count);
    box = new double[4 * level[level.length - 1]];
    fillBoxes();
  }

  private void sortAlongCurve() {
    var extent = new Envelope();
    for (int c = 0; c < shapes.first(shapes.edges()); c++) {
      extent.expandToInclude(shapes.lon(c), shapes.lat(c));
    }
    var encoder = new HilbertEncoder(16, extent);
    var order = new long[segment.length];
    var edgeOf = new int[shapes.first(shapes.edges())];
    int n = 0;
    for (int e = 0; e < shapes.edges(); e++) {
      for (int c = shapes.first(e); c < shapes.first(e + 1) - 1; c++) {
        edgeOf[c] = e;
        order[n++] = (long) encoder.encode(envelope(c)) << 32 | c;
      }
    }
    Arrays.sort(order);
    for (int i = 0; i < n; i++) {
      segment[i] = (int) order[i];
      edge[i] = edgeOf[segment[i]];
    }
  }

  private Envelope envelope(int c) {
    return new Envelope(shapes.lon(c), shapes.lon(c + 1), shapes.lat(c), shapes.lat(c + 1));
  }

  private static int[] levels(int items) {
    var levels = new int[] {0};
    int below = items;
    while (below > 1 || (levels.length == 1 && below == 1)) {
      below = (below + FAN - 1) / FAN;
      levels = Arrays.copyOf(levels, levels.length + 1);
      levels[levels.length - 1] = levels[levels.length - 2] + below;
    }
    return levels;
  }

  private void fillBoxes() {
    for (int depth = 0; depth < level.length - 1; depth++) {
      for (int node = level[depth]; node < level[depth + 1]; node++) {
        var around = new Envelope();
        int d = depth;
        children(
            depth,
            node,
            child -> around.expandToInclude(d == 0 ? envelope(segment[child]) : box(child)));
        box[4 * node] = around.getMinX();
        box[4 * node + 1] = around.getMinY();
        box[4 * node + 2] = around.getMaxX();
        box[4 * node + 3] = around.getMaxY();
      }
    }
  }

  /** Children of a node of the lowest level (depth 0) are segments, of the others nodes. */
  private void children(int depth, int node, IntConsumer each) {
    int base = depth == 0 ? 0 : level[depth - 1];
    int end = depth == 0 ? segment.length : level[depth];
    int begin = base + (node - level[depth]) * FAN;
    for (int child = begin; child < Math.min(begin + FAN, end); child++) {
      each.accept(child);
    }
  }

  private Envelope box(int node) {
    return new Envelope(box[4 * node], box[4 * node + 2], box[4 * node + 1], box[4 * node + 3]);
  }

  private int depth(int node) {
    int depth = 0;
    while (node >= level[depth + 1]) {
      depth++;
    }
    return depth;
  }

  private int root() {
    return level[level.length - 1] - 1;
  }

  /** Meets segments by increasing distance from a place until the visitor has enough. */
  void nearest(double lon, double lat, Visitor visitor) {
    if (segment.length == 0) {
      return;
    }
    var metric = LocalMetric.at(lat);
    var heap = new LongHeap(256);
    int nodesFrom = segment.length; // in the heap, segments come before nodes
    heap.push(nodesFrom + (long) root());
    while (!heap.isEmpty()) {
      int item = (int) heap.pop();
      if (item < nodesFrom) {
        int c = segment[item];
        double t = foot(metric, lon, lat, c);
        if (!visitor.meet(edge[item], c, t, segmentDistance(metric, lon, lat, c))) {
          return;
        }
      } else {
        int node = item - nodesFrom;
        int depth = depth(node);
        children(
            depth,
            node,
            child ->
                heap.push(
                    depth == 0
                        ? key(segmentDistance(metric, lon, lat, segment[child]), child)
                        : key(boxDistance(metric, lon, lat, child), nodesFrom + child)));
      }
    }
  }

  /** A float that is not negative keeps its order as an int; 5 km are kept to half a millimetre. */
  private static long key(double distance, int item) {
    return (long) Float.floatToIntBits((float) distance) << 32 | item;
  }

  private double foot(LocalMetric metric, double lon, double lat, int c) {
    return metric.foot(
        lon, lat, shapes.lon(c), shapes.lat(c), shapes.lon(c + 1), shapes.lat(c + 1));
  }

  private double segmentDistance(LocalMetric metric, double lon, double lat, int c) {
    double t = foot(metric, lon, lat, c);
    return metric.distanceM(
        lon,
        lat,
        shapes.lon(c) + t * (shapes.lon(c + 1) - shapes.lon(c)),
        shapes.lat(c) + t * (shapes.lat(c + 1) - shapes.lat(c)));
  }

  private double boxDistance(LocalMetric metric, double lon, double lat, int node) {
    double nearLon = Math.max(box[4 * node], Math.min(box[4 * node + 2], lon));
    double nearLat = Math.max(box[4 * node + 1], Math.min(box[4 * node + 3], lat));
    return metric.distanceM(lon, lat, nearLon, nearLat);
  }

  /** Meets each edge with a segment whose box touches the area, some edges more than once. */
  void within(Envelope area, IntConsumer visitor) {
    if (segment.length > 0) {
      within(level.length - 2, root(), area, visitor);
    }
  }

  private void within(int depth, int node, Envelope area, IntConsumer visitor) {
    if (!box(node).intersects(area)) {
      return;
    }
    children(
        depth,
        node,
        child -> {
          if (depth > 0) {
            within(depth - 1, child, area, visitor);
          } else if (envelope(segment[child]).intersects(area)) {
            visitor.accept(edge[child]);
          }
        });
  }
}
