package org.wanglou.command.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.fault.Fault;

/**
 * A request that has passed the contract.
 *
 * @param sender who asks; empty for the operations that need no sign-in
 * @param content the JSON body, {} when the operation has none; of a form its fields, as texts
 * @param file that came with a form
 * @param address where it came from
 */
public record Call(
    Optional<Caller> sender,
    JsonObject content,
    Optional<SentFile> file,
    Map<String, String> pathParameters,
    Map<String, String> queryParameters,
    Map<String, String> headers,
    Locale locale,
    String address,
    Optional<RequestKey> requestKey) {
  private static final int STANDARD_PAGE = 200;

  public Caller caller() {
    return sender.orElseThrow(() -> new Fault(Fault.Kind.UNAUTHENTICATED, "", "session.required"));
  }

  public Principal principal() {
    return caller().principal();
  }

  public JsonObject body() {
    return content;
  }

  public String path(String name) {
    return pathParameters.get(name);
  }

  public UUID pathUuid(String name) {
    return UUID.fromString(path(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(queryParameters.get(name));
  }

  public Optional<UUID> queryUuid(String name) {
    return query(name).map(UUID::fromString);
  }

  public Optional<Long> queryLong(String name) {
    return query(name).map(Long::valueOf);
  }

  public Optional<Instant> queryInstant(String name) {
    return query(name).map(text -> OffsetDateTime.parse(text).toInstant());
  }

  /** Results wanted on a page. */
  public int limit() {
    return query("limit").map(Integer::valueOf).orElse(STANDARD_PAGE);
  }

  /** Where the page starts; see {@link Cursor}. */
  public Optional<Cursor> cursor() {
    return query("cursor").map(Cursor::parse);
  }

  /** Name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
