package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The suspicion that points given as true ones are in GCJ-02 or BD-09, or were freed of an offset
 * they did not have.
 *
 * <p>Each supposition moves the points to where they would be if it were right. They must then fit
 * what is known ({@link Fit}) better than as given by five standard errors, better than at any
 * other place tried around ({@link Chance}), and better than the mean of those by three and a half
 * of their spread, which is large where points stand in clusters. Points that have nothing to do
 * with what is known (a fire break on a ridge) therefore raise no suspicion, and neither do true
 * points among regular blocks of streets, which fit everywhere.
 *
 * @param supposed what the points seem to be
 * @param offsetM mean distance between the given and the supposed places, m
 * @param bearingDeg direction in which the given points are off, degrees from north, clockwise
 * @param deviations by how many standard errors the supposition fits better than what was given
 * @param evidence the kind of known thing that says so: {@code road}, {@code name} ...
 * @param points how many points were compared
 * @param nearAsGiven share of the points within 40 m of a thing of that kind, as given
 * @param nearAsSupposed and as supposed
 */
public record OffsetSuspicion(
    Supposed supposed,
    double offsetM,
    double bearingDeg,
    double deviations,
    String evidence,
    int points,
    double nearAsGiven,
    double nearAsSupposed) {
  /** What the points seem to be. */
  public enum Supposed {
    /** In GCJ-02. */
    GCJ_02,
    /** In BD-09. */
    BD_09,
    /** True ones from which the offset of GCJ-02 was taken off nevertheless. */
    GCJ_02_TAKEN_OFF,
    /** True ones from which the offset of BD-09 was taken off nevertheless. */
    BD_09_TAKEN_OFF
  }

  /** How sure it is, for the one who has to decide. */
  public enum Confidence {
    PROBABLE,
    NEARLY_CERTAIN
  }

  /** A place of the source, converted from what the source is said to be in. */
  public record Sample(Coordinate at, Optional<String> name) {}

  /** Fewer say nothing. */
  static final int FEWEST = 8;

  /** An offset below cannot be told from the accuracy of ordinary data. */
  private static final double LEAST_OFFSET_M = 100;

  private static final double ABOVE_CHANCE = 3.5;
  private static final double ABOVE_GIVEN = 5;
  private static final double NEARLY_CERTAIN_FROM = 9;

  public Confidence confidence() {
    return deviations >= NEARLY_CERTAIN_FROM ? Confidence.NEARLY_CERTAIN : Confidence.PROBABLE;
  }

  /**
   * Up to {@code most} samples of a geometry: a point itself, the vertices of a line or of an edge.
   */
  public static List<Sample> samples(Geometry geometry, Optional<String> name, int most) {
    var points = geometry.getCoordinates();
    var samples = new ArrayList<Sample>();
    int step = Math.max(1, (points.length + most - 1) / Math.max(1, most));
    for (int i = 0; i < points.length; i += step) {
      samples.add(new Sample(points[i], points.length == 1 ? name : Optional.empty()));
    }
    return samples;
  }

  /**
   * The strongest suspicion, or none. Some hundred samples are enough; takes some 100 ms in a
   * county.
   */
  public static Optional<OffsetSuspicion> of(List<Sample> samples, OffsetReference known) {
    var found = new ArrayList<OffsetSuspicion>();
    for (var fit : Fit.kinds(known, samples)) {
      if (fit.size() >= FEWEST) {
        for (var supposed : Supposed.values()) {
          judge(fit, supposed).ifPresent(found::add);
        }
      }
    }
    return found.stream().max(Comparator.comparingDouble(OffsetSuspicion::deviations));
  }

  private static Optional<OffsetSuspicion> judge(Fit fit, Supposed supposed) {
    var moved = fit.points().stream().map(it -> trueCoordinate(supposed, it)).toList();
    var shift = MeanShift.between(moved, fit.points());
    if (shift.lengthM() < LEAST_OFFSET_M) {
      return Optional.empty();
    }
    double better = fit.better(moved);
    if (better < ABOVE_GIVEN) {
      return Optional.empty(); // true points end here, before chance is looked at
    }
    var chance = Chance.around(fit, moved, shift);
    double as = fit.mean(moved);
    if (chance.above(as) < ABOVE_CHANCE || as <= chance.best()) {
      return Optional.empty();
    }
    return Optional.of(
        new OffsetSuspicion(
            supposed,
            shift.lengthM(),
            shift.bearingDeg(),
            better,
            fit.kind(),
            fit.size(),
            fit.nearShare(fit.points()),
            fit.nearShare(moved)));
  }

  private static Coordinate trueCoordinate(Supposed supposed, Coordinate given) {
    return switch (supposed) {
      case GCJ_02 -> SourceCrs.of("GCJ-02").to4490(given.x, given.y);
      case BD_09 -> SourceCrs.of("BD-09").to4490(given.x, given.y);
      case GCJ_02_TAKEN_OFF -> SourceCrs.of("GCJ-02").from4490(given.x, given.y);
      case BD_09_TAKEN_OFF -> SourceCrs.of("BD-09").from4490(given.x, given.y);
    };
  }
}
