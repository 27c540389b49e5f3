package org.wanglou.ops.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one thing done many times, ms. */
public final class Figures {
  private final double[] sortedMs;

  private Figures(double[] sortedMs) {
    this.sortedMs = sortedMs;
  }

  public static Figures of(double[] durationsMs) {
    var sorted = durationsMs.clone();
    Arrays.sort(sorted);
    return new Figures(sorted);
  }

  /** Nearest rank. */
  double percentile(double share) {
    return sortedMs[(int) Math.max(0, Math.ceil(share * sortedMs.length) - 1)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (n = %d)",
        percentile(0.5),
        percentile(0.95),
        percentile(0.99),
        sortedMs[sortedMs.length - 1],
        sortedMs.length);
  }
}
