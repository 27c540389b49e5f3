package org.wanglou.ops.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A launcher in a process of its own, as {@code ops/run} leaves it, told to speak English. */
public final class LauncherProcess implements AutoCloseable {
  public static final String PASSWORD = "kanshan-dao-hu";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+)/map");

  private final Process process;
  private final Path output;

  private LauncherProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static LauncherProcess start(Path data, String... flags) throws IOException {
    return start(Optional.empty(), data, flags);
  }

  static LauncherProcess start(Optional<String> databaseUrl, Path data, String... flags)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--data",
                data.toString()));
    command.addAll(List.of(flags));
    var output = Files.createTempFile("wanglou-launcher", ".out");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // As ops/run does: UTF-8 for file names, whichever locales are installed; and English.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("WANGLOU_LOCALE", "en_US.UTF-8");
    builder.environment().put("WANGLOU_ADMIN_PASSWORD", PASSWORD);
    databaseUrl.ifPresent(url -> builder.environment().put("DATABASE_URL", url));
    return new LauncherProcess(builder.start(), output);
  }

  /** Waits until it has said where it listens, and is ready there. */
  public URI address() throws Exception {
    long until = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      var found = ADDRESS.matcher(said());
      if (found.find() && isReady(URI.create(found.group(1)))) {
        return URI.create(found.group(1));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("does not get ready:\n" + said());
  }

  private static boolean isReady(URI address) throws IOException, InterruptedException {
    var question = HttpRequest.newBuilder(address.resolve("/health/ready")).build();
    return HttpClient.newHttpClient().send(question, BodyHandlers.discarding()).statusCode() == 200;
  }

  String said() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** What it says until it ends by itself. */
  String refusal() throws Exception {
    exitCode();
    return said();
  }

  int exitCode() throws Exception {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("does not end:\n" + said());
    }
    return process.exitValue();
  }

  /** SIGTERM, as Ctrl-C or systemd would. */
  public LauncherProcess terminate() {
    process.destroy();
    return this;
  }

  /** SIGKILL: nothing of it can react. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Processes of this machine that have the folder on their command line. */
  static List<Long> processesOf(Path data) {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().filter(line -> line.contains(data + "/")).isPresent())
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Process-id files and sockets of the private cluster. */
  static List<Path> tracesIn(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("pg"), 2)) {
      return files
          .filter(it -> it.getFileName().toString().matches("postmaster\\.pid|\\.s\\.PGSQL.*"))
          .toList();
    }
  }

  @Override
  public void close() throws Exception {
    terminate();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
    Files.delete(output);
  }
}
