package org.wanglou.gis.dataset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that is no part of the repository: the folder named by WANGLOU_SHARED, or the first
 * {@code shared/data} found upward from the working directory. Where it is missing a test is
 * skipped, and says so loudly.
 */
public final class SharedData {
  public static final String LIECHTENSTEIN = "osm/liechtenstein-2024-03-04.osm.pbf";
  public static final String ANDORRA = "osm/andorra-2013.osm.pbf";

  /** A tile of SRTM3 with voids, all of Andorra in it. */
  public static final String ANDORRA_HEIGHTS = "dem/N42E001.hgt.zip";

  private SharedData() {}

  /** The file, or the end of the calling test. */
  public static Path require(String name) {
    var file = folder().resolve(name);
    boolean there = Files.exists(file);
    if (!there) {
      System.err.println("SKIPPED, REAL DATA MISSING: " + name + " (set WANGLOU_SHARED)");
    }
    assumeTrue(there, "real data missing: " + name);
    return file;
  }

  private static Path folder() {
    var named = System.getenv("WANGLOU_SHARED");
    if (named != null) {
      return Path.of(named);
    }
    for (var up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      var candidate = up.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return Path.of("shared/data");
  }
}
