package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wanglou.gis.fault.Fault;

/**
 * GDAL's programs, kept on a short lead: only the drivers that are named are there, so that no file
 * can make GDAL open another one (VRT, WFS, databases), and its network file systems are off.
 */
public final class Ogr {
  private static final List<String> DRIVERS = drivers();

  private final Path folder;
  private final IntakeLimits limits;

  /**
   * @param folder working folder, the caller's
   */
  public Ogr(Path folder, IntakeLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Starts a program that may use these drivers only. */
  BoundedProcess start(String program, List<String> drivers, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(
        List.of(
            "--config",
            "OGR_SKIP",
            without(drivers),
            "--config",
            "CPL_VSIL_CURL_ALLOWED_EXTENSIONS",
            "{none}",
            "--config",
            "GDAL_HTTP_MAX_RETRY",
            "0",
            "--config",
            "GDAL_HTTP_TIMEOUT",
            "1",
            "--config",
            "GDAL_DRIVER_PATH",
            "disable",
            "--config",
            "GDAL_CACHEMAX",
            "64",
            "--config",
            "OGR_ENABLE_PARTIAL_REPROJECTION",
            "NO",
            "--config",
            "CPL_LOG_ERRORS",
            "ON"));
    command.addAll(arguments);
    return BoundedProcess.start(command, folder, limits, limits.archiveBytes());
  }

  /**
   * Runs a program to its end.
   *
   * @return its output
   * @throws Fault INVALID {@code import.gdal}, {@code import.too_long}
   */
  public String run(String program, List<String> drivers, List<String> arguments) {
    try (var process = start(program, drivers, arguments)) {
      var text = new String(process.output().readNBytes(64 << 20), StandardCharsets.UTF_8);
      if (!process.succeeded()) {
        throw failed(process);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to tell of a program that went wrong. */
  Fault failed(BoundedProcess process) {
    if (process.tookTooLong()) {
      return Fault.invalid("/file", "import.too_long", limits.processTime().toMinutes());
    }
    var complaints =
        process
            .errors()
            .lines()
            .filter(line -> line.startsWith("ERROR") || line.startsWith("FAILURE"))
            .map(line -> line.replace(folder.toString() + "/", ""))
            .limit(3)
            .collect(Collectors.joining(" "));
    return Fault.invalid("/file", "import.gdal", complaints.isEmpty() ? "–" : complaints);
  }

  private static String without(List<String> wanted) {
    return DRIVERS.stream().filter(name -> !wanted.contains(name)).collect(Collectors.joining(","));
  }

  /** All drivers of this GDAL, vector and raster. */
  private static List<String> drivers() {
    try {
      var list =
          new ProcessBuilder("ogr2ogr", "--formats")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var rasters =
          new ProcessBuilder("gdalinfo", "--formats")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var text = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      text += new String(rasters.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.matches("  .+ -(raster|vector|multidimensional).*-.*"))
          .map(line -> line.replaceFirst(" -(raster|vector|multidimensional).*", "").strip())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("GDAL (package gdal-bin) is not installed", e);
    }
  }
}
