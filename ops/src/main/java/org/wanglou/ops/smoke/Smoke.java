package org.wanglou.ops.smoke;

import io.vertx.core.Vertx;
import io.vertx.ext.unit.TestOptions;
import io.vertx.ext.unit.report.ReportOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the suite against any address: {@code Smoke http://127.0.0.1:8080 admin}, with the password
 * in the environment variable {@code WANGLOU_PASSWORD}. Ends with 0 when all is well.
 */
public final class Smoke {
  private static final int WRONGLY_CALLED = 2;
  private static final int WHOLE_SUITE_S = 120;

  private Smoke() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    var password = System.getenv("WANGLOU_PASSWORD");
    if (arguments.length != 2 || password == null) {
      System.err.println("用法 usage: WANGLOU_PASSWORD=… ops/smoke http://127.0.0.1:8080 admin");
      System.exit(WRONGLY_CALLED);
    }
    var reports = Files.createTempDirectory("wanglou-smoke");
    System.exit(isWhole(URI.create(arguments[0]), arguments[1], password, reports) ? 0 : 1);
  }

  /**
   * Runs all steps and waits for them.
   *
   * @param reports where a report in JUnit's format is left; made when it is missing, because
   *     Vert.x Unit waits for ever for a folder that is not there
   */
  public static boolean isWhole(URI address, String user, String password, Path reports)
      throws IOException, InterruptedException, TimeoutException {
    Files.createDirectories(reports);
    var vertx = Vertx.vertx();
    var options =
        new TestOptions()
            .addReporter(new ReportOptions().setTo("console"))
            .addReporter(new ReportOptions().setTo("file:" + reports).setFormat("junit"));
    var done = new CompletableFuture<Boolean>();
    try {
      SmokeSuite.of(vertx, address, user, password)
          .run(vertx, options)
          .handler(result -> done.complete(result.succeeded()));
      return done.get(WHOLE_SUITE_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
