package org.wanglou.command.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/**
 * An error as RFC 9457 has it, still without language.
 *
 * @param code message key of the title, which also makes the type
 * @param retryAfterS seconds after which the same request may succeed
 * @param beside members of its own, as RFC 9457 allows
 */
public record Problem(
    int status,
    String code,
    List<Object> args,
    List<Detail> errors,
    OptionalInt retryAfterS,
    JsonObject beside) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    args = List.copyOf(args);
    errors = List.copyOf(errors);
  }

  public static Problem plain(int status, String code, Object... args) {
    return new Problem(
        status, code, List.of(args), List.of(), OptionalInt.empty(), new JsonObject());
  }

  public static Problem away(String code) {
    return new Problem(503, code, List.of(), List.of(), OptionalInt.of(5), new JsonObject());
  }

  /** A fault with one detail takes its sentence as title; with several it says how many. */
  public static Problem of(Fault fault) {
    var details = fault.details();
    var first = details.get(0);
    boolean single = details.size() == 1;
    return new Problem(
        status(fault.kind()),
        single ? first.code() : "request.several_errors",
        single ? first.args() : List.of(details.size()),
        details,
        retryAfter(fault),
        fault instanceof FaultBeside more ? more.beside() : new JsonObject());
  }

  private static OptionalInt retryAfter(Fault fault) {
    return switch (fault.kind()) {
      case TOO_MANY ->
          fault.details().get(0).args().stream()
              .filter(Number.class::isInstance)
              .mapToInt(it -> ((Number) it).intValue())
              .findFirst();
      case UNAVAILABLE -> OptionalInt.of(5);
      default -> OptionalInt.empty();
    };
  }

  private static int status(Fault.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case INVALID -> 422;
      case UNCONDITIONAL -> 428;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** As in the contract's schema {@code Problem}; a key's hint, if it has one, is the detail. */
  public JsonObject toJson(Messages messages, Reader reader) {
    var json =
        new JsonObject()
            .put("type", "urn:wanglou:problem:" + code.replace('.', ':').replace('_', '-'))
            .put("title", messages.text(reader, code, args))
            .put("status", status);
    messages.find(reader, code + ".hint", args).ifPresent(hint -> json.put("detail", hint));
    if (!errors.isEmpty()) {
      var list = new JsonArray();
      for (var error : errors) {
        list.add(
            new JsonObject()
                .put("pointer", error.pointer())
                .put("code", error.code())
                .put("message", messages.text(reader, error.code(), error.args())));
      }
      json.put("errors", list);
    }
    return json.mergeIn(beside);
  }
}
