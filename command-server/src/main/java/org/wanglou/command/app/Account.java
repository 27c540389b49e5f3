package org.wanglou.command.app;

import org.wanglou.command.account.AccountRoutes;
import org.wanglou.command.http.Gate;
import org.wanglou.command.session.ChangePassword;
import org.wanglou.command.session.ChangeUser;
import org.wanglou.command.session.CreateToken;
import org.wanglou.command.session.CreateUser;
import org.wanglou.command.session.FailedAttempts;
import org.wanglou.command.session.OneTimePassword;
import org.wanglou.command.session.PasswordHash;
import org.wanglou.command.session.SignIn;
import org.wanglou.command.session.SignOut;

/** Builds the operations on sessions, users and tokens. */
record Account(Parts parts, Gate gate) {
  void register() {
    var database = parts.database();
    var events = parts.events();
    var callers = parts.callers();
    var clock = parts.clock();
    var passwords = new PasswordHash();
    var attempts = new FailedAttempts(clock);
    new AccountRoutes(
            gate,
            new SignIn(database, events, callers, passwords, attempts, clock),
            new SignOut(database, events, callers, clock),
            new ChangePassword(
                database,
                events,
                callers,
                passwords,
                attempts,
                new OneTimePassword(parts.config().dataFolder()),
                clock),
            new CreateUser(database, events, passwords, clock, parts.ids()),
            new ChangeUser(database, events, callers, passwords, attempts, clock),
            new CreateToken(database, events, clock, parts.ids()))
        .register(parts.api());
  }
}
