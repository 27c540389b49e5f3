package org.wanglou.command.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Callers;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * All open sockets. Everything here runs on one event loop, the one that also serves HTTP, so that
 * no lock is needed; see {@link #loop}.
 */
public final class LiveHub {
  static final int PROTOCOL = 1;
  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  // Twice in the second within which an ended session's sockets have to close.
  private static final Duration LOOK_AFTER = Duration.ofMillis(500);
  private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);
  private static final Duration MAY_BE_BEHIND = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context loop;
  private final Callers callers;
  private final LiveWorkers workers;
  private final RealmStream.Surroundings surroundings;
  private final LiveFigures figures;
  private final Map<RealmId, RealmStream> streams = new HashMap<>();
  private final Map<LiveClient, RealmStream> clients = new HashMap<>();
  private final List<Long> timers = new ArrayList<>();
  private boolean lookingAfter;
  private long lastTickNanos;
  private long lastLookNanos;
  private volatile long realBehindNanos = Long.MAX_VALUE;
  private volatile boolean stopped;

  public LiveHub(
      Vertx vertx,
      Context loop,
      Database database,
      EventLog events,
      Callers callers,
      List<SnapshotPart> parts,
      PositionFeed positions,
      Clock clock,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.loop = loop;
    this.callers = callers;
    this.workers = new LiveWorkers(vertx);
    this.figures = new LiveFigures(registry);
    this.surroundings =
        new RealmStream.Surroundings(
            loop,
            workers,
            events,
            new SnapshotReader(database, parts, clock),
            positions,
            clock,
            figures);
    database.afterWrite(realm -> onLoop(() -> stream(realm).kick()));
    callers.onEnd(key -> onLoop(() -> closeAll(key)));
  }

  /** Starts the timers. */
  public void start() {
    loop.runOnContext(
        nothing -> {
          stream(RealmId.REAL);
          timers.add(vertx.setPeriodic(TICK.toMillis(), id -> tick()));
          timers.add(
              vertx.setPeriodic(
                  HEARTBEAT.toMillis(), id -> streams.values().forEach(RealmStream::heartbeat)));
          timers.add(vertx.setPeriodic(LOOK_AFTER.toMillis(), id -> lookAfter()));
        });
  }

  /** Once it stops nobody is left to hear of anything, and soon there is no event loop either. */
  private void onLoop(Runnable act) {
    if (!stopped) {
      loop.runOnContext(nothing -> act.run());
    }
  }

  /** Whether events reach the screens: the log was read to its end in the last seconds. */
  public boolean isCurrent() {
    return realBehindNanos < MAY_BE_BEHIND.toNanos();
  }

  /** Sockets of a user; on the event loop only. */
  long openSocketsOf(Caller caller) {
    return clients.keySet().stream()
        .filter(it -> it.caller().principal().userId().equals(caller.principal().userId()))
        .count();
  }

  /** Takes over a socket whose user is known; on the event loop only. */
  void accept(ServerWebSocket socket, Caller caller) {
    var client = new LiveClient(socket, caller, System.nanoTime());
    if (stopped) {
      client.close(CloseCode.GOING_AWAY);
      return;
    }
    clients.put(client, stream(caller.principal().realm()));
    figures.clients(clients.size());
    var said = new HashSet<String>();
    long hello =
        vertx.setTimer(
            HELLO_WITHIN.toMillis(),
            id -> {
              if (said.isEmpty()) { // whoever has said it may have to wait for the snapshot
                client.close(CloseCode.BAD_MESSAGE);
              }
            });
    socket
        .textMessageHandler(text -> hear(client, text, said))
        .binaryMessageHandler(bytes -> client.close(CloseCode.BAD_MESSAGE))
        // A fragmented message over the limit leaves the socket open unless it is closed here.
        .exceptionHandler(e -> client.close(CloseCode.BAD_MESSAGE))
        .drainHandler(nothing -> streamOf(client).catchUp(client))
        .closeHandler(
            nothing -> {
              vertx.cancelTimer(hello);
              streamOf(client).leave(client);
              clients.remove(client);
              figures.clients(clients.size());
            });
  }

  private RealmStream streamOf(LiveClient client) {
    return stream(client.caller().principal().realm());
  }

  private void hear(LiveClient client, String text, Set<String> said) {
    if (stopped) {
      return;
    }
    try {
      var message = new JsonObject(text);
      boolean understood =
          client.heard(System.nanoTime())
              && switch (message.getString("type", "")) {
                case "hello" -> said.add("hello") && hello(client, message);
                case "tick_ack" -> acknowledge(client, message);
                default -> false;
              };
      if (!understood) {
        client.close(CloseCode.BAD_MESSAGE);
      }
    } catch (DecodeException | ClassCastException e) {
      client.close(CloseCode.BAD_MESSAGE);
    }
  }

  private boolean hello(LiveClient client, JsonObject message) {
    var since = message.getValue("since");
    boolean readable = since == null || (isWhole(since) && ((Number) since).longValue() >= 0);
    if (!readable || !Integer.valueOf(PROTOCOL).equals(message.getValue("protocol"))) {
      return false;
    }
    streamOf(client)
        .join(
            client,
            since == null ? OptionalLong.empty() : OptionalLong.of(((Number) since).longValue()));
    return true;
  }

  private static boolean acknowledge(LiveClient client, JsonObject message) {
    var tick = message.getValue("tick");
    if (!isWhole(tick)) {
      return false;
    }
    client.acknowledged(((Number) tick).longValue());
    return true;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private void tick() {
    // After a stall the timer fires all that it missed at once.
    long now = System.nanoTime();
    if (now - lastTickNanos > TICK.toNanos() / 2) {
      lastTickNanos = now;
      streams.values().forEach(RealmStream::tick);
    }
  }

  private void lookAfter() {
    long now = System.nanoTime();
    if (now - lastLookNanos < LOOK_AFTER.toNanos() / 2) {
      return;
    }
    lastLookNanos = now;
    streams.values().forEach(RealmStream::kick);
    realBehindNanos = stream(RealmId.REAL).behindNanos();
    List.copyOf(clients.keySet()).forEach(client -> client.checkSilence(now));
    if (!lookingAfter && !clients.isEmpty()) {
      lookingAfter = true;
      recheckCallers();
    }
  }

  private void recheckCallers() {
    var keys = clients.keySet().stream().map(it -> it.caller().key()).collect(Collectors.toSet());
    workers
        .run(() -> callers.stillThere(keys))
        .onComplete(
            done -> {
              lookingAfter = false;
              if (done.failed()) {
                LOG.warn("sessions cannot be checked: {}", done.cause().toString());
                return;
              }
              for (var client : List.copyOf(clients.keySet())) {
                if (keys.contains(client.caller().key())) {
                  judge(client, done.result().get(client.caller().key()));
                }
              }
            });
  }

  private static void judge(LiveClient client, Caller now) {
    if (now == null) {
      client.close(CloseCode.SESSION_ENDED);
    } else if (!now.principal().roles().equals(client.caller().principal().roles())) {
      client.close(CloseCode.RIGHTS_CHANGED);
    }
  }

  private void closeAll(String key) {
    List.copyOf(clients.keySet()).stream()
        .filter(it -> it.caller().key().equals(key))
        .forEach(it -> it.close(CloseCode.SESSION_ENDED));
  }

  private RealmStream stream(RealmId realm) {
    return streams.computeIfAbsent(realm, it -> new RealmStream(it, surroundings));
  }

  /**
   * Tells every client that the server stops; what is written from now on is not pushed. Done when
   * nothing is being read any more.
   */
  public Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    loop.runOnContext(
        nothing -> {
          stopped = true;
          timers.forEach(vertx::cancelTimer);
          streams.values().forEach(RealmStream::stop);
          List.copyOf(clients.keySet()).forEach(it -> it.close(CloseCode.GOING_AWAY));
          workers.idle().onComplete(closed);
        });
    return closed.future();
  }
}
