package org.wanglou.gis.terrain;

import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.fault.Fault;

/**
 * Where the posts of a grid stand: at the crossings of meridians and parallels in EPSG:4490, even
 * in degrees, counted from the north-west. A height belongs to its post, not to an area; a file
 * whose values belong to cells has its posts at the middles of the cells.
 *
 * @param west longitude of the first column
 * @param north latitude of the first row
 */
public record Posts(
    double west, double north, double stepLon, double stepLat, int columns, int rows) {
  /** Of one step; places closer to a post than this stand on it. */
  static final double ON_POST = 1e-6;

  /** Least grid in which a height can be read between posts. */
  private static final int LEAST = 2;

  public Posts {
    if (columns < LEAST || rows < LEAST || !(stepLon > 0) || !(stepLat > 0)) {
      throw Fault.invalid("", "terrain.no_grid", columns, rows);
    }
    if (!(west >= -180 && west + (columns - 1) * stepLon <= 180 + stepLon)
        || !(north <= 90 && north - (rows - 1) * stepLat >= -90)) {
      throw Fault.invalid("", "terrain.off_the_earth", west, north);
    }
  }

  /** A grid that covers the box with at most the given steps. */
  public static Posts covering(Envelope box, double stepLon, double stepLat) {
    return new Posts(
        box.getMinX(),
        box.getMaxY(),
        stepLon,
        stepLat,
        (int) Math.ceil(box.getWidth() / stepLon - ON_POST) + 1,
        (int) Math.ceil(box.getHeight() / stepLat - ON_POST) + 1);
  }

  public double lon(double column) {
    return west + column * stepLon;
  }

  public double lat(double row) {
    return north - row * stepLat;
  }

  /** The column at a longitude, with its fraction; a post's own column has none. */
  public double column(double lon) {
    return snapped((lon - west) / stepLon);
  }

  public double row(double lat) {
    return snapped((north - lat) / stepLat);
  }

  /** From the first to the last post: outside of it there is no height. */
  public Envelope box() {
    return new Envelope(west, lon(columns - 1), lat(rows - 1), north);
  }

  public long count() {
    return (long) columns * rows;
  }

  boolean has(long column, long row) {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }

  static double snapped(double index) {
    double whole = Math.rint(index);
    return Math.abs(index - whole) < ON_POST ? whole : index;
  }
}
