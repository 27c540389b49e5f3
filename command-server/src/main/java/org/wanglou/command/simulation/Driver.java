package org.wanglou.command.simulation;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.drills.unit.Place;

/**
 * Looks after each crew once a turn and carries out what it wants, on an event loop of its own.
 * Each crew has at most one call of a kind under way, so that a slow server is never flooded: a
 * unit that is late reports where it is then, not where it was.
 */
final class Driver extends VerticleBase implements LiveFeed.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

  /** Crews are looked after in this many parts of a turn, not all at once. */
  private static final int SHARES = 4;

  private final CentreAddress address;
  private final String token;
  private final Tempo tempo;
  private final Clock clock;
  private final Roster roster;
  private final Map<UUID, Calls> calls = new HashMap<>();
  private Centre centre;
  private LiveFeed feed;
  private long share;
  private boolean ended;

  /** What a crew may have under way. */
  private record Calls(Attempt word, Attempt way, Attempt fix) {}

  Driver(CentreAddress address, String token, Tempo tempo, Clock clock) {
    this.address = address;
    this.token = token;
    this.tempo = tempo;
    this.clock = clock;
    this.roster = new Roster(tempo, clock);
  }

  @Override
  public Future<?> start() {
    centre = new Centre(vertx, address, token);
    feed = new LiveFeed(vertx, address, token, this);
    feed.start();
    vertx.setPeriodic(Math.max(1, tempo.turn().toMillis() / SHARES), id -> turn());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    ended = true;
    feed.close();
    centre.close();
    return Future.succeededFuture();
  }

  @Override
  public void snapshot(JsonObject state) {
    roster.replace(state);
    calls.keySet().retainAll(roster.crews().stream().map(Crew::id).toList());
    LOG.info("the simulator drives {} units", roster.crews().size());
  }

  @Override
  public void event(JsonObject payload) {
    roster.apply(payload);
  }

  @Override
  public void positions(JsonArray fixes) {
    roster.hearFixes(fixes);
  }

  @Override
  public void endedForGood(String why) {
    if (!ended) {
      ended = true;
      LOG.error(
          "the simulator's token is no longer good ({}): another server on this database has its own"
              + " simulator, or an administrator revoked it; units stand still until a restart",
          why);
      feed.close();
    }
  }

  private void turn() {
    // While it does not hear the centre it does not know what is true.
    if (ended || !feed.isCurrent()) {
      return;
    }
    share = (share + 1) % SHARES;
    int i = 0;
    for (var crew : new ArrayList<>(roster.crews())) {
      if (i++ % SHARES == share) {
        lookAfter(crew);
      }
    }
  }

  private void lookAfter(Crew crew) {
    var now = clock.instant();
    if (crew.isLeftAlone(now)) {
      return;
    }
    var its =
        calls.computeIfAbsent(
            crew.id(), id -> new Calls(new Attempt(clock), new Attempt(clock), new Attempt(clock)));
    crew.actDue(now)
        .ifPresent(
            act -> {
              var order = crew.order().orElseThrow();
              its.word()
                  .run(
                      () -> centre.say(act, order),
                      answer -> roster.apply(new JsonObject().put("order", answer)),
                      e -> failedToSay(crew, order, e));
            });
    if (crew.hasToSayAvailable(now)) {
      its.word()
          .run(
              () -> centre.sayAvailable(crew.id()),
              answer -> roster.apply(new JsonObject().put("unit", answer)),
              e -> failedToReturn(crew, e));
    }
    crew.wayWanted(now)
        .ifPresent(
            wish ->
                its.way()
                    .run(
                        () -> centre.route(wish.from(), wish.to(), wish.profile()),
                        route -> crew.take(wish, route, clock.instant()),
                        e -> failedToFindAWay(crew, its.way(), e)));
    crew.fixDue(now)
        .ifPresent(
            place ->
                its.fix()
                    .run(
                        () -> centre.report(crew.id(), place, now),
                        receipt -> reported(crew, place, now, receipt),
                        e -> failed(crew, "cannot report its position", e)));
  }

  private void reported(Crew crew, Place place, Instant at, JsonObject receipt) {
    crew.reported(place, at);
    if (!receipt.getJsonArray("rejected").isEmpty()) {
      LOG.warn("position of {} not taken: {}", crew.unit().name(), receipt.encode());
    }
  }

  private void failedToSay(Crew crew, UUID order, Throwable e) {
    if (e instanceof Refused no && no.isConflict()) {
      reread(crew);
      centre
          .order(order)
          .onComplete(
              answer -> roster.apply(new JsonObject().put("order", answer)),
              again -> failed(crew, "cannot read its order", again));
    } else {
      failed(crew, "cannot answer its order " + order, e);
    }
  }

  private void failedToReturn(Crew crew, Throwable e) {
    if (e instanceof Refused no && no.isConflict()) {
      reread(crew);
    } else {
      failed(crew, "cannot say that it is back", e);
    }
  }

  /** The dispatcher was first: see what is true now. */
  private void reread(Crew crew) {
    centre
        .unit(crew.id())
        .onComplete(
            answer -> roster.apply(new JsonObject().put("unit", answer)),
            e -> failed(crew, "cannot read its own record", e));
  }

  private void failedToFindAWay(Crew crew, Attempt way, Throwable e) {
    if (e instanceof Refused no && no.isForGood() && !no.isUnknownCaller()) {
      crew.takeNoWay();
      if (way.failures() == 1) {
        LOG.info("{} finds no way for now: {}", crew.unit().name(), e.getMessage());
      }
    } else {
      failed(crew, "cannot ask for its way", e);
    }
  }

  private void failed(Crew crew, String what, Throwable e) {
    if (e instanceof Refused no && no.isUnknownCaller()) {
      endedForGood(e.getMessage());
    } else if (!ended && feed.isCurrent()) {
      LOG.warn("{} {}, tries again: {}", crew.unit().name(), what, e.toString());
    } else {
      LOG.debug("{} {} while the centre is away", crew.unit().name(), what, e);
    }
  }
}
