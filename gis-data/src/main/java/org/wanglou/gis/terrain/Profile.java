package org.wanglou.gis.terrain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;

/**
 * Heights along a line on the ground. A sample without a height stays one: the profile has a gap
 * there, and climb and descent are counted on both sides of it but never across.
 *
 * @param lengthM along the ellipsoid
 * @param stepM distance between samples; the corners of the line are samples as well
 * @param climbM sum of the rises from sample to sample, so it grows as the step shrinks
 * @param gaps stretches without heights, from the last known sample to the next
 */
public record Profile(
    double lengthM,
    double stepM,
    List<Sample> samples,
    double climbM,
    double descentM,
    OptionalDouble lowestM,
    OptionalDouble highestM,
    List<Gap> gaps) {
  /** Samples beside the line's own corners. */
  public static final int MOST_SAMPLES = 2_000;

  /** A place on the line and its height, empty where none is known. */
  public record Sample(double distanceM, Coordinate place, OptionalDouble elevationM) {}

  /** A stretch of the line without heights. */
  public record Gap(double fromM, double toM) {}

  public Profile {
    samples = List.copyOf(samples);
    gaps = List.copyOf(gaps);
  }

  /**
   * @param wishedStepM distance between samples; empty for the distance between the grid's posts.
   *     It is widened where it would give more than {@value #MOST_SAMPLES} samples
   * @throws Fault INVALID {@code terrain.no_line}, when the line has no length
   */
  public static Profile along(Terrain terrain, Coordinate[] line, OptionalDouble wishedStepM) {
    double lengthM = Ground.lengthM(line);
    if (!(lengthM > 0)) {
      throw Fault.invalid("/line", "terrain.no_line");
    }
    var cell = MetricCell.at(line[0].y);
    var posts = terrain.grid().posts();
    double postsM =
        Math.min(cell.eastMPerDegree() * posts.stepLon(), cell.northMPerDegree() * posts.stepLat());
    double stepM = Math.max(wishedStepM.orElse(postsM), lengthM / MOST_SAMPLES);
    return of(lengthM, stepM, samples(terrain, line, stepM));
  }

  private static List<Sample> samples(Terrain terrain, Coordinate[] line, double stepM) {
    var samples = new ArrayList<Sample>();
    samples.add(sample(terrain, 0, line[0]));
    double before = 0;
    for (int i = 1; i < line.length; i++) {
      var stretch =
          Ground.ELLIPSOID.InverseLine(
              line[i - 1].y, line[i - 1].x, line[i].y, line[i].x, GeodesicMask.ALL);
      double lengthM = stretch.Distance();
      if (lengthM == 0) {
        continue;
      }
      int parts = (int) Math.ceil(lengthM / stepM - 1e-9);
      for (int part = 1; part < parts; part++) {
        var at = stretch.Position(lengthM * part / parts);
        samples.add(
            sample(terrain, before + lengthM * part / parts, new Coordinate(at.lon2, at.lat2)));
      }
      before += lengthM;
      samples.add(sample(terrain, before, line[i]));
    }
    return samples;
  }

  private static Sample sample(Terrain terrain, double distanceM, Coordinate place) {
    return new Sample(distanceM, place, terrain.elevationM(place.x, place.y));
  }

  private static Profile of(double lengthM, double stepM, List<Sample> samples) {
    double climb = 0;
    double descent = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).elevationM().isPresent()) {
        double here = samples.get(i).elevationM().getAsDouble();
        double rise = i == 0 ? 0 : here - samples.get(i - 1).elevationM().orElse(here);
        climb += Math.max(0, rise);
        descent += Math.max(0, -rise);
        lowest = Math.min(lowest, here);
        highest = Math.max(highest, here);
      }
    }
    return new Profile(
        lengthM, stepM, samples, climb, descent, known(lowest), known(highest), gaps(samples));
  }

  private static OptionalDouble known(double value) {
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static List<Gap> gaps(List<Sample> samples) {
    var gaps = new ArrayList<Gap>();
    int last = samples.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (samples.get(i).elevationM().isEmpty()) {
        int from = i;
        while (i < last && samples.get(i + 1).elevationM().isEmpty()) {
          i++;
        }
        gaps.add(
            new Gap(
                samples.get(Math.max(0, from - 1)).distanceM(),
                samples.get(Math.min(last, i + 1)).distanceM()));
      }
    }
    return gaps;
  }
}
