package org.wanglou.ops.seeding;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The tiles of one zoom that touch a box. */
record TileRange(int zoom, int left, int top, int right, int bottom) {
  /** Where Web Mercator ends. */
  private static final double MAX_LATITUDE = 85.05;

  /**
   * @param box west, south, east, north in degrees
   */
  static TileRange of(int zoom, List<Double> box) {
    return new TileRange(
        zoom,
        column(box.get(0), zoom),
        row(box.get(3), zoom),
        column(box.get(2), zoom),
        row(box.get(1), zoom));
  }

  private static int column(double longitude, int zoom) {
    return within((longitude + 180) / 360, zoom);
  }

  private static int row(double latitude, int zoom) {
    var cut = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
    double northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(cut) / 2));
    return within((1 - northing / Math.PI) / 2, zoom);
  }

  private static int within(double share, int zoom) {
    int count = 1 << zoom;
    return Math.max(0, Math.min(count - 1, (int) Math.floor(share * count)));
  }

  long count() {
    return (long) (right - left + 1) * (bottom - top + 1);
  }

  /** {@code z/x/y}, row by row. */
  Stream<String> addresses() {
    return LongStream.rangeClosed(top, bottom)
        .boxed()
        .flatMap(y -> IntStream.rangeClosed(left, right).mapToObj(x -> zoom + "/" + x + "/" + y));
  }
}
