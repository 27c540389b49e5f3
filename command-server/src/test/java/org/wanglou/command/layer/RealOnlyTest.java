package org.wanglou.command.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Role;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class RealOnlyTest {
  private static final Principal IN_A_DRILL =
      new Principal(
          new UUID(1, 1),
          "trainee",
          "演练员",
          Set.of(Role.ADMINISTRATOR, Role.DISPATCHER),
          new RealmId(new UUID(1, 2)));

  @Test
  void nobody_in_a_drill_changes_the_layers_of_the_real_world() {
    try (var db = TestDatabase.fresh("gis", "command")) {
      var events = new EventLog(db.database(), EventCatalogue.load());
      var features = new EditFeatures(db.database(), events, Clock.systemUTC());
      var catalogue = new EditCatalogue(db.database(), events, Clock.systemUTC());
      var wish = new FeatureWish(new JsonObject(), Optional.empty());
      var id = new UUID(1, 3);
      refused(() -> features.create(IN_A_DRILL, Optional.empty(), "hospital", wish));
      refused(() -> features.change(IN_A_DRILL, "hospital", id, 1, wish));
      refused(() -> features.remove(IN_A_DRILL, "hospital", id, 1, ""));
      refused(() -> features.restore(IN_A_DRILL, "hospital", id, 1, ""));
      refused(() -> catalogue.create(IN_A_DRILL, new LayerWish(new JsonObject())));
      refused(() -> catalogue.change(IN_A_DRILL, "hospital", 1, new LayerWish(new JsonObject())));
      assertThat(events.lastSeq(RealmId.REAL)).isZero();
    }
  }

  private static void refused(Runnable act) {
    assertThatThrownBy(act::run).hasMessageContaining("layer.real_only");
  }
}
