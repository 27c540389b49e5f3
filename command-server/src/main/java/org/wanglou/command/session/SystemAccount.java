package org.wanglou.command.session;

import java.time.Clock;
import java.util.Set;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.ids.Uuid7;

/** An account of a part of this program, which talks to the public API like any other client. */
public final class SystemAccount {
  /** Username of the simulated units. */
  public static final String SIMULATOR = "simulator";

  private final Database database;
  private final CreateToken tokens;

  public SystemAccount(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.tokens = new CreateToken(database, events, clock, Uuid7.system());
  }

  /**
   * A fresh token of the simulator's account; those of earlier starts are revoked. Nobody can sign
   * in to it with a password.
   */
  public String simulatorToken() {
    return token(SIMULATOR, "模拟器", Set.of(Role.DISPATCHER));
  }

  private String token(String username, String displayName, Set<Role> roles) {
    var account =
        database.reference(
            tx -> {
              var made =
                  new User(Uuid7.system().next(), username, displayName, roles, false, false, true);
              Users.insert(tx, made, "no password");
              var user = Users.account(tx, username).orElseThrow().user();
              tx.execute(
                  "UPDATE api_token SET revoked_at = now() WHERE user_id = ? AND revoked_at IS NULL",
                  user.id());
              return user;
            });
    return tokens.create(account.in(RealmId.REAL), username, java.util.Optional.empty()).secret();
  }
}
