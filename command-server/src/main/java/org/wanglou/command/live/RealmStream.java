package org.wanglou.command.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.event.Event;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.live.SnapshotReader.Snapshot;
import org.wanglou.gis.db.RealmId;

/**
 * One realm's events and positions on their way to its clients. The only reader of the realm's log:
 * a kick says that there may be something new, the sequence says what. All state lives on the one
 * event loop that also serves the sockets; only reading and encoding happen on workers.
 */
final class RealmStream {
  private static final Logger LOG = LoggerFactory.getLogger(RealmStream.class);
  private static final int AT_ONCE = 500;

  /** What it works with. */
  record Surroundings(
      Context loop,
      LiveWorkers workers,
      EventLog events,
      SnapshotReader snapshots,
      PositionFeed positions,
      Clock clock,
      LiveFigures figures) {}

  private record Encoded(long seq, String text) {}

  private record Head(EventRing ring) {}

  private final RealmId realm;
  private final Surroundings with;
  private final Set<LiveClient> clients = new HashSet<>();
  private EventRing ring = new EventRing(0);
  private Future<Void> opened;
  private Future<Snapshot> snapshotUnderWay;
  private boolean reading;
  private boolean kicked;
  private long caughtUpNanos = System.nanoTime();
  private long tick;
  private boolean encoding;
  private boolean stopped;

  RealmStream(RealmId realm, Surroundings with) {
    this.realm = realm;
    this.with = with;
    this.opened = open();
  }

  /** Starts with the last events in the ring, so that clients of before a restart can resume. */
  private Future<Void> open() {
    return with.workers()
        .run(
            () -> {
              long head = with.events().lastSeq(realm);
              long from = Math.max(0, head - EventRing.SIZE);
              var filled = new EventRing(from);
              encode(with.events().after(realm, from, EventRing.SIZE))
                  .forEach(it -> filled.add(it.seq(), it.text()));
              return new Head(filled);
            })
        .onSuccess(
            head -> {
              ring = head.ring();
              caughtUpNanos = System.nanoTime();
            })
        .onFailure(e -> LOG.warn("the log cannot be read yet: {}", e.toString()))
        .mapEmpty();
  }

  /** There may be something new. */
  void kick() {
    if (stopped) {
      return;
    }
    if (opened.failed()) {
      opened = open();
    }
    if (!opened.succeeded()) {
      return;
    }
    if (reading) {
      kicked = true;
      return;
    }
    reading = true;
    kicked = false;
    long from = ring.last();
    with.workers()
        .run(() -> encode(with.events().after(realm, from, AT_ONCE)))
        .onComplete(
            done -> {
              reading = false;
              if (done.succeeded()) {
                push(done.result());
                caughtUpNanos = System.nanoTime();
                if (kicked || done.result().size() == AT_ONCE) {
                  kick();
                }
              } else {
                LOG.warn("the log cannot be read: {}", done.cause().toString());
              }
            });
  }

  /** Reads no more; its workers are about to go. */
  void stop() {
    stopped = true;
  }

  private void push(List<Encoded> events) {
    events.forEach(it -> ring.add(it.seq(), it.text()));
    with.figures().eventsPushed(events.size());
    List.copyOf(clients).forEach(client -> client.catchUp(ring));
  }

  /** Gives the client its state and adds it to those who are pushed to. */
  void join(LiveClient client, OptionalLong since) {
    clients.add(client);
    opened
        .onSuccess(
            nothing -> {
              if (since.isEmpty()) {
                snapshot(client);
              } else if (since.getAsLong() > ring.last()) {
                askTheLog(client, since.getAsLong());
              } else if (ring.continuesFrom(since.getAsLong())) {
                resume(client, since.getAsLong());
              } else {
                snapshot(client);
              }
            })
        .onFailure(e -> client.close(CloseCode.GOING_AWAY));
  }

  /** Beyond the ring: written a moment ago and not read here yet, or of another database. */
  private void askTheLog(LiveClient client, long since) {
    with.workers()
        .run(() -> with.events().lastSeq(realm))
        .onSuccess(
            last -> {
              if (since <= last) {
                resume(client, since);
              } else {
                snapshot(client);
              }
            })
        .onFailure(
            e -> {
              LOG.warn("the log cannot be read: {}", e.toString());
              client.close(CloseCode.GOING_AWAY);
            });
  }

  private void resume(LiveClient client, long since) {
    var message =
        new JsonObject()
            .put("type", "resumed")
            .put("protocol", LiveHub.PROTOCOL)
            .put("seq", since)
            .put("at", with.clock().instant().toString());
    client.start(since, message.encode());
    client.catchUp(ring);
  }

  private void snapshot(LiveClient client) {
    // Those who come while one is being read share it; the ring has what happens meanwhile.
    var reading = snapshotUnderWay;
    if (reading == null) {
      reading = with.workers().run(() -> with.snapshots().read(realm));
      snapshotUnderWay = reading;
      reading.onComplete(done -> snapshotUnderWay = null);
    }
    reading
        .onSuccess(
            read -> {
              if (clients.contains(client)) {
                client.start(read.seq(), read.text());
                client.catchUp(ring);
              }
            })
        .onFailure(
            e -> {
              LOG.warn("no snapshot: {}", e.toString());
              client.close(CloseCode.GOING_AWAY);
            });
  }

  void leave(LiveClient client) {
    clients.remove(client);
  }

  void catchUp(LiveClient client) {
    client.catchUp(ring);
  }

  /** Sends the newest positions; encodes on a worker, once for all clients. */
  void tick() {
    if (encoding) {
      return; // the machine is behind; the feed keeps the newest fix of each unit meanwhile
    }
    var moved = with.positions().drain(realm);
    boolean anyWantsAll = clients.stream().anyMatch(LiveClient::wantsAllPositions);
    if (clients.isEmpty() || (moved.isEmpty() && !anyWantsAll)) {
      return;
    }
    encoding = true;
    long number = ++tick;
    var at = with.clock().instant();
    with.workers()
        .run(
            () ->
                new Frames(
                    PositionFrame.encode(number, at, moved, false),
                    anyWantsAll
                        ? PositionFrame.encode(number, at, with.positions().all(realm), true)
                        : Buffer.buffer()))
        .onComplete(
            done -> {
              encoding = false;
              if (done.succeeded()) {
                send(number, done.result(), moved.isEmpty(), anyWantsAll);
              } else {
                LOG.error("positions cannot be encoded", done.cause());
              }
            });
  }

  private record Frames(Buffer moved, Buffer all) {}

  private void send(long number, Frames frames, boolean nothingMoved, boolean withAll) {
    for (var client : clients) {
      if (!client.isListening()) {
        continue;
      }
      if (withAll && client.wantsAllPositions()) {
        client.sendPositions(number, frames.all(), true);
      } else if (!nothingMoved && !client.sendPositions(number, frames.moved(), false)) {
        with.figures().positionsSkipped();
      }
    }
  }

  void heartbeat() {
    var at = with.clock().instant().toString();
    for (var client : clients) {
      client.sendHeartbeat(
          "{\"type\":\"heartbeat\",\"at\":\"" + at + "\",\"seq\":" + client.seq() + "}");
    }
  }

  /** How long ago the log was read to its end, ns. */
  long behindNanos() {
    return opened.succeeded() ? System.nanoTime() - caughtUpNanos : Long.MAX_VALUE;
  }

  private static List<Encoded> encode(List<Event> events) {
    return events.stream()
        .map(it -> new Encoded(it.seq(), it.toJson().put("type", "event").encode()))
        .toList();
  }
}
