package org.wanglou.command.simulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.session.SystemAccount;
import org.wanglou.gis.db.Database;

/** Starts and stops the driving of simulated units. */
public final class Simulation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final Set<String> DRIVEN = Set.of("sample", "osm");
  private static final long PATIENCE_S = 10;

  private final Vertx vertx;
  private final String deployment;

  private Simulation(Vertx vertx, String deployment) {
    this.vertx = vertx;
    this.deployment = deployment;
  }

  /** Whether units may be simulated on what is loaded: never on a county's own data. */
  public static boolean isAllowed(Database database) {
    var kind =
        database.reference(
            tx ->
                tx.createQuery("SELECT kind FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1")
                    .mapTo(String.class)
                    .findOne());
    if (kind.filter(DRIVEN::contains).isEmpty()) {
      LOG.info("no simulated units: the data is {}", kind.orElse("not loaded"));
      return false;
    }
    return true;
  }

  /** Starts a driver at a server that listens already; blocks until it runs. */
  public static Simulation start(
      Vertx vertx, CentreAddress address, SystemAccount account, Tempo tempo, Clock clock) {
    var driver = new Driver(address, account.simulatorToken(), tempo, clock);
    return new Simulation(vertx, await(vertx.deployVerticle(driver)));
  }

  @Override
  public void close() {
    await(vertx.undeploy(deployment));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the simulator did not obey", e);
    }
  }
}
