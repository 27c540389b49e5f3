package org.wanglou.command.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.ids.Uuid7;

/**
 * Makes the user {@code admin} when there is none. It is also a dispatcher, so that a newcomer can
 * do the whole job; a county takes that role away again.
 */
public final class FirstAdministrator {
  public static final String USERNAME = "admin";
  private final Database database;
  private final PasswordHash passwords = new PasswordHash();

  public FirstAdministrator(Database database) {
    this.database = database;
  }

  /**
   * @param folder where the one-time password is left, readable by the owner only
   * @param chosen the password to take instead; no change is asked for then, and no file is written
   * @return the one-time password when one was made now
   */
  public Optional<String> ensure(Path folder, Optional<String> chosen) {
    if (database.reference(tx -> Users.account(tx, USERNAME)).isPresent()) {
      return Optional.empty();
    }
    var oneTime = chosen.isPresent() ? Optional.<String>empty() : Optional.of(Secret.readable());
    var hash = passwords.of(chosen.or(() -> oneTime).orElseThrow());
    // First the file: a crash in between leaves a file without a user, which the next start mends.
    oneTime.ifPresent(new OneTimePassword(folder)::leave);
    database.reference(tx -> Users.insert(tx, made(oneTime.isPresent()), hash));
    return oneTime;
  }

  /**
   * The one-time password that lies in the folder, while it is still the administrator's; once it
   * is not, its file is removed.
   */
  public Optional<String> oneTimePassword(Path folder) {
    var paper = new OneTimePassword(folder);
    var left = paper.left();
    if (left.isEmpty()) {
      return left;
    }
    boolean holds =
        database
            .reference(tx -> Users.account(tx, USERNAME))
            .filter(it -> it.user().mustChangePassword())
            .filter(it -> passwords.matches(left.get(), it.passwordHash()))
            .isPresent();
    if (!holds) {
      paper.remove();
      return Optional.empty();
    }
    return left;
  }

  static User made(boolean mustChangePassword) {
    return new User(
        Uuid7.system().next(),
        USERNAME,
        "系统管理员",
        Set.of(Role.ADMINISTRATOR, Role.DISPATCHER),
        mustChangePassword,
        false,
        false);
  }
}
