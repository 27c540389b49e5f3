package org.wanglou.command.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What the operator can see of the live picture. */
final class LiveFigures {
  private final AtomicInteger clients;
  private final Counter events;
  private final Counter skipped;

  LiveFigures(MeterRegistry registry) {
    clients = registry.gauge("wanglou.live.clients", new AtomicInteger());
    events = registry.counter("wanglou.live.events.pushed");
    skipped = registry.counter("wanglou.live.position.frames.skipped");
  }

  void clients(int now) {
    clients.set(now);
  }

  void eventsPushed(int n) {
    events.increment(n);
  }

  void positionsSkipped() {
    skipped.increment();
  }
}
