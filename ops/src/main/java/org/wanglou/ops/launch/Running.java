package org.wanglou.ops.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in the opposite order, once. A signal may come in the middle
 * of starting: then the part that is being started is waited for, and nothing more is started.
 */
final class Running {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean stopped;

  /** Starting was broken off by a signal. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
    if (stopped) {
      throw new Stopped();
    }
    T started = part.get();
    parts.push(started);
    return started;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized void stop() {
    stopped = true;
    while (!parts.isEmpty()) {
      var part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("{} did not stop", part.getClass().getSimpleName(), e);
      }
    }
  }
}
