package org.wanglou.command.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.ids.Uuid7;

/** Runs imports, each in the caller's thread or one after the other in the background. */
final class Imports implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int MOST_WAITING = 20;

  private final Database database;
  private final ImportFile importFile;
  private final Uuid7 ids;
  private final Clock clock;
  private final Map<UUID, ImportRun> running = new ConcurrentHashMap<>();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "wanglou-import"));

  Imports(Database database, ImportFile importFile, Uuid7 ids, Clock clock) {
    this.database = database;
    this.importFile = importFile;
    this.ids = ids;
    this.clock = clock;
    database.reference(
        tx -> {
          ImportStore.failInterrupted(tx, clock.instant());
          return null;
        });
  }

  /**
   * Works it off before it returns.
   *
   * @throws Fault when it comes to nothing; the run is kept all the same
   */
  UUID now(ImportWish wish, String by) {
    var run = begin(wish, by);
    work(run);
    return run.id();
  }

  /**
   * Begins it and returns at once.
   *
   * @throws Fault UNAVAILABLE {@code import.busy}
   */
  UUID soon(ImportWish wish, String by) {
    if (running.size() >= MOST_WAITING) {
      throw new Fault(Fault.Kind.UNAVAILABLE, "", "import.busy");
    }
    var run = begin(wish, by);
    background.execute(
        () -> {
          try {
            work(run);
          } catch (Fault told) {
            LOG.info("import {}: {}", run.id(), told.getMessage());
          } catch (RuntimeException e) {
            LOG.error("import {}", run.id(), e);
          }
        });
    return run.id();
  }

  /** How far it is; empty when it does not run. */
  Optional<ImportRun> running(UUID id) {
    return Optional.ofNullable(running.get(id));
  }

  /**
   * @throws Fault CONFLICT {@code import.not_running}
   */
  void stop(UUID id) {
    running(id).orElseThrow(() -> Fault.conflict("", "import.not_running", id)).stop();
  }

  private ImportRun begin(ImportWish wish, String by) {
    var run = new ImportRun(ids.next(), wish, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
    database.reference(
        tx -> {
          ImportStore.insert(tx, run);
          return null;
        });
    running.put(run.id(), run);
    return run;
  }

  private void work(ImportRun run) {
    try {
      importFile.work(run);
    } catch (ImportRun.Stopped e) {
      fail(run, "stopped", List.of(new Detail("", "import.stopped", List.of())));
    } catch (Fault fault) {
      fail(run, "failed", fault.details());
      throw fault;
    } catch (RuntimeException e) {
      fail(run, "failed", List.of(new Detail("", "import.unexpected", List.of())));
      throw e;
    } finally {
      running.remove(run.id());
    }
  }

  private void fail(ImportRun run, String state, List<Detail> problem) {
    database.reference(
        tx -> {
          ImportStore.fail(tx, run.id(), state, problem, clock.instant());
          return null;
        });
  }

  @Override
  public void close() throws InterruptedException {
    running.values().forEach(ImportRun::stop);
    background.shutdown();
    if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("an import did not stop in 10 s; its transaction ends with the database's pool");
    }
  }
}
