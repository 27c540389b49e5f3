package org.wanglou.command.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.wanglou.gis.fault.Fault;

/** The sort key of the last result of a page, opaque to the caller. */
public record Cursor(List<String> parts) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  public Cursor {
    parts = List.copyOf(parts);
  }

  public static Cursor of(Object... parts) {
    return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
  }

  /**
   * @throws Fault MALFORMED {@code contract.cursor}
   */
  public static Cursor parse(String text) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = new JsonArray(json).stream().toList();
      if (!parts.stream().allMatch(String.class::isInstance)) {
        throw bad();
      }
      return new Cursor(parts.stream().map(String.class::cast).toList());
    } catch (IllegalArgumentException | DecodeException e) {
      throw bad();
    }
  }

  /**
   * Part i, converted.
   *
   * @throws Fault MALFORMED {@code contract.cursor} when it is missing or cannot be converted
   */
  public <T> T part(int i, Function<String, T> convert) {
    try {
      return convert.apply(parts.get(i));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | java.time.DateTimeException e) {
      throw bad();
    }
  }

  /**
   * Part i as a time that a row can have.
   *
   * @throws Fault MALFORMED {@code contract.cursor}
   */
  public Instant instant(int i) {
    var time = part(i, Instant::parse);
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
      throw bad();
    }
    return time;
  }

  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new JsonArray(parts).encode().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@code {results, next}} of a page.
   *
   * @param rows up to {@code limit + 1} rows: one more than asked for shows that a page follows
   */
  public static <T> JsonObject page(
      List<T> rows, int limit, Function<T, JsonObject> json, Function<T, Cursor> key) {
    boolean more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    return new JsonObject()
        .put("results", new JsonArray(shown.stream().map(json).toList()))
        .put("next", more ? key.apply(shown.get(limit - 1)).text() : null);
  }

  private static Fault bad() {
    return new Fault(Fault.Kind.MALFORMED, "/cursor", "contract.cursor");
  }
}
