package org.wanglou.gis.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AfterWriteTest {
  @Test
  void what_is_committed_returns_though_somebody_who_listens_fails() {
    try (var db = TestDatabase.fresh("gis")) {
      var heard = new ArrayList<RealmId>();
      db.database()
          .afterWrite(
              realm -> {
                throw new IllegalStateException("cannot listen now");
              });
      db.database().afterWrite(heard::add);
      int written =
          db.database()
              .write(
                  RealmId.REAL,
                  tx -> tx.execute("UPDATE realm SET name = '实情域' WHERE id = current_realm()"));
      assertThat(written).isEqualTo(1);
      assertThat(heard).containsExactly(RealmId.REAL);
    }
  }
}
