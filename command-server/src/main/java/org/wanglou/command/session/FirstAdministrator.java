package org.wanglou.command.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  public static final String PASSWORD_FILE = "admin-password.txt";
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
    oneTime.ifPresent(password -> leave(folder.resolve(PASSWORD_FILE), password));
    var user =
        new User(
            Uuid7.system().next(),
            USERNAME,
            "系统管理员",
            Set.of(Role.ADMINISTRATOR, Role.DISPATCHER),
            oneTime.isPresent(),
            false,
            false);
    database.reference(tx -> Users.insert(tx, user, hash));
    return oneTime;
  }

  private static void leave(Path file, String password) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
