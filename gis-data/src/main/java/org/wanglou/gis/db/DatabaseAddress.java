package org.wanglou.gis.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a PostgreSQL database is and who asks.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}, without user or password
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  /** The role the server works as: no owner, no superuser, under row-level security. */
  public static final String APP_ROLE = "wanglou_app";

  /** A part of the application's rights: the tables that belong to no realm, and nothing else. */
  public static final String REFERENCE_ROLE = "wanglou_reference";

  /**
   * The same database as the application's role. Its password is derived from the owner's, so that
   * every node that knows the owner's password finds the same one and nothing more has to be
   * stored.
   */
  public DatabaseAddress asApplication() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var derived = mac.doFinal(APP_ROLE.getBytes(StandardCharsets.UTF_8));
      return new DatabaseAddress(
          jdbcUrl, APP_ROLE, Base64.getUrlEncoder().withoutPadding().encodeToString(derived));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return user + "@" + jdbcUrl;
  }
}
