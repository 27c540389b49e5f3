package org.wanglou.gis.vectortile;

import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.fault.Fault;

/** A tile of the Web Mercator pyramid, XYZ: y southwards. */
public record TileAddress(int z, int x, int y) {
  /** Deepest level; a unit of the tile's grid is 2 mm there. */
  public static final int MAX_ZOOM = 22;

  // Beyond the tile's border, so that a line's or a symbol's edge on it is not seen.
  private static final double MARGIN = 64.0 / 4096;

  /**
   * @throws Fault NOT_FOUND {@code vectortile.no_such_tile}
   */
  public TileAddress {
    if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Fault.notFound("vectortile.no_such_tile", z, x, y, MAX_ZOOM);
    }
  }

  /** Longitude and latitude of the tile with its margin. */
  Envelope box() {
    return new Envelope(
        Math.max(-180, longitude(x - MARGIN)),
        Math.min(180, longitude(x + 1 + MARGIN)),
        latitude(y + 1 + MARGIN),
        latitude(y - MARGIN));
  }

  /** Degrees of longitude of a pixel, 256 to a tile. */
  double degreesAPixel() {
    return 360.0 / (1L << z) / 256;
  }

  String path() {
    return z + "/" + x + "/" + y + ".mvt";
  }

  private double longitude(double column) {
    return column / (1L << z) * 360 - 180;
  }

  private double latitude(double row) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1L << z)))));
  }
}
