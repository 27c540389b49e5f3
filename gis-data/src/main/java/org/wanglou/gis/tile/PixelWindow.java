package org.wanglou.gis.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle of the Web Mercator plane, in CSS pixels of one zoom. Plane coordinates are integers
 * of {@link Mercator}; the step to pixels is a power of two, so that a line has exactly the same
 * shape in each window that shows it.
 */
record PixelWindow(int z, long left, long top, int width, int height, int scale) {
  /** CSS pixels per plane unit at a zoom; a power of two. */
  static double pixelsPerUnit(int z) {
    return Math.scalb(1.0, z + 8 - Mercator.BITS);
  }

  double x(int planeX) {
    return (planeX - (left << unitBits())) * pixelsPerUnit(z);
  }

  double y(int planeY) {
    return (planeY - (top << unitBits())) * pixelsPerUnit(z);
  }

  /** The window in plane units, widened by a margin in CSS pixels. */
  Envelope plane(int marginPx) {
    var unit = 1.0 / pixelsPerUnit(z);
    return new Envelope(
        (left - marginPx) * unit,
        (left + width + marginPx) * unit,
        (top - marginPx) * unit,
        (top + height + marginPx) * unit);
  }

  /** The window in pixels of its zoom, widened by a margin. */
  Envelope pixels(int marginPx) {
    return new Envelope(
        left - marginPx, left + width + marginPx, top - marginPx, top + height + marginPx);
  }

  private int unitBits() {
    return Mercator.BITS - z - 8;
  }
}
