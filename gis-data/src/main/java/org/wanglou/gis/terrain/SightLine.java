package org.wanglou.gis.terrain;

/**
 * Whether one eye sees a point above a post. The ground is taken as the net of straight lines
 * between neighbouring posts; a sight line is blocked where it passes below a thread of that net.
 * It crosses the threads of the columns and those of the rows between eye and target, and all of
 * them are looked at, from the target towards the eye, because what hides a place mostly lies just
 * before it.
 *
 * <p>The earth falls away by {@code d² (1 - k) / 2R}, with the refraction coefficient k.
 */
final class SightLine {
  /** What is known of a target. */
  enum Sight {
    VISIBLE,
    HIDDEN,
    /** Its own height is missing, or one on the way and nothing known hides it. */
    UNKNOWN
  }

  /** Of a step between posts; a crossing so near to a post depends on that post alone. */
  private static final double ON_POST = 1e-9;

  private final SightWindow window;
  private final double eyeM;
  private final double targetHeightM;
  private final double fall;

  /**
   * @param eyeM height of the eye above the sea
   * @param targetHeightM height above the ground of what is to be seen
   * @param refraction k
   */
  SightLine(SightWindow window, double eyeM, double targetHeightM, double refraction) {
    this.window = window;
    this.eyeM = eyeM;
    this.targetHeightM = targetHeightM;
    this.fall = (1 - refraction) / (2 * window.earthRadiusM);
  }

  Sight of(int column, int row) {
    double ground = window.at(column, row);
    if (Double.isNaN(ground)) {
      return Sight.UNKNOWN;
    }
    double distanceM = window.distanceM(column, row);
    if (distanceM == 0) {
      return Sight.VISIBLE;
    }
    double fallen = ground + targetHeightM - fall * distanceM * distanceM;
    double tangent = (fallen - eyeM) / distanceM;
    var alongColumns = columns(column, row, distanceM, tangent);
    if (alongColumns == Sight.HIDDEN) {
      return Sight.HIDDEN;
    }
    var alongRows = rows(column, row, distanceM, tangent);
    return alongRows == Sight.VISIBLE ? alongColumns : alongRows;
  }

  private Sight columns(int column, int row, double distanceM, double tangent) {
    double run = column - window.observerColumn;
    int step = run > 0 ? -1 : 1;
    boolean sure = true;
    for (int c = column + step; (c - window.observerColumn) * run > 0; c += step) {
      double share = (c - window.observerColumn) / run;
      double at = window.observerRow + share * (row - window.observerRow);
      int north = (int) Math.floor(at + ON_POST);
      double south = at - north;
      double ground = window.at(c, north);
      if (south > ON_POST) {
        ground += south * (window.at(c, north + 1) - ground);
      }
      if (isAbove(ground, share * distanceM, tangent)) {
        return Sight.HIDDEN;
      }
      sure &= !Double.isNaN(ground);
    }
    return sure ? Sight.VISIBLE : Sight.UNKNOWN;
  }

  private Sight rows(int column, int row, double distanceM, double tangent) {
    double run = row - window.observerRow;
    int step = run > 0 ? -1 : 1;
    boolean sure = true;
    for (int r = row + step; (r - window.observerRow) * run > 0; r += step) {
      double share = (r - window.observerRow) / run;
      double at = window.observerColumn + share * (column - window.observerColumn);
      int west = (int) Math.floor(at + ON_POST);
      double east = at - west;
      double ground = window.at(west, r);
      if (east > ON_POST) {
        ground += east * (window.at(west + 1, r) - ground);
      }
      if (isAbove(ground, share * distanceM, tangent)) {
        return Sight.HIDDEN;
      }
      sure &= !Double.isNaN(ground);
    }
    return sure ? Sight.VISIBLE : Sight.UNKNOWN;
  }

  /** False for a missing height. */
  private boolean isAbove(double ground, double distanceM, double tangent) {
    return ground - fall * distanceM * distanceM > eyeM + tangent * distanceM + 1e-6;
  }
}
