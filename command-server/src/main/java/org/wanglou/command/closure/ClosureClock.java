package org.wanglou.command.closure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.db.RealmId;

/** Looks twice a second whether a closure has ended, so that the screens know within a second. */
public final class ClosureClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClosureClock.class);
  private static final long LOOK_EVERY_MS = 500;
  private static final long FINISH_LOOK_S = 10;

  private final Vertx vertx;
  private final EndClosures endClosures;
  private final WorkerExecutor worker;
  private volatile long timer;
  private volatile boolean closed;
  private volatile Future<Integer> looking = Future.succeededFuture(0);
  private boolean failing;

  ClosureClock(Vertx vertx, EndClosures endClosures) {
    this.vertx = vertx;
    this.endClosures = endClosures;
    this.worker = vertx.createSharedWorkerExecutor("wanglou-closure-clock", 1);
  }

  void start() {
    timer = vertx.setTimer(LOOK_EVERY_MS, id -> look());
  }

  /** The next look begins after this one, so that looks never pile up behind a slow database. */
  private void look() {
    if (closed) {
      return;
    }
    looking = worker.executeBlocking(() -> endClosures.run(RealmId.REAL));
    looking.onComplete(
        done -> {
          report(done.cause());
          timer = vertx.setTimer(LOOK_EVERY_MS, id -> look());
        });
  }

  /** Once for each outage, not twice a second. */
  private void report(Throwable failure) {
    if (failure != null && !failing) {
      LOG.warn("whether closures have ended is not known: {}", failure.toString());
    }
    failing = failure != null;
  }

  /** Waits for the look that is under way, so that it is not cut off in the middle of a write. */
  @Override
  public void close() throws TimeoutException {
    closed = true;
    vertx.cancelTimer(timer);
    looking.otherwiseEmpty().await(FINISH_LOOK_S, TimeUnit.SECONDS);
    worker.close();
  }
}
