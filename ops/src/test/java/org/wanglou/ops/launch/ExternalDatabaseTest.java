package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;

class ExternalDatabaseTest {
  private static TestDatabase database;
  private static String hostAndPort;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh("gis");
    hostAndPort =
        database.owner().jdbcUrl().replaceFirst("jdbc:postgresql://", "").replaceFirst("/.*", "");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u:p@db.county:6000/wanglou, jdbc:postgresql://db.county:6000/wanglou, u, p",
    "postgresql://u:a%2Fb%40c+d@db.county/wanglou, jdbc:postgresql://db.county:5432/wanglou, u, a/b@c+d",
    "jdbc:postgresql://db.county/w?user=u&password=p%25, jdbc:postgresql://db.county:5432/w, u, p%",
    "postgres://u:p@db.county/w?sslmode=require, jdbc:postgresql://db.county:5432/w?sslmode=require, u, p",
  })
  void both_ways_of_writing_an_address_are_read(
      String url, String jdbcUrl, String user, String password) {
    var address = ExternalDatabase.parse(url);
    assertThat(address.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(address.user()).isEqualTo(user);
    assertThat(address.password()).isEqualTo(password);
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://u:p@h/d, database.url_other_kind",
    "h:5432/d, database.url_other_kind",
    "postgres://u:p@h, database.url_unreadable",
    "postgres://u:p w@h/d, database.url_unreadable",
    "postgres://u@h/d, database.url_without_password",
    "postgres://h/d, database.url_without_password",
  })
  void what_is_no_address_is_refused_without_showing_the_password(String url, String code) {
    assertThat(refusal(url)).isEqualTo(code);
  }

  @Test
  void nobody_listening_is_told_from_a_wrong_password_and_a_missing_database() throws Exception {
    var owner = database.owner();
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(refusal("postgres://u:p@127.0.0.1:" + free + "/d"))
        .isEqualTo("database.unreachable");
    assertThat(refusal("postgres://" + owner.user() + ":not-the-word@" + hostAndPort + "/wanglou"))
        .isEqualTo("database.wrong_password");
    assertThat(refusal("postgres://" + login() + "@" + hostAndPort + "/no_such"))
        .isEqualTo("database.no_such_database");
  }

  @Test
  void a_database_without_postgis_is_refused_when_its_owner_may_not_make_it() {
    database.superuser().useHandle(tx -> tx.execute("CREATE DATABASE bare OWNER wanglou_owner"));
    assertThat(refusal("postgres://" + login() + "@" + hostAndPort + "/bare"))
        .isEqualTo("database.postgis_not_created");
  }

  @Test
  void a_good_database_is_taken() {
    var url = database.owner().jdbcUrl().replaceFirst("jdbc:postgresql://", "");
    assertThat(ExternalDatabase.at("postgres://" + login() + "@" + url).jdbcUrl())
        .isEqualTo(database.owner().jdbcUrl());
  }

  private static String login() {
    return database.owner().user() + ":" + database.owner().password();
  }

  private static String refusal(String url) {
    var fault = catchThrowableOfType(Fault.class, () -> ExternalDatabase.at(url));
    assertThat(fault.details().toString()).doesNotContain("p w").doesNotContain("not-the-word");
    return fault.details().get(0).code();
  }
}
