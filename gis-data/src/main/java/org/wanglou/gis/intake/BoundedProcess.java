package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that works on somebody else's file: in a folder of its own, without network where the
 * kernel allows taking it away, with limits on time, memory, files and output. It leads a process
 * group of its own and is killed with it when it is closed before its end.
 */
final class BoundedProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedProcess.class);
  private static final int ERRORS_KEPT = 20_000;
  private static final int OPEN_FILES = 256;

  /** Unprivileged network namespaces may be switched off in the kernel. */
  private static final boolean NETWORK_CAN_BE_TAKEN = works("unshare", "-rn", "true");

  private final Process process;
  private final Path errors;
  private final Thread watch;
  private final AtomicBoolean tooLong = new AtomicBoolean();

  private BoundedProcess(Process process, Path errors, Duration time) {
    this.process = process;
    this.errors = errors;
    this.watch = new Thread(() -> watch(time), "wanglou-bounded-process");
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Starts it; its standard output is to be read by the caller.
   *
   * @param folder working folder, which the caller deletes
   * @param fileBytes largest file it may write
   */
  static BoundedProcess start(
      List<String> command, Path folder, IntakeLimits limits, long fileBytes) {
    var line = new ArrayList<String>();
    line.add("setsid"); // the child is no group leader, so this keeps its pid
    if (NETWORK_CAN_BE_TAKEN) {
      line.addAll(List.of("unshare", "-rn"));
    }
    line.add("prlimit");
    line.add("--as=" + limits.processMemoryBytes());
    line.add("--cpu=" + limits.processTime().toSeconds());
    line.add("--fsize=" + fileBytes);
    line.add("--nofile=" + OPEN_FILES);
    line.add("--core=0");
    line.addAll(command);
    try {
      var errors = Files.createTempFile(folder, "errors", ".txt");
      var builder =
          new ProcessBuilder(line).directory(folder.toFile()).redirectError(errors.toFile());
      var environment = builder.environment();
      var path = environment.get("PATH");
      environment.clear(); // no proxy, no key, no configuration of the server's user
      environment.put("PATH", path == null ? "/usr/bin:/bin" : path);
      environment.put("LC_ALL", "C.UTF-8");
      environment.put("HOME", folder.toString());
      environment.put("TMPDIR", folder.toString());
      var process = builder.start();
      process.getOutputStream().close();
      return new BoundedProcess(process, errors, limits.processTime());
    } catch (IOException e) {
      throw new UncheckedIOException(command.get(0), e);
    }
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** What it complained about, the beginning of it. */
  String errors() {
    try (var in = Files.newInputStream(errors)) {
      return new String(in.readNBytes(ERRORS_KEPT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; whether it went well. Its output has to be read by then. */
  boolean succeeded() {
    try {
      return process.waitFor() == 0 && !tooLong.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  boolean tookTooLong() {
    return tooLong.get();
  }

  private void watch(Duration time) {
    try {
      if (!process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) {
        tooLong.set(true);
        killGroup();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void killGroup() {
    if (!process.isAlive()) {
      return; // its number may already be somebody else's
    }
    try {
      new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      LOG.warn("group {} was not killed: {}", process.pid(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  @Override
  public void close() {
    watch.interrupt();
    killGroup();
    try {
      process.getInputStream().close();
    } catch (IOException e) {
      LOG.debug("output of a process that is gone: {}", e.toString());
    }
  }

  private static boolean works(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      LOG.info("{} is not there: {}", command[0], e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
