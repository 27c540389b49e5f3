package org.wanglou.command.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** Makes a bearer token for a program; it acts with the rights of the user who made it. */
public final class CreateToken {
  private final Database database;
  private final EventLog events;
  private final Clock clock;
  private final Uuid7 ids;

  public CreateToken(Database database, EventLog events, Clock clock, Uuid7 ids) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @param secret shown once; only its hash is stored
   */
  public record Made(UUID id, String secret, String label, Optional<Instant> expiresAt) {}

  /**
   * @throws Fault INVALID {@code token.ends_in_the_past}
   */
  public Made create(Principal who, String label, Optional<Instant> expiresAt) {
    who.require(Right.MAKE_TOKEN);
    var now = clock.instant();
    if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
      throw Fault.invalid("/expires_at", "token.ends_in_the_past");
    }
    var made = new Made(ids.next(), Secret.next(), label, expiresAt);
    database.write(
        who.realm(),
        tx -> {
          tx.createUpdate(
                  """
                  INSERT INTO api_token (id, token_hash, user_id, label, created_at, expires_at)
                  VALUES (:id, :hash, :user, :label, :now, :expires)""")
              .bind("id", made.id())
              .bind("hash", Secret.hash(made.secret()))
              .bind("user", who.userId())
              .bind("label", label)
              .bind("now", now)
              .bind("expires", expiresAt.orElse(null))
              .execute();
          return events.append(
              tx,
              SessionEvents.of("token.created", now, who.username(), who.userId(), who.username()));
        });
    return made;
  }
}
