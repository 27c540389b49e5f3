package org.wanglou.command.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.db.RealmFilling.DRILL;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

/**
 * Holds the wall between the realms, table by table, and the test of the wall as well: with any one
 * policy damaged, the check of that table has to find it.
 */
class RealmPolicyTest {
  private static TestDatabase whole;

  /** Ways in which a policy can be lost; %s is the table, %c the column with the realm. */
  private enum Damage {
    POLICY_DROPPED("DROP POLICY realm_only ON %s"),
    NOT_ENABLED("ALTER TABLE %s DISABLE ROW LEVEL SECURITY"),
    OPEN_FOR_READING(
        "ALTER POLICY realm_only ON %s USING (true) WITH CHECK (%c = (SELECT current_realm()))"),
    OPEN_FOR_WRITING("ALTER POLICY realm_only ON %s WITH CHECK (true)");

    private final String statement;

    Damage(String statement) {
      this.statement = statement;
    }

    void doTo(TestDatabase db, String table) {
      db.superuser()
          .useHandle(
              h -> h.execute(statement.replace("%s", table).replace("%c", realmColumn(table))));
    }
  }

  @BeforeAll
  static void open() {
    whole = TestDatabase.fresh("gis", "command");
    RealmFilling.fill(whole);
  }

  @AfterAll
  static void close() {
    whole.close();
  }

  @Test
  void every_table_with_a_realm_is_under_a_forced_policy() {
    var withoutPolicy =
        whole
            .superuser()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                             WHERE a.attname = 'realm_id' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                               AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                        AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))""")
                        .mapTo(String.class)
                        .list());
    assertThat(withoutPolicy).isEmpty();
    assertThat(confined().toList()).hasSizeGreaterThanOrEqualTo(9).contains("event", "realm");
  }

  @Test
  void a_days_partition_cannot_be_reached_around_its_parent() {
    var day =
        whole
            .superuser()
            .withHandle(
                h ->
                    h.createQuery(
                            "SELECT max(inhrelid::regclass::text) FROM pg_inherits"
                                + " WHERE inhparent = 'unit_position'::regclass")
                        .mapTo(String.class)
                        .one());
    assertThat(
            refusal(() -> whole.database().read(DRILL, tx -> tx.execute("SELECT * FROM " + day))))
        .contains("permission denied");
  }

  @ParameterizedTest
  @MethodSource("confined")
  void a_realm_sees_its_own_rows_and_writes_only_its_own(String table) {
    assertThat(holes(whole, table)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void a_damaged_policy_is_found(String table, Damage damage) {
    try (var db = TestDatabase.fresh("gis", "command")) {
      RealmFilling.fill(db);
      damage.doTo(db, table);
      assertThat(holes(db, table)).isNotEmpty();
    }
  }

  /** Tables under a realm's policy, as the database itself lists them. */
  static Stream<String> confined() {
    try (var db = TestDatabase.fresh("gis", "command")) {
      return db
          .superuser()
          .withHandle(
              h ->
                  h.createQuery(
                          "SELECT relname FROM pg_class WHERE relforcerowsecurity"
                              + " AND NOT relispartition ORDER BY relname")
                      .mapTo(String.class)
                      .list())
          .stream();
    }
  }

  static Stream<Arguments> damages() {
    return confined()
        .flatMap(table -> Stream.of(Damage.values()).map(damage -> Arguments.of(table, damage)));
  }

  /** What is wrong with the wall around a table. */
  private static List<String> holes(TestDatabase db, String table) {
    var holes = new ArrayList<String>();
    for (var realm : List.of(RealmId.REAL, DRILL)) {
      var seen = db.database().read(realm, tx -> realmsIn(tx, table));
      if (!seen.equals(List.of(realm.value()))) {
        holes.add(realm + " sees " + seen);
      }
      var other = realm.equals(DRILL) ? RealmId.REAL : DRILL;
      var refused = refusal(() -> db.database().write(realm, tx -> plant(tx, table, other)));
      if (!refused.contains("violates row-level security policy for table \"" + table + "\"")) {
        holes.add(realm + " writes into " + other + ": " + refused);
      }
    }
    return holes;
  }

  private static List<UUID> realmsIn(Handle tx, String table) {
    return tx.createQuery("SELECT DISTINCT " + realmColumn(table) + " FROM " + table)
        .mapTo(UUID.class)
        .list();
  }

  /** Puts a row of one's own into another realm. */
  private static int plant(Handle tx, String table, RealmId other) {
    // The log cannot be changed by anybody, only added to.
    var statement =
        table.equals("event")
            ? """
              INSERT INTO event
              SELECT :other, seq + 1, at, actor, type, subject_type, subject_id, incident_id, payload, prev_hash, hash
                FROM event LIMIT 1"""
            : "UPDATE " + table + " SET " + realmColumn(table) + " = :other";
    return tx.createUpdate(statement).bind("other", other.value()).execute();
  }

  private static String realmColumn(String table) {
    return table.equals("realm") ? "id" : "realm_id";
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
      return "";
    } catch (JdbiException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
