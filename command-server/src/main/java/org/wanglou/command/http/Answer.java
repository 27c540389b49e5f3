package org.wanglou.command.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a call answers. Immutable but for the JSON it was given.
 *
 * @param file sent instead of the body, and deleted then
 */
public record Answer(
    int status, String contentType, Buffer body, Optional<Path> file, Map<String, String> headers) {
  private static final String JSON = "application/json";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Answer(int status, String contentType, Buffer body, Map<String, String> headers) {
    this(status, contentType, body, Optional.empty(), headers);
  }

  public static Answer ok(JsonObject json) {
    return new Answer(200, JSON, json.toBuffer(), Map.of());
  }

  public static Answer created(JsonObject json) {
    return new Answer(201, JSON, json.toBuffer(), Map.of());
  }

  public static Answer noContent() {
    return new Answer(204, "", Buffer.buffer(), Map.of());
  }

  public static Answer of(int status, JsonObject json) {
    return new Answer(status, JSON, json.toBuffer(), Map.of());
  }

  /** Ready bytes, for example GeoJSON written row by row. */
  public static Answer raw(String contentType, Buffer body) {
    return new Answer(200, contentType, body, Map.of());
  }

  /** A file that was made for this answer; the event loop streams it from disk, then deletes it. */
  public static Answer file(String contentType, Path file) {
    return new Answer(200, contentType, Buffer.buffer(), Optional.of(file), Map.of());
  }

  public Answer header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, file, more);
  }
}
