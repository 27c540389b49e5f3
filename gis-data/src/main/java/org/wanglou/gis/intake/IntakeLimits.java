package org.wanglou.gis.intake;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param archiveEntries files in an archive
 * @param archiveBytes all of them unpacked
 * @param archiveRatio unpacked to packed size of one of them, above a megabyte
 * @param rows features of one source layer
 * @param processTime for GDAL, wall clock and processor
 * @param processMemoryBytes address space of GDAL
 * @param kept findings that are kept with a report; all are counted
 */
public record IntakeLimits(
    int archiveEntries,
    long archiveBytes,
    int archiveRatio,
    long rows,
    Duration processTime,
    long processMemoryBytes,
    int kept) {
  public static final IntakeLimits STANDARD =
      new IntakeLimits(2_000, 4L << 30, 200, 5_000_000, Duration.ofMinutes(20), 3L << 30, 10_000);
}
