package org.wanglou.gis.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealmIsolationTest {
  private static TestDatabase db;

  @BeforeAll
  static void open() {
    db = TestDatabase.fresh("gis");
    db.superuser()
        .useHandle(
            h -> {
              h.execute("CREATE TABLE thing (realm_id uuid NOT NULL, name text)");
              h.execute("SELECT confine_to_realm('thing')");
              h.execute("GRANT SELECT, INSERT ON thing TO wanglou_app");
            });
  }

  @AfterAll
  static void close() {
    db.close();
  }

  @Test
  void a_row_of_one_realm_does_not_show_in_another() {
    var drill = new RealmId(UUID.randomUUID());
    db.database()
        .write(drill, tx -> tx.execute("INSERT INTO thing VALUES (?, 'drill')", drill.value()));
    assertThat(count(drill)).isEqualTo(1);
    assertThat(count(RealmId.REAL)).isZero();
  }

  @Test
  void a_row_for_another_realm_cannot_be_written() {
    var drill = new RealmId(UUID.randomUUID());
    assertThatThrownBy(
            () ->
                db.database()
                    .write(
                        drill,
                        tx ->
                            tx.execute("INSERT INTO thing VALUES (?, 'x')", RealmId.REAL.value())))
        .hasMessageContaining("row-level security");
  }

  @Test
  void a_statement_without_a_realm_is_refused_even_on_a_connection_that_just_had_one() {
    for (int i = 0; i < 8; i++) {
      count(RealmId.REAL);
    }
    assertThatThrownBy(
            () ->
                db.database()
                    .reference(
                        tx -> tx.createQuery("SELECT count(*) FROM thing").mapTo(Long.class).one()))
        .hasMessageContaining("permission denied");
  }

  private static long count(RealmId realm) {
    return db.database()
        .read(realm, tx -> tx.createQuery("SELECT count(*) FROM thing").mapTo(Long.class).one());
  }
}
