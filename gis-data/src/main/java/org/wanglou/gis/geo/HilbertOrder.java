package org.wanglou.gis.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The order of places along a Hilbert curve through a box. What lies close on the ground then lies
 * close in memory, which makes searches several times faster.
 */
public final class HilbertOrder {
  private static final int LEVEL = 15;

  private final Envelope box;

  public HilbertOrder(Envelope box) {
    this.box = new Envelope(box);
  }

  /** How far along the curve the place lies; places in one of 2^30 cells have the same code. */
  public int code(Coordinate place) {
    return HilbertCode.encode(
        LEVEL,
        cell(place.x - box.getMinX(), box.getWidth()),
        cell(place.y - box.getMinY(), box.getHeight()));
  }

  private static int cell(double offset, double extent) {
    int most = HilbertCode.maxOrdinate(LEVEL);
    return extent <= 0 ? 0 : (int) Math.round(offset / extent * most);
  }
}
