package org.wanglou.command.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Does for the event loop what blocks, and knows when it is done with all of it: what would report
 * to an event loop that is gone has nobody to fail to. To be called on the event loop only.
 */
final class LiveWorkers {
  private static final int WORKERS = 2;

  private final WorkerExecutor workers;
  private final Set<Future<?>> underWay = new HashSet<>();

  LiveWorkers(Vertx vertx) {
    workers = vertx.createSharedWorkerExecutor("wanglou-live", WORKERS);
  }

  <T> Future<T> run(Callable<T> work) {
    var future = workers.executeBlocking(work, false);
    underWay.add(future);
    return future.onComplete(done -> underWay.remove(future));
  }

  /** When all that has begun has ended, well or not. */
  Future<Void> idle() {
    return Future.join(List.copyOf(underWay)).transform(done -> Future.succeededFuture());
  }
}
