package org.wanglou.command.session;

import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Ends a session on the server, at once and for every open connection of it. */
public final class SignOut {
  private final Database database;
  private final EventLog events;
  private final Callers callers;
  private final Clock clock;

  public SignOut(Database database, EventLog events, Callers callers, Clock clock) {
    this.database = database;
    this.events = events;
    this.callers = callers;
    this.clock = clock;
  }

  public void signOut(Caller caller) {
    if (caller.csrfToken().isEmpty()) {
      throw Fault.conflict("", "session.token_has_no_session");
    }
    var who = caller.principal();
    database.write(
        who.realm(),
        tx -> {
          callers.end(tx, caller.key());
          return events.append(
              tx,
              SessionEvents.of(
                  "user.signed_out",
                  clock.instant(),
                  who.username(),
                  who.userId(),
                  who.username()));
        });
    callers.ended(caller.key());
  }
}
