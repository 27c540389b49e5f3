package org.wanglou.ops.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.wanglou.command.app.CommandServer;
import org.wanglou.command.app.ServerConfig;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.FirstAdministrator;
import org.wanglou.command.session.OneTimePassword;
import org.wanglou.command.session.ResetAdministrator;
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
    var given = new ArrayList<>(List.of(arguments));
    if (given.contains("--help") || given.contains("-h")) {
      voice.help();
      return;
    }
    // An act, not a setting: in the environment or the file it would happen at each start.
    boolean reset = given.remove("--reset-admin");
    Settings settings;
    try {
      settings = new SettingsReader(System.getenv(), home()).read(given);
    } catch (Fault fault) {
      voice.explain(fault);
      System.exit(WRONGLY_CALLED);
      return;
    }
    var launcher = new Launcher(voice);
    if (!launcher.run(settings, reset ? launcher::resetAdministrator : launcher::start)) {
      System.exit(REFUSED);
    }
    if (reset) {
      launcher.running.stop();
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  private static Path home() {
    return Path.of(System.getProperty("wanglou.home", "")).toAbsolutePath();
  }

  /** Whether it runs; else the reason has been said and all is stopped. */
  private boolean run(Settings settings, Consumer<Settings> work) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "wanglou-stop"));
    try {
      work.accept(settings);
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
      var administrator = new FirstAdministrator(database);
      administrator.ensure(folder.path(), settings.adminPassword());
      serve(settings, owner, county, administrator.oneTimePassword(folder.path()));
    }
    voice.say("launch.stop_and_log", log);
  }

  private void resetAdministrator(Settings settings) {
    if (settings.databaseUrl().isEmpty() && !Files.exists(settings.data().resolve("pg"))) {
      throw Fault.invalid("", "launch.nothing_to_reset", settings.data());
    }
    var folder = running.start(() -> DataFolder.take(settings.data()));
    LogFile.open(folder.path());
    var owner = database(settings);
    new Migrations(owner).run("gis", "command");
    try (var database = Database.open(owner.asApplication(), CONNECTIONS_WHILE_STARTING)) {
      var events = new EventLog(database, EventCatalogue.load());
      tellOneTime(
          new ResetAdministrator(database, events, Clock.systemUTC()).reset(folder.path()),
          settings);
    }
  }

  private void serve(
      Settings settings,
      DatabaseAddress owner,
      CountyLoading.Loaded county,
      Optional<String> oneTime) {
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
    leaveAddress(settings, server.port());
    if (oneTime.isPresent()) {
      tellOneTime(oneTime.get(), settings);
    } else if (settings.adminPassword().isPresent()) {
      voice.say("launch.admin_own_password", FirstAdministrator.USERNAME);
    }
  }

  /** For programs on this machine that look for the server, for example ops/import. */
  private static void leaveAddress(Settings settings, int port) {
    try {
      Files.writeString(settings.data().resolve("address.txt"), settings.address(port) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tellOneTime(String password, Settings settings) {
    voice.say(
        "launch.admin_one_time",
        FirstAdministrator.USERNAME,
        password,
        new OneTimePassword(settings.data()).file());
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

  private void stop() {
    if (!running.isStopped()) {
      voice.say("launch.stopping");
      running.stop();
      voice.say("launch.stopped");
    }
  }
}
