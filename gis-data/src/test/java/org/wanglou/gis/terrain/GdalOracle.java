package org.wanglou.gis.terrain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** GDAL's programs as they stand on this machine; a test that needs them is skipped without. */
final class GdalOracle {
  private GdalOracle() {}

  static String run(Path folder, String... command) throws Exception {
    var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.redirectErrorStream(true);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      System.err.println("SKIPPED, GDAL MISSING: " + command[0]);
      assumeTrue(false, "GDAL missing");
      throw e;
    }
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
    return said;
  }
}
