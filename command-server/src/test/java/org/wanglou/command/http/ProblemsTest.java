package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class ProblemsTest {
  private static final String LEAVE = "SELECT pg_terminate_backend(pg_backend_pid())";

  @Test
  void a_connection_lost_before_the_commit_has_saved_nothing() {
    try (var db = TestDatabase.fresh("gis", "command")) {
      var thrown = catchThrowable(() -> db.database().write(RealmId.REAL, tx -> tx.execute(LEAVE)));
      assertThat(Problems.of(thrown, "test").code()).isEqualTo("request.database_away");
    }
  }

  /** The server may have committed and only its answer is lost: nobody may be told it is not. */
  @Test
  void a_connection_lost_in_the_commit_has_perhaps_saved() {
    try (var db = TestDatabase.fresh("gis", "command")) {
      db.superuser()
          .useHandle(
              h -> {
                h.execute(
                    "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
                        + " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
                h.execute(
                    "CREATE CONSTRAINT TRIGGER leave AFTER UPDATE ON realm"
                        + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leave()");
              });
      var thrown =
          catchThrowable(
              () ->
                  db.database()
                      .write(
                          RealmId.REAL,
                          tx ->
                              tx.execute(
                                  "UPDATE realm SET name = 'x' WHERE id = current_realm()")));
      assertThat(Problems.of(thrown, "test").code()).isEqualTo("request.perhaps_saved");
    }
  }
}
