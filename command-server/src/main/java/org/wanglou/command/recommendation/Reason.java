package org.wanglou.command.recommendation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.wanglou.command.http.Messages;

/**
 * Why, as a message key with its values; a value may itself be a reason, which is then its text.
 * Becomes a sentence only at the edge, in the reader's language.
 */
record Reason(String code, List<Object> args) {
  Reason {
    args = List.copyOf(args);
  }

  static Reason of(String code, Object... args) {
    return new Reason("recommendation." + code, List.of(args));
  }

  /** A reason of the road engine: {@code road.too_far}, {@code road.unreachable} ... */
  static Reason ofRoad(String code, Object... args) {
    return new Reason(code, List.of(args));
  }

  /** The name of a capability. */
  static Reason capability(String capability) {
    return new Reason("capability." + capability, List.of());
  }

  /** How long something takes, in minutes and seconds. */
  static Reason duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? of("seconds", whole) : of("minutes", whole / 60, whole % 60);
  }

  String text(Messages messages, Locale language) {
    var values =
        args.stream()
            .map(arg -> arg instanceof Reason inner ? inner.text(messages, language) : arg)
            .toList();
    return messages.text(language, code, values);
  }

  JsonObject toJson(Messages messages, Locale language) {
    return new JsonObject().put("code", code).put("text", text(messages, language));
  }

  static JsonArray toJson(Collection<Reason> reasons, Messages messages, Locale language) {
    return new JsonArray(reasons.stream().map(it -> it.toJson(messages, language)).toList());
  }
}
