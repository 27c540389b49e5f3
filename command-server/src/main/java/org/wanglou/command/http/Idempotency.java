package org.wanglou.command.http;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.fault.Fault;

/**
 * Once-only creation. In the use case's transaction: {@link #begin} first; when it gives an earlier
 * answer, return that and do nothing. Otherwise do the work, {@link #keep} its answer, and append
 * the event last. Two requests at once with one key wait for each other in {@code begin}.
 */
public final class Idempotency {
  private static final int OPEN = 0;

  private Idempotency() {}

  /**
   * The earlier answer to this key, or empty when the work is to be done now.
   *
   * @throws Fault INVALID {@code request.key_reused} when the key came with another request before
   */
  public static Optional<JsonObject> begin(Handle tx, Optional<RequestKey> key) {
    return key.flatMap(it -> claim(tx, it));
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

  /** Keeps the answer for repeats of the request. */
  public static void keep(Handle tx, Optional<RequestKey> key, JsonObject answer) {
    key.ifPresent(
        it ->
            tx.createUpdate(
                    """
                    UPDATE idempotency_key SET status = 201, answer = CAST(:answer AS jsonb)
                     WHERE key = :key AND username = :username""")
                .bind("answer", answer.encode())
                .bind("key", it.key())
                .bind("username", it.username())
                .execute());
  }

  /** {@link #begin}, the work, {@link #keep}; the work must not append the event itself. */
  public static JsonObject once(Handle tx, Optional<RequestKey> key, Supplier<JsonObject> work) {
    var earlier = begin(tx, key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var answer = work.get();
    keep(tx, key, answer);
    return answer;
  }

  /** Forgets keys made before {@code time}; returns how many. */
  public static int forget(Handle tx, Instant time) {
    return tx.execute("DELETE FROM idempotency_key WHERE created_at < ?", time);
  }
}
