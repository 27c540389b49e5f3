package org.wanglou.gis.terrain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wanglou.gis.fault.Fault;

/** Runs one of GDAL's programs: bounded in time, without sidecar files, without network. */
final class Gdal {
  private static final int LIMIT_S = 120;
  private static final int LONGEST_SAYING = 300;

  private Gdal() {}

  /**
   * @return what it printed
   * @throws Fault UNAVAILABLE {@code terrain.no_gdal}, INVALID {@code terrain.tif_unreadable} with
   *     what the program said
   */
  static String run(Path scratch, String... command) throws IOException {
    var out = Files.createTempFile(scratch, "gdal", ".out");
    var said = Files.createTempFile(scratch, "gdal", ".err");
    var process = start(new ProcessBuilder(List.of(command)), out, said);
    try {
      if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
        throw Fault.invalid("/file", "terrain.gdal_too_slow", LIMIT_S);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while GDAL read a file", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      var text = Files.readString(said, StandardCharsets.ISO_8859_1).strip();
      throw Fault.invalid(
          "/file",
          "terrain.tif_unreadable",
          text.substring(0, Math.min(LONGEST_SAYING, text.length())));
    }
    return Files.readString(out);
  }

  private static Process start(ProcessBuilder builder, Path out, Path said) {
    var environment = builder.environment();
    environment.put("GDAL_PAM_ENABLED", "NO");
    environment.put("GDAL_HTTP_TIMEOUT", "1");
    environment.put("GDAL_CACHEMAX", "64");
    try {
      return builder.redirectOutput(out.toFile()).redirectError(said.toFile()).start();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.UNAVAILABLE, "", "terrain.no_gdal");
    }
  }
}
