package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.crs.OffsetSuspicion.Sample;

/**
 * How well places fit one kind of known things: 1 for a place on such a thing, a half at the
 * tolerance, towards 0 beyond; the mean of all.
 */
final class Fit {
  private static final double NEAR_M = 40;

  /** Points that all fit alike leave a doubt too. */
  private static final double LEAST_VARIANCE = 0.03;

  private final String kind;
  private final double toleranceM;
  private final List<Coordinate> points;
  private final List<ToDoubleFunction<Coordinate>> distances;

  private Fit(
      String kind,
      double toleranceM,
      List<Coordinate> points,
      List<ToDoubleFunction<Coordinate>> distances) {
    this.kind = kind;
    this.toleranceM = toleranceM;
    this.points = points;
    this.distances = distances;
  }

  /** By each kind of thing, and by the names both sides know. */
  static List<Fit> kinds(OffsetReference known, List<Sample> samples) {
    var points = samples.stream().map(Sample::at).toList();
    var fits = new ArrayList<Fit>();
    known
        .kinds()
        .forEach(
            (kind, ground) -> {
              ToDoubleFunction<Coordinate> distance = it -> ground.distanceM(it.x, it.y);
              fits.add(new Fit(kind, 20, points, samples.stream().map(it -> distance).toList()));
            });
    fits.add(byName(known, samples));
    return fits;
  }

  /** The middle of a village is a matter of taste, hence the larger tolerance. */
  private static Fit byName(OffsetReference known, List<Sample> samples) {
    var points = new ArrayList<Coordinate>();
    var distances = new ArrayList<ToDoubleFunction<Coordinate>>();
    for (var sample : samples) {
      var same = sample.name().map(String::strip).map(known.named()::get).orElse(null);
      if (same != null && distanceM(sample.at(), same) <= OffsetReference.SAME_NAME_M) {
        points.add(sample.at());
        distances.add(it -> distanceM(it, same));
      }
    }
    return new Fit("name", 100, points, distances);
  }

  private static double distanceM(Coordinate from, Geometry same) {
    double nearest = Double.POSITIVE_INFINITY;
    double squeeze = Math.cos(Math.toRadians(from.y));
    for (var to : same.getCoordinates()) {
      nearest = Math.min(nearest, Math.hypot((to.x - from.x) * squeeze, to.y - from.y) * 111_200);
    }
    return nearest;
  }

  String kind() {
    return kind;
  }

  int size() {
    return points.size();
  }

  List<Coordinate> points() {
    return points;
  }

  /**
   * @param places one for each of the points, in their order
   */
  double[] each(List<Coordinate> places) {
    var each = new double[places.size()];
    for (int i = 0; i < each.length; i++) {
      double ratio = distances.get(i).applyAsDouble(places.get(i)) / toleranceM;
      each[i] = 1 / (1 + ratio * ratio);
    }
    return each;
  }

  double mean(List<Coordinate> places) {
    return Arrays.stream(each(places)).average().orElse(0);
  }

  /** By how many standard errors places fit better than the points do, pair by pair. */
  double better(List<Coordinate> places) {
    var now = each(places);
    var before = each(points);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < now.length; i++) {
      sum += now[i] - before[i];
      squares += (now[i] - before[i]) * (now[i] - before[i]);
    }
    double mean = sum / now.length;
    double variance = Math.max(LEAST_VARIANCE, squares / now.length - mean * mean);
    return mean / Math.sqrt(variance / now.length);
  }

  double nearShare(List<Coordinate> places) {
    long near = 0;
    for (int i = 0; i < places.size(); i++) {
      if (distances.get(i).applyAsDouble(places.get(i)) <= NEAR_M * toleranceM / 20) {
        near++;
      }
    }
    return (double) near / places.size();
  }
}
