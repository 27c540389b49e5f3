package org.wanglou.gis.osm;

/** Hears how far a long reading is. Called often, from the reading thread; must return at once. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (phase, done, total) -> {};

  /**
   * @param phase message key of what is being done, for example {@code osm.phase_ways}
   * @param done count so far, in bytes while the file is read, else in things
   * @param total the count at the end
   */
  void at(String phase, long done, long total);
}
