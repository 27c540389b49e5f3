package org.wanglou.gis.tile;

import org.wanglou.gis.fault.Fault;

/**
 * Address of a tile in the XYZ scheme: Web Mercator, y southwards.
 *
 * @param scale 1 for 256 px, 2 for the same ground on 512 px
 */
public record TileId(int z, int x, int y, int scale) {
  /** Smallest zoom that is drawn: a county and its neighbours on one tile. */
  public static final int MIN_ZOOM = 8;

  /** Largest zoom that is drawn: single houses, about 0.5 m a pixel. */
  public static final int MAX_ZOOM = 18;

  /** CSS pixels along a side. */
  public static final int SIZE = 256;

  /**
   * @throws Fault not found, code {@code tile.no_such_tile}, when the zoom is not served or the
   *     place is not on the plane
   */
  public TileId {
    if (z < MIN_ZOOM || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Fault.notFound("tile.no_such_tile", z, x, y, MIN_ZOOM, MAX_ZOOM);
    }
    if (scale != 1 && scale != 2) {
      throw Fault.notFound("tile.no_such_scale", scale);
    }
  }

  public TileId(int z, int x, int y) {
    this(z, x, y, 1);
  }

  PixelWindow window() {
    return new PixelWindow(z, (long) x * SIZE, (long) y * SIZE, SIZE, SIZE, scale);
  }
}
