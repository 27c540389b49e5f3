package org.wanglou.gis.osm;

import java.nio.file.Path;
import org.wanglou.gis.fault.Fault;

/** What can be wrong with a file; every message names it and says what to do. */
final class OsmFaults {
  private static final long MB = 1024 * 1024;

  private OsmFaults() {}

  static Fault missing(Path file) {
    return Fault.invalid("", "osm.missing", file);
  }

  static Fault unreadable(Path file, Exception cause) {
    return because(Fault.invalid("", "osm.unreadable", file, cause.toString()), cause);
  }

  static Fault empty(Path file) {
    return Fault.invalid("", "osm.empty", file);
  }

  static Fault notPbf(Path file) {
    return Fault.invalid("", "osm.not_pbf", file);
  }

  /** Cut off, or damaged, at about this byte. */
  static Fault truncated(Path file, long at) {
    return Fault.invalid("", "osm.truncated", file, at);
  }

  static Fault truncated(Path file, long at, Exception cause) {
    return because(truncated(file, at), cause);
  }

  static Fault tooLarge(Path file, long bytes, long heapBytes) {
    return Fault.invalid("", "osm.too_large", file, bytes / MB, heapBytes / MB);
  }

  static Fault otherCompression(Path file) {
    return Fault.invalid("", "osm.other_compression", file);
  }

  static Fault noRoads(Path file) {
    return Fault.invalid("", "osm.no_roads", file);
  }

  private static Fault because(Fault fault, Exception cause) {
    fault.initCause(cause);
    return fault;
  }
}
