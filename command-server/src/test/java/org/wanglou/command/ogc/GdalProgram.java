package org.wanglou.command.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of GDAL against the server, as a county's map programs would. */
final class GdalProgram {
  private static final int PATIENCE_S = 60;

  private GdalProgram() {}

  /**
   * What it printed, warnings and errors included.
   *
   * @param token of the user it reads as
   */
  static String run(String token, String... command) {
    var whole = new ArrayList<>(List.of(command));
    whole.addAll(1, List.of("--config", "GDAL_HTTP_HEADERS", "Authorization: Bearer " + token));
    try {
      var process = new ProcessBuilder(whole).redirectErrorStream(true).start();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as(printed).isTrue();
      assertThat(process.exitValue()).as(String.join(" ", whole) + "\n" + printed).isZero();
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
