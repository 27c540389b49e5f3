package org.wanglou.gis.imagery;

import org.wanglou.gis.fault.Fault;

/** A tile in the XYZ scheme: Web Mercator, y southwards. Three numbers, so never a path. */
public record TileAt(int z, int x, int y) {
  static final int MAX_ZOOM = 22;

  /**
   * @throws Fault not found {@code imagery.no_such_tile}
   */
  public TileAt {
    if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Fault.notFound("imagery.no_such_tile", z, x, y);
    }
  }

  /** The row in the TMS scheme, which counts northwards. */
  int tmsRow() {
    return (1 << z) - 1 - y;
  }
}
