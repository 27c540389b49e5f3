package org.wanglou.gis.imagery;

/** In degrees. */
public record Bounds(double west, double south, double east, double north) {
  public Bounds {
    if (!(west >= -180
        && east <= 180
        && south >= -90
        && north <= 90
        && west < east
        && south < north)) {
      throw new IllegalArgumentException(
          "no bounds: %s,%s,%s,%s".formatted(west, south, east, north));
    }
  }

  /**
   * @param text {@code west,south,east,north}
   * @throws IllegalArgumentException for anything else
   */
  public static Bounds of(String text) {
    var sides = text.split(",", -1);
    if (sides.length != 4) {
      throw new IllegalArgumentException("no bounds: " + text);
    }
    return new Bounds(
        Double.parseDouble(sides[0].strip()),
        Double.parseDouble(sides[1].strip()),
        Double.parseDouble(sides[2].strip()),
        Double.parseDouble(sides[3].strip()));
  }
}
