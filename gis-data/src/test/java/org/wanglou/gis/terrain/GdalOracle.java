package org.wanglou.gis.terrain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * GDAL's programs as they stand on this machine; the test command installs them, so a missing one
 * is a failure.
 */
final class GdalOracle {
  private GdalOracle() {}

  static String run(Path folder, String... command) throws Exception {
    var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.redirectErrorStream(true);
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
    return said;
  }
}
