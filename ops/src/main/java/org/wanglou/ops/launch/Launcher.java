package org.wanglou.ops.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.wanglou.command.app.CommandServer;
import org.wanglou.command.app.ServerConfig;
import org.wanglou.command.session.FirstAdministrator;
import org.wanglou.gis.db.ClusterFailure;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.DatabaseAddress;
import org.wanglou.gis.db.Migrations;
import org.wanglou.gis.db.PrivateCluster;
import org.wanglou.gis.fault.Fault;

/** The program that {@code ops/run} starts; see {@code ops/README.md}. */
public final class Launcher {
  private static final int REFUSED = 1;
  private static final int WRONGLY_CALLED = 2;
  private static final int CONNECTIONS_WHILE_STARTING = 3;

  private final Voice voice;
  private final Running running = new Running();

  private Launcher(Voice voice) {
    this.voice = voice;
  }

  /** Runs until SIGTERM or Ctrl-C. */
  public static void main(String[] arguments) throws InterruptedException {
    var voice = Voice.onTerminal(System.getenv());
    var given = List.of(arguments);
    if (given.contains("--help") || given.contains("-h")) {
      voice.help();
      return;
    }
    Settings settings;
    try {
      settings = new SettingsReader(System.getenv(), home()).read(given);
    } catch (Fault fault) {
      voice.explain(fault);
      System.exit(WRONGLY_CALLED);
      return;
    }
    if (!new Launcher(voice).run(settings)) {
      System.exit(REFUSED);
    }
    new CountDownLatch(1).await();
  }

  private static Path home() {
    return Path.of(System.getProperty("wanglou.home", "")).toAbsolutePath();
  }

  /** Whether it runs; else the reason has been said and all is stopped. */
  private boolean run(Settings settings) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "wanglou-stop"));
    try {
      start(settings);
      return true;
    } catch (Running.Stopped byASignal) {
      return true; // the hook ends the process
    } catch (Fault fault) {
      voice.explain(fault);
    } catch (ClusterFailure failure) {
      voice.explain(failure);
    } catch (RuntimeException e) {
      if (running.isStopped()) {
        return true; // the ground was taken away under a step by the hook
      }
      LoggerFactory.getLogger(Launcher.class).error("not started", e);
      voice.explain("launch.unexpected", List.of(e.toString(), settings.data().resolve("logs")));
    }
    running.stop();
    return false;
  }

  private void start(Settings settings) {
    var folder = running.start(() -> DataFolder.take(settings.data()));
    requireFree(settings);
    var log = LogFile.open(folder.path());
    voice.say("launch.starting", folder.path());
    var owner = database(settings);
    new Migrations(owner).run("gis", "command");
    try (var database = Database.open(owner.asApplication(), CONNECTIONS_WHILE_STARTING)) {
      var county = new CountyLoading(database, voice, Clock.systemUTC()).ensure(settings);
      new FirstAdministrator(database).ensure(folder.path(), settings.adminPassword());
      serve(settings, owner, county);
    }
    voice.say("launch.stop_and_log", log);
  }

  private void serve(Settings settings, DatabaseAddress owner, CountyLoading.Loaded county) {
    var config =
        new ServerConfig(
            owner.asApplication(),
            settings.listen(),
            settings.port(),
            settings.behindProxy(),
            settings.tls(),
            settings.data(),
            settings.simulator() && county.mayBeSimulated(),
            settings.webSource());
    var server = running.start(() -> CommandServer.start(config));
    voice.say("launch.ready", settings.address(server.port()));
    var password = settings.data().resolve(FirstAdministrator.PASSWORD_FILE);
    if (settings.adminPassword().isPresent()) {
      voice.say("launch.admin_own_password", FirstAdministrator.USERNAME);
    } else if (Files.exists(password)) {
      voice.say(
          "launch.admin_one_time", FirstAdministrator.USERNAME, firstLine(password), password);
    }
  }

  private DatabaseAddress database(Settings settings) {
    if (settings.databaseUrl().isPresent()) {
      return ExternalDatabase.at(settings.databaseUrl().get());
    }
    return running
        .start(() -> PrivateCluster.start(settings.data(), PrivateCluster.MayLose.NOTHING))
        .owner();
  }

  /** Said before anything heavy; the server itself would notice only at the end. */
  private static void requireFree(Settings settings) {
    try (var probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(settings.listen(), settings.port()));
    } catch (BindException e) {
      throw Fault.invalid(
          "",
          e.getMessage().contains("in use") ? "launch.port_in_use" : "launch.cannot_listen",
          String.valueOf(settings.port()),
          settings.listen(),
          e.getMessage());
    } catch (IOException e) {
      throw Fault.invalid(
          "",
          "launch.cannot_listen",
          String.valueOf(settings.port()),
          settings.listen(),
          e.getMessage());
    }
  }

  private static String firstLine(Path file) {
    try {
      return Files.readAllLines(file).get(0);
    } catch (IOException e) {
      throw Fault.invalid("", "launch.file_unreadable", file, e.toString());
    }
  }

  private void stop() {
    if (!running.isStopped()) {
      voice.say("launch.stopping");
      running.stop();
      voice.say("launch.stopped");
    }
  }
}
