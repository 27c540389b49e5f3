package org.wanglou.command.session;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Accounts in the database. Users belong to no realm. */
final class Users {
  static final String COLUMNS =
      """
      u.id, u.username, u.display_name, u.must_change_password, u.disabled,
      u.password_hash NOT LIKE '$argon2id$%' AS program,
      ARRAY(SELECT r.role FROM user_role r WHERE r.user_id = u.id) AS roles""";

  /** What a sign-in has to look at. */
  record Account(User user, String passwordHash, Optional<Instant> lockedUntil) {}

  private Users() {}

  static Optional<Account> account(Handle tx, String username) {
    return tx.createQuery(
            "SELECT "
                + COLUMNS
                + ", u.password_hash, u.locked_until FROM app_user u"
                + " WHERE u.username = :username")
        .bind("username", username)
        .map(
            (rs, ctx) ->
                new Account(
                    row(rs, ctx),
                    rs.getString("password_hash"),
                    Optional.ofNullable(rs.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .findOne();
  }

  static Optional<User> find(Handle tx, UUID id) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM app_user u WHERE u.id = :id")
        .bind("id", id)
        .map(Users::row)
        .findOne();
  }

  static List<User> all(Handle tx) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM app_user u ORDER BY u.username")
        .map(Users::row)
        .list();
  }

  /** False when the name is taken. */
  static boolean insert(Handle tx, User user, String passwordHash) {
    int made =
        tx.createUpdate(
                """
                INSERT INTO app_user (id, username, display_name, password_hash, must_change_password)
                VALUES (:id, :username, :displayName, :hash, :mustChange)
                ON CONFLICT (username) DO NOTHING""")
            .bind("id", user.id())
            .bind("username", user.username())
            .bind("displayName", user.displayName())
            .bind("hash", passwordHash)
            .bind("mustChange", user.mustChangePassword())
            .execute();
    if (made == 0) {
      return false;
    }
    insertRoles(tx, user);
    return true;
  }

  /** Name, roles and whether it is disabled, as given. */
  static void update(Handle tx, User user) {
    tx.createUpdate(
            "UPDATE app_user SET display_name = :displayName, disabled = :disabled WHERE id = :id")
        .bind("id", user.id())
        .bind("displayName", user.displayName())
        .bind("disabled", user.disabled())
        .execute();
    tx.execute("DELETE FROM user_role WHERE user_id = ?", user.id());
    insertRoles(tx, user);
  }

  private static void insertRoles(Handle tx, User user) {
    for (var role : user.roles()) {
      tx.execute("INSERT INTO user_role (user_id, role) VALUES (?, ?)", user.id(), role.code());
    }
  }

  /**
   * Until the end of the transaction nobody else changes who administers: of two administrators who
   * disable each other at once, the second one finds that it would be the last.
   */
  static void lockAdministration(Handle tx) {
    tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('administration', 0))");
  }

  static boolean someoneAdministers(Handle tx) {
    return all(tx).stream().anyMatch(User::administers);
  }

  /**
   * @param mustChange it is a one-time password, which somebody else knows
   */
  static void setPassword(Handle tx, UUID user, String hash, boolean mustChange) {
    tx.execute(
        """
        UPDATE app_user SET password_hash = ?, must_change_password = ?, failed_logins = 0, locked_until = NULL
         WHERE id = ?""",
        hash,
        mustChange,
        user);
  }

  static void renewHash(Handle tx, UUID user, String hash) {
    tx.execute("UPDATE app_user SET password_hash = ? WHERE id = ?", hash, user);
  }

  static void countFailure(Handle tx, UUID user, int free, Instant lockUntil) {
    tx.createUpdate(
            """
            UPDATE app_user SET failed_logins = failed_logins + 1,
                   locked_until = CASE WHEN failed_logins + 1 >= :free THEN :until ELSE locked_until END
             WHERE id = :id""")
        .bind("id", user)
        .bind("free", free)
        .bind("until", lockUntil)
        .execute();
  }

  /**
   * Holds the account's row for a sign-in and forgets its failures; false when it was disabled or
   * got another password since the given hash was read.
   */
  static boolean letIn(Handle tx, UUID user, String passwordHash) {
    return tx.execute(
            """
            UPDATE app_user SET failed_logins = 0, locked_until = NULL
             WHERE id = ? AND NOT disabled AND password_hash = ?""",
            user,
            passwordHash)
        == 1;
  }

  static User row(ResultSet rs, StatementContext ctx) throws SQLException {
    Array roles = rs.getArray("roles");
    return new User(
        rs.getObject("id", UUID.class),
        rs.getString("username"),
        rs.getString("display_name"),
        Arrays.stream((String[]) roles.getArray()).map(Role::of).collect(Collectors.toSet()),
        rs.getBoolean("must_change_password"),
        rs.getBoolean("disabled"),
        rs.getBoolean("program"));
  }
}
