package org.wanglou.command.road;

/**
 * Driving times and lengths as they are shown: to a tenth of a second and of a metre. Road speeds
 * are not known better, and equal times shall look equal.
 */
public final class RouteFigures {
  private static final double TENTHS = 10;

  private RouteFigures() {}

  public static double rounded(double secondsOrMetres) {
    return Math.round(secondsOrMetres * TENTHS) / TENTHS;
  }

  /** For a table: null where there is no way. */
  static Double roundedOrNull(double secondsOrMetres) {
    return Double.isNaN(secondsOrMetres) ? null : rounded(secondsOrMetres);
  }
}
