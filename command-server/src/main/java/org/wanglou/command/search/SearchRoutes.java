package org.wanglou.command.search;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.county.Counties;
import org.wanglou.command.county.County;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Messages;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.search.CoordinateText;
import org.wanglou.gis.search.KilometrePost;
import org.wanglou.gis.search.NameIndex;

/** {@code GET /api/v1/search}. */
public final class SearchRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SearchRoutes.class);
  private static final int STANDARD_LIMIT = 10;

  private final Database database;
  private final Clock clock;
  private final NameIndex names = new NameIndex();
  private final FoundJson json = new FoundJson(new Messages());

  public SearchRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void register(Api api) {
    api.on("search", Right.READ, this::search);
  }

  /** Reads all names beside other work, so that neither the start nor the first search waits. */
  public void warm(Vertx vertx) {
    vertx
        .executeBlocking(() -> database.reference(names::refresh))
        .onSuccess(count -> LOG.info("{} names can be searched", count))
        .onFailure(e -> LOG.warn("names could not be read yet, the first search will do it", e));
  }

  private Answer search(Call call) {
    var text = call.query("q").orElse("").strip();
    var near = call.query("near").map(SearchRoutes::near);
    int limit = call.query("limit").map(Integer::valueOf).orElse(STANDARD_LIMIT);
    var found =
        Stream.of(coordinates(call, text), posts(call, text), named(call, text, near, limit))
            .flatMap(List::stream)
            .limit(limit)
            .toList();
    return Answer.ok(new JsonObject().put("results", new JsonArray(found)));
  }

  private List<JsonObject> coordinates(Call call, String text) {
    // Most texts are names: the county is read only for what holds two numbers.
    if (text.chars().filter(Character::isDigit).count() < 2) {
      return List.of();
    }
    var county = database.reference(Counties::inForce).map(County::bounds).orElseGet(Envelope::new);
    return CoordinateText.read(text, county).stream()
        .map(it -> json.of(it, text, call.locale()))
        .toList();
  }

  private List<JsonObject> posts(Call call, String text) {
    return KilometrePost.asked(text).stream()
        .flatMap(asked -> database.reference(tx -> KilometrePost.find(tx, asked)).stream())
        .map(it -> json.of(it, text, call.locale()))
        .toList();
  }

  /** Of a post that the register does not have, the road is the nearest thing to it. */
  private List<JsonObject> named(Call call, String text, Optional<Coordinate> near, int limit) {
    var name = KilometrePost.asked(text).map(KilometrePost.Asked::road).orElse(text);
    var units = new ArrayList<>(database.read(call.principal().realm(), UnitNames::all));
    return database
        .reference(tx -> names.search(tx, name, units, near, clock.instant(), limit))
        .stream()
        .map(it -> json.of(it, call.locale()))
        .toList();
  }

  /** {@code lon,lat}. */
  private static Coordinate near(String text) {
    double[] pair;
    try {
      pair = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw badNear(text);
    }
    if (pair.length != 2 || !(Math.abs(pair[0]) <= 180) || !(Math.abs(pair[1]) <= 90)) {
      throw badNear(text);
    }
    return new Coordinate(pair[0], pair[1]);
  }

  private static Fault badNear(String text) {
    return new Fault(Fault.Kind.MALFORMED, "/near", "search.near", text);
  }
}
