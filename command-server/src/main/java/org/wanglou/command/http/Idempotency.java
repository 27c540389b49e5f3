package org.wanglou.command.http;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.fault.Fault;

/**
 * Once-only creation: {@link #once} in the use case's transaction. Two requests at once with one
 * key wait for each other there.
 */
public final class Idempotency {
  private static final int OPEN = 0;

  private Idempotency() {}

  /**
   * What was done.
   *
   * @param event appends its event; comes last, because it holds up every other writer
   */
  public record Done(JsonObject answer, Runnable event) {}

  /**
   * The earlier answer to this key; when there is none, the work is done now and its answer kept.
   *
   * @throws Fault INVALID {@code request.key_reused} when the key came with another request before
   */
  public static JsonObject once(Handle tx, Optional<RequestKey> key, Supplier<Done> work) {
    return key.flatMap(it -> claim(tx, it))
        .orElseGet(
            () -> {
              var done = work.get();
              key.ifPresent(it -> keep(tx, it, done.answer()));
              done.event().run();
              return done.answer();
            });
  }

  private static Optional<JsonObject> claim(Handle tx, RequestKey key) {
    int claimed =
        tx.createUpdate(
                """
                INSERT INTO idempotency_key (realm_id, key, username, request_hash, status, answer)
                VALUES (current_realm(), :key, :username, :hash, :open, '{}')
                ON CONFLICT DO NOTHING""")
            .bind("key", key.key())
            .bind("username", key.username())
            .bind("hash", key.requestHash())
            .bind("open", OPEN)
            .execute();
    if (claimed == 1) {
      return Optional.empty();
    }
    return tx.createQuery(
            "SELECT request_hash, answer::text AS answer FROM idempotency_key"
                + " WHERE key = :key AND username = :username")
        .bind("key", key.key())
        .bind("username", key.username())
        .map(
            (rs, ctx) -> {
              if (!MessageDigest.isEqual(rs.getBytes("request_hash"), key.requestHash())) {
                throw Fault.invalid("", "request.key_reused");
              }
              return new JsonObject(rs.getString("answer"));
            })
        .findOne();
  }

  private static void keep(Handle tx, RequestKey key, JsonObject answer) {
    tx.createUpdate(
            """
            UPDATE idempotency_key SET status = 201, answer = CAST(:answer AS jsonb)
             WHERE key = :key AND username = :username""")
        .bind("answer", answer.encode())
        .bind("key", key.key())
        .bind("username", key.username())
        .execute();
  }

  /** Forgets keys made before {@code time}; returns how many. */
  public static int forget(Handle tx, Instant time) {
    return tx.execute("DELETE FROM idempotency_key WHERE created_at < ?", time);
  }
}
