package org.wanglou.command.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/** Recognises sessions and tokens, and ends sessions. All calls block. */
public final class Callers {
  // A row need not be rewritten for each call of a session.
  private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(1);
  private static final HexFormat HEX = HexFormat.of();

  private final Database database;
  private final Clock clock;
  private final SessionPolicy policy;
  private final List<Consumer<String>> onEnd = new CopyOnWriteArrayList<>();

  public Callers(Database database, Clock clock, SessionPolicy policy) {
    this.database = database;
    this.clock = clock;
    this.policy = policy;
  }

  /** The session of a cookie's value, if it runs; notes its use. */
  public Optional<Caller> bySession(String cookie) {
    var hash = Secret.hash(cookie);
    return database.reference(
        tx -> {
          var now = clock.instant();
          var found =
              tx.createQuery(
                      "SELECT "
                          + Users.COLUMNS
                          + """
                          , s.token_hash, s.csrf_token, s.expires_at, s.last_seen_at
                            FROM user_session s JOIN app_user u ON u.id = s.user_id
                           WHERE s.token_hash = :hash AND s.ended_at IS NULL AND NOT u.disabled
                             AND s.expires_at > :now AND s.last_seen_at > :idleSince""")
                  .bind("hash", hash)
                  .bind("now", now)
                  .bind("idleSince", now.minus(policy.idle()))
                  .map((rs, ctx) -> new Found(session(rs, Users.row(rs, ctx)), seen(rs)))
                  .findOne();
          found
              .filter(it -> it.seen().isBefore(now.minus(NOTE_USE_EVERY)))
              .ifPresent(it -> noteUse(tx, hash, now));
          return found.map(Found::caller);
        });
  }

  private record Found(Caller caller, Instant seen) {}

  /** The token of an {@code Authorization: Bearer} header, if it is known and in force. */
  public Optional<Caller> byToken(String token) {
    return database.reference(
        tx ->
            tx.createQuery(
                    "SELECT "
                        + Users.COLUMNS
                        + """
                        , t.token_hash, t.expires_at
                          FROM api_token t JOIN app_user u ON u.id = t.user_id
                         WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND NOT u.disabled
                           AND (t.expires_at IS NULL OR t.expires_at > :now)""")
                .bind("hash", Secret.hash(token))
                .bind("now", clock.instant())
                .map((rs, ctx) -> token(rs, Users.row(rs, ctx)))
                .findOne());
  }

  /**
   * The state of callers that hold a connection open, by key; who is missing has ended. Notes the
   * sessions' use.
   */
  public Map<String, Caller> stillThere(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var hashes = keys.toArray(Object[]::new);
    return database.reference(
        tx -> {
          var now = clock.instant();
          var sessions =
              tx.createQuery(
                      "SELECT "
                          + Users.COLUMNS
                          + """
                          , s.token_hash, s.csrf_token, s.expires_at
                            FROM user_session s JOIN app_user u ON u.id = s.user_id
                           WHERE s.token_hash IN (SELECT decode(k, 'hex') FROM unnest(:hashes) k) AND s.ended_at IS NULL AND NOT u.disabled
                             AND s.expires_at > :now""")
                  .bindArray("hashes", String.class, hashes)
                  .bind("now", now)
                  .map((rs, ctx) -> session(rs, Users.row(rs, ctx)))
                  .list();
          var tokens =
              tx.createQuery(
                      "SELECT "
                          + Users.COLUMNS
                          + """
                          , t.token_hash, t.expires_at
                            FROM api_token t JOIN app_user u ON u.id = t.user_id
                           WHERE t.token_hash IN (SELECT decode(k, 'hex') FROM unnest(:hashes) k) AND t.revoked_at IS NULL AND NOT u.disabled
                             AND (t.expires_at IS NULL OR t.expires_at > :now)""")
                  .bindArray("hashes", String.class, hashes)
                  .bind("now", now)
                  .map((rs, ctx) -> token(rs, Users.row(rs, ctx)))
                  .list();
          tx.createUpdate(
                  """
                  UPDATE user_session SET last_seen_at = :now
                   WHERE token_hash IN (SELECT decode(k, 'hex') FROM unnest(:hashes) k) AND last_seen_at < :before""")
              .bindArray("hashes", String.class, hashes)
              .bind("now", now)
              .bind("before", now.minus(NOTE_USE_EVERY))
              .execute();
          return java.util.stream.Stream.concat(sessions.stream(), tokens.stream())
              .collect(Collectors.toMap(Caller::key, it -> it));
        });
  }

  /**
   * Called with a session's or token's key when it ends on this node, on the thread that ended it.
   */
  public void onEnd(Consumer<String> listener) {
    onEnd.add(listener);
  }

  /** Opens a session; returns the cookie's value, which is stored nowhere. */
  String open(Handle tx, UUID user, String csrfToken) {
    var now = clock.instant();
    var cookie = Secret.next();
    tx.execute(
        """
        INSERT INTO user_session (token_hash, user_id, csrf_token, created_at, last_seen_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)""",
        Secret.hash(cookie),
        user,
        csrfToken,
        now,
        now,
        now.plus(policy.whole()));
    return cookie;
  }

  void end(Handle tx, String key) {
    tx.execute(
        "UPDATE user_session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL",
        clock.instant(),
        HEX.parseHex(key));
  }

  /** Ends all sessions of a user but one; returns their keys. */
  List<String> endOthers(Handle tx, UUID user, String keptKey) {
    return tx.createQuery(
            """
            UPDATE user_session SET ended_at = :now
             WHERE user_id = :user AND ended_at IS NULL AND token_hash <> :kept
            RETURNING token_hash""")
        .bind("now", clock.instant())
        .bind("user", user)
        .bind("kept", HEX.parseHex(keptKey))
        .map((rs, ctx) -> HEX.formatHex(rs.getBytes(1)))
        .list();
  }

  /** Ends all sessions of a user; returns their keys. */
  List<String> endAll(Handle tx, UUID user) {
    return tx.createQuery(
            """
            UPDATE user_session SET ended_at = :now
             WHERE user_id = :user AND ended_at IS NULL
            RETURNING token_hash""")
        .bind("now", clock.instant())
        .bind("user", user)
        .map((rs, ctx) -> HEX.formatHex(rs.getBytes(1)))
        .list();
  }

  /** Revokes all tokens of a user; returns their keys. */
  List<String> revokeTokens(Handle tx, UUID user) {
    return tx.createQuery(
            """
            UPDATE api_token SET revoked_at = :now
             WHERE user_id = :user AND revoked_at IS NULL
            RETURNING token_hash""")
        .bind("now", clock.instant())
        .bind("user", user)
        .map((rs, ctx) -> HEX.formatHex(rs.getBytes(1)))
        .list();
  }

  /** Tells the listeners, after the transaction that ended it is committed. */
  void ended(String key) {
    onEnd.forEach(listener -> listener.accept(key));
  }

  private static void noteUse(Handle tx, byte[] hash, Instant now) {
    tx.execute("UPDATE user_session SET last_seen_at = ? WHERE token_hash = ?", now, hash);
  }

  private static Instant seen(ResultSet rs) throws SQLException {
    return rs.getObject("last_seen_at", OffsetDateTime.class).toInstant();
  }

  private static Caller session(ResultSet rs, User user) throws SQLException {
    return new Caller(
        user,
        user.in(RealmId.REAL),
        HEX.formatHex(rs.getBytes("token_hash")),
        Optional.of(rs.getString("csrf_token")),
        Optional.of(rs.getObject("expires_at", OffsetDateTime.class).toInstant()));
  }

  private static Caller token(ResultSet rs, User user) throws SQLException {
    return new Caller(
        user,
        user.in(RealmId.REAL),
        HEX.formatHex(rs.getBytes("token_hash")),
        Optional.empty(),
        Optional.ofNullable(rs.getObject("expires_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
