package org.wanglou.command.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each part whether it works. Those who ask at the same time share one look. */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final long PATIENCE_S = 3;

  private final WorkerExecutor worker;
  private final Map<String, Callable<Boolean>> parts;
  private Future<Map<String, Boolean>> underWay;

  /**
   * @param parts what has to work, by name; a part that throws does not work
   */
  public Readiness(Vertx vertx, Map<String, Callable<Boolean>> parts) {
    this.worker = vertx.createSharedWorkerExecutor("wanglou-health", 1);
    this.parts = new LinkedHashMap<>(parts);
  }

  /** Each part and whether it works; fails when that cannot be told in time. */
  synchronized Future<Map<String, Boolean>> look() {
    if (underWay == null || underWay.isComplete()) {
      underWay = worker.executeBlocking(this::askAll, false);
    }
    return underWay.timeout(PATIENCE_S, TimeUnit.SECONDS);
  }

  private Map<String, Boolean> askAll() {
    var states = new LinkedHashMap<String, Boolean>();
    parts.forEach((name, works) -> states.put(name, ask(name, works)));
    return states;
  }

  private static boolean ask(String name, Callable<Boolean> works) {
    try {
      return works.call();
    } catch (Exception e) {
      LOG.warn("not ready, {}: {}", name, e.toString());
      return false;
    }
  }
}
