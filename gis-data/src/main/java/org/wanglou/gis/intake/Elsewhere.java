package org.wanglou.gis.intake;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a file lies somewhere else altogether. One feature far away may be right; when half of
 * them are farther from the county than the county is wide, the coordinate system is wrong.
 */
public final class Elsewhere {
  // Enough for a median, and no file makes it grow beyond that.
  private static final int MEASURED = 100_000;

  private final double diameterM;
  private double[] metres = new double[16];
  private int measured;
  private long far;
  private long all;

  Elsewhere(double diameterM) {
    this.diameterM = diameterM;
  }

  /**
   * What there is to say.
   *
   * @param features that lie elsewhere
   * @param medianM how far those are from the county
   * @param diameterM of the county
   */
  public record Verdict(long features, long of, double medianM, double diameterM) {}

  void near() {
    all++;
  }

  void out(double nearestM) {
    all++;
    if (nearestM <= diameterM) {
      return;
    }
    far++;
    if (measured < MEASURED) {
      if (measured == metres.length) {
        metres = Arrays.copyOf(metres, measured * 2);
      }
      metres[measured++] = nearestM;
    }
  }

  /** Empty when less than half of the features lie elsewhere. */
  public Optional<Verdict> verdict() {
    if (far == 0 || far * 2 < all) {
      return Optional.empty();
    }
    var sorted = Arrays.copyOf(metres, measured);
    Arrays.sort(sorted);
    return Optional.of(new Verdict(far, all, sorted[measured / 2], diameterM));
  }
}
