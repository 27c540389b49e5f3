package org.wanglou.ops.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.wanglou.gis.db.DatabaseAddress;
import org.wanglou.gis.fault.Fault;

/**
 * A PostgreSQL that somebody else runs, named by {@code DATABASE_URL}: {@code
 * postgres://user:password@host:port/name} or {@code
 * jdbc:postgresql://host:port/name?user=…&password=…}. Tried before it is used, so that each usual
 * mistake gets its own sentence.
 */
final class ExternalDatabase {
  private static final int CONNECT_SECONDS = 5;

  private ExternalDatabase() {}

  /**
   * @throws Fault INVALID {@code database.*}; never with the password in it
   */
  static DatabaseAddress at(String url) {
    var address = parse(url);
    check(address);
    return address;
  }

  static DatabaseAddress parse(String url) {
    var text = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw Fault.invalid("", "database.url_unreadable");
    }
    if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?")) {
      throw Fault.invalid("", "database.url_other_kind", String.valueOf(uri.getScheme()));
    }
    var name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (uri.getHost() == null || name.isEmpty()) {
      throw Fault.invalid("", "database.url_unreadable");
    }
    var options = options(uri.getRawQuery());
    var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = userInfo.indexOf(':');
    var user = options.remove("user");
    var password = options.remove("password");
    if (!userInfo.isEmpty()) {
      user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
      password = colon < 0 ? password : decode(userInfo.substring(colon + 1));
    }
    if (user == null || password == null || password.isEmpty()) {
      throw Fault.invalid("", "database.url_without_password");
    }
    var kept = new ArrayList<String>();
    options.forEach((key, value) -> kept.add(key + "=" + value));
    return new DatabaseAddress(
        "jdbc:postgresql://%s:%d/%s%s"
            .formatted(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                name,
                kept.isEmpty() ? "" : "?" + String.join("&", kept)),
        user,
        password);
  }

  private static Map<String, String> options(String query) {
    var options = new LinkedHashMap<String, String>();
    if (query != null) {
      for (var pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          options.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
        }
      }
    }
    return options;
  }

  private static String decode(String text) {
    // Unlike in a form, a plus is a plus here.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void check(DatabaseAddress address) {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", String.valueOf(2 * CONNECT_SECONDS));
    try (var connection = DriverManager.getConnection(address.jdbcUrl(), properties)) {
      checkPostgis(connection, address);
      if (!yes(
          connection,
          "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")) {
        throw Fault.invalid("", "database.no_createrole", address.user());
      }
    } catch (SQLException e) {
      throw explained(address, e);
    }
  }

  private static void checkPostgis(Connection connection, DatabaseAddress address)
      throws SQLException {
    if (yes(connection, "SELECT count(*) > 0 FROM pg_extension WHERE extname = 'postgis'")) {
      return;
    }
    if (!yes(
        connection, "SELECT count(*) > 0 FROM pg_available_extensions WHERE name = 'postgis'")) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      throw Fault.invalid("", "database.no_postgis", address.jdbcUrl(), version);
    }
    if (!yes(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
      throw Fault.invalid("", "database.postgis_not_created", address.jdbcUrl(), address.user());
    }
  }

  private static boolean yes(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static Fault explained(DatabaseAddress address, SQLException e) {
    var state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return Fault.invalid("", "database.wrong_password", address.jdbcUrl(), address.user());
    }
    if (state.equals("3D000")) {
      return Fault.invalid("", "database.no_such_database", address.jdbcUrl(), address.user());
    }
    if (state.startsWith("08")) {
      return Fault.invalid("", "database.unreachable", address.jdbcUrl(), e.getMessage());
    }
    return Fault.invalid("", "database.refused", address.jdbcUrl(), e.getMessage());
  }
}
