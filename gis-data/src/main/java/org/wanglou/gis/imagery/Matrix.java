package org.wanglou.gis.imagery;

/**
 * One zoom of a WMTS's tile matrix set.
 *
 * @param left of the first tile, in the set's unit, longitude or easting
 * @param top of the first tile
 * @param unitsPerPixel along both axes
 */
record Matrix(
    String id,
    double left,
    double top,
    double unitsPerPixel,
    int tileWidth,
    int tileHeight,
    long columns,
    long rows) {
  static final double MERCATOR_HALF = 20037508.342789244;

  boolean has(long column, long row) {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }

  /** Whether its tiles are those of the XYZ scheme at this zoom. */
  boolean isXyz(int zoom) {
    double wanted = 2 * MERCATOR_HALF / 256 / (1L << zoom);
    return tileWidth == 256
        && tileHeight == 256
        // A thousandth of a pixel at a tile's far corner of the world would need 1e-11; services
        // round to some 8 digits.
        && Math.abs(unitsPerPixel / wanted - 1) < 1e-6
        && Math.abs(left + MERCATOR_HALF) < 1
        && Math.abs(top - MERCATOR_HALF) < 1;
  }

  /** The XYZ scheme's own. */
  static Matrix xyz(int zoom) {
    return new Matrix(
        String.valueOf(zoom),
        -MERCATOR_HALF,
        MERCATOR_HALF,
        2 * MERCATOR_HALF / 256 / (1L << zoom),
        256,
        256,
        1L << zoom,
        1L << zoom);
  }
}
