package org.wanglou.gis.road;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.LineString;

/**
 * The geometries of all edges, one after the other: 16 B a coordinate, 4 B an edge. A place on an
 * edge is told as the share of the edge's length from its beginning.
 */
final class EdgeShapes {
  private final int[] first;
  private double[] lonLat;
  private int edges;

  EdgeShapes(int edges) {
    first = new int[edges + 1];
    lonLat = new double[Math.max(16, edges * 8)];
  }

  /** Appends the next edge; only while the graph is being built. */
  void add(LineString line) {
    int at = first[edges];
    int points = line.getNumPoints();
    if ((at + points) * 2 > lonLat.length) {
      lonLat = Arrays.copyOf(lonLat, Math.max((at + points) * 2, lonLat.length * 3 / 2));
    }
    for (int i = 0; i < points; i++) {
      lonLat[2 * (at + i)] = line.getCoordinateN(i).x;
      lonLat[2 * (at + i) + 1] = line.getCoordinateN(i).y;
    }
    first[++edges] = at + points;
  }

  int edges() {
    return edges;
  }

  /** Coordinates of edge e are numbered {@code first(e)} to {@code first(e + 1) - 1}. */
  int first(int edge) {
    return first[edge];
  }

  double lon(int coordinate) {
    return lonLat[2 * coordinate];
  }

  double lat(int coordinate) {
    return lonLat[2 * coordinate + 1];
  }

  private double segmentM(int coordinate, LocalMetric metric) {
    return metric.distanceM(
        lon(coordinate), lat(coordinate), lon(coordinate + 1), lat(coordinate + 1));
  }

  private LocalMetric metric(int edge) {
    return LocalMetric.at(lat(first[edge]));
  }

  /** Share of the edge's length up to the point at share {@code t} of one of its segments. */
  double share(int edge, int segment, double t) {
    var metric = metric(edge);
    double before = 0;
    double whole = 0;
    for (int c = first[edge]; c < first[edge + 1] - 1; c++) {
      double length = segmentM(c, metric);
      whole += length;
      before += c < segment ? length : c == segment ? t * length : 0;
    }
    return whole == 0 ? 0 : Math.min(1, before / whole);
  }

  private double lengthM(int edge, LocalMetric metric) {
    double length = 0;
    for (int c = first[edge]; c < first[edge + 1] - 1; c++) {
      length += segmentM(c, metric);
    }
    return length;
  }

  /** Adds the part of the edge from one share to another, backward when the second is smaller. */
  void appendPart(int edge, double from, double to, CoordinateList line) {
    int begin = first[edge];
    int end = first[edge + 1];
    if (from == 0 && to == 1) {
      for (int c = begin; c < end; c++) {
        line.add(new Coordinate(lon(c), lat(c)), false);
      }
    } else if (from == 1 && to == 0) {
      for (int c = end - 1; c >= begin; c--) {
        line.add(new Coordinate(lon(c), lat(c)), false);
      }
    } else {
      appendCut(edge, from, to, line);
    }
  }

  private void appendCut(int edge, double from, double to, CoordinateList line) {
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    var part = new CoordinateList();
    part.add(at(edge, low), false);
    var metric = metric(edge);
    double whole = lengthM(edge, metric);
    double run = 0;
    for (int c = first[edge] + 1; c < first[edge + 1] - 1; c++) {
      run += segmentM(c - 1, metric);
      if (run > low * whole && run < high * whole) {
        part.add(new Coordinate(lon(c), lat(c)), false);
      }
    }
    part.add(at(edge, high), false);
    line.add(part.toCoordinateArray(), false, from <= to);
  }

  /** The coordinate at a share of the edge's length. */
  Coordinate at(int edge, double share) {
    int last = first[edge + 1] - 1;
    if (share <= 0 || share >= 1) {
      int end = share <= 0 ? first[edge] : last;
      return new Coordinate(lon(end), lat(end));
    }
    var metric = metric(edge);
    double left = share * lengthM(edge, metric);
    int c = first[edge];
    while (c < last - 1 && left > segmentM(c, metric)) {
      left -= segmentM(c++, metric);
    }
    double length = segmentM(c, metric);
    return onSegment(c, length == 0 ? 0 : Math.min(1, left / length));
  }

  /** The coordinate at a share of a segment. */
  Coordinate onSegment(int c, double t) {
    return new Coordinate(lon(c) + t * (lon(c + 1) - lon(c)), lat(c) + t * (lat(c + 1) - lat(c)));
  }
}
