package org.wanglou.command.simulation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.wanglou.command.simulation.Facts.OrderFacts;
import org.wanglou.command.simulation.Facts.Reported;
import org.wanglou.command.simulation.Facts.UnitFacts;
import org.wanglou.drills.unit.Place;

/** The simulated crews, told what the live protocol tells. */
final class Roster {
  /** Whose work it is to be out and seen: police on patrol, forest crews on watch. */
  private static final Set<String> PATROLLING = Set.of("police_car", "forest_fire_crew");

  /** At most every fourth unit, so that the stations are not empty. */
  private static final int ONE_OF = 4;

  private final Tempo tempo;
  private final Clock clock;
  private final Map<UUID, Crew> crews = new LinkedHashMap<>();
  private final Map<UUID, Place> scenes = new HashMap<>();

  Roster(Tempo tempo, Clock clock) {
    this.tempo = tempo;
    this.clock = clock;
  }

  Collection<Crew> crews() {
    return crews.values();
  }

  Optional<Crew> crew(UUID unit) {
    return Optional.ofNullable(crews.get(unit));
  }

  /** The whole state, which replaces what was known. */
  void replace(JsonObject snapshot) {
    var now = clock.instant();
    scenes.clear();
    var there = new HashSet<UUID>();
    each(snapshot, "units").forEach(it -> there.add(UUID.fromString(it.getString("id"))));
    crews.keySet().retainAll(there);
    apply(snapshot);
    var active = new HashSet<UUID>();
    each(snapshot, "orders")
        .map(OrderFacts::of)
        .filter(OrderFacts::active)
        .forEach(it -> active.add(it.record().id()));
    crews.values().stream()
        .filter(crew -> crew.order().filter(it -> !active.contains(it)).isPresent())
        .forEach(crew -> crew.hearOfNoOrder(now));
    choosePatrols();
  }

  /** New states of things, under the names the live protocol has for them. */
  void apply(JsonObject news) {
    var now = clock.instant();
    all(news, "unit", "units").map(UnitFacts::of).forEach(this::hear);
    all(news, "incident", "incidents").forEach(this::hearIncident);
    all(news, "order", "orders")
        .map(OrderFacts::of)
        .forEach(
            order ->
                crew(order.record().unit())
                    .ifPresent(
                        crew -> {
                          crew.hear(order, now);
                          Optional.ofNullable(scenes.get(order.incident()))
                              .ifPresent(it -> crew.hearOfScene(order.incident(), it, now));
                        }));
    closedMiddles(news)
        .ifPresent(middles -> crews.values().forEach(it -> it.hearOfClosure(middles, now)));
  }

  /** Rows of a {@code positions} frame. */
  void hearFixes(JsonArray fixes) {
    var now = clock.instant();
    for (int i = 0; i < fixes.size(); i++) {
      var fix = fixes.getJsonArray(i);
      crew(UUID.fromString(fix.getString(0)))
          .ifPresent(crew -> crew.hear(Reported.ofFrame(fix), now));
    }
  }

  private void hear(UnitFacts unit) {
    if (!unit.synthetic()) {
      crews.remove(unit.id());
      return;
    }
    crews.computeIfAbsent(unit.id(), id -> new Crew(unit, tempo, clock.instant())).hear(unit);
  }

  private void hearIncident(JsonObject incident) {
    var id = UUID.fromString(incident.getString("id"));
    if (incident.getString("state").equals("closed")) {
      scenes.remove(id);
      return;
    }
    var place = Facts.place(incident.getJsonObject("location"));
    scenes.put(id, place);
    crews.values().forEach(it -> it.hearOfScene(id, place, clock.instant()));
  }

  private void choosePatrols() {
    var fit =
        crews.values().stream()
            .filter(it -> PATROLLING.contains(it.unit().type()))
            .sorted(Comparator.comparing(Crew::id))
            .toList();
    int most = (crews.size() + ONE_OF - 1) / ONE_OF;
    for (int i = 0; i < fit.size(); i++) {
      fit.get(i).patrol(i < most);
    }
  }

  /** A point in the middle of each stretch of a closure that is set. */
  private static Optional<List<Place>> closedMiddles(JsonObject news) {
    var closure = news.getJsonObject("closure");
    if (closure == null || closure.getString("lifted_at") != null) {
      return Optional.empty();
    }
    var lines = closure.getJsonObject("stretches").getJsonArray("coordinates");
    var middles = new ArrayList<Place>();
    for (int i = 0; i < lines.size(); i++) {
      var line = Facts.line(lines.getJsonArray(i));
      // Not half-way between the ends but on the line: the middle of one of its segments.
      int segment = (line.getNumPoints() - 1) / 2;
      var from = line.getCoordinateN(segment);
      var to = line.getCoordinateN(Math.min(segment + 1, line.getNumPoints() - 1));
      middles.add(Place.standing((from.x + to.x) / 2, (from.y + to.y) / 2));
    }
    return Optional.of(middles);
  }

  private static Stream<JsonObject> all(JsonObject news, String one, String many) {
    return Stream.concat(Stream.ofNullable(news.getJsonObject(one)), each(news, many));
  }

  private static Stream<JsonObject> each(JsonObject news, String many) {
    return news.getJsonArray(many, new JsonArray()).stream().map(JsonObject.class::cast);
  }
}
