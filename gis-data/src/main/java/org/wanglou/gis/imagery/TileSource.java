package org.wanglou.gis.imagery;

import java.time.Duration;
import java.util.Optional;

/** A background's pictures. For any number of threads; blocks. */
interface TileSource extends AutoCloseable {
  /**
   * A picture and how it was come by.
   *
   * @param age since it was fetched; zero for files
   * @param outdated it should have been asked for again, but the service does not answer
   */
  record Tile(Picture picture, Duration age, boolean outdated) {
    static Tile of(Picture picture) {
      return new Tile(picture, Duration.ZERO, false);
    }
  }

  Imagery about();

  /**
   * Empty where there is no picture.
   *
   * @throws org.wanglou.gis.fault.Fault UNAVAILABLE {@code imagery.*} when it cannot be said now
   */
  Optional<Tile> tile(TileAt at);

  @Override
  default void close() {}
}
