package org.wanglou.command.layer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.LayerUse;

/** A county makes layer types of its own and extends those that are there. */
final class EditCatalogue {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  EditCatalogue(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Fault FORBIDDEN {@code layer.real_only}; CONFLICT {@code layer.exists}; INVALID what no
   *     type can have
   */
  LayerType create(Principal who, LayerWish wish) {
    EditFeatures.requireReal(who);
    return database.write(
        RealmId.REAL,
        tx -> {
          var type = wish.asNew(LayerTypes.nextSort(tx));
          if (!LayerTypes.insert(tx, type)) {
            throw Fault.conflict("/id", "layer.exists", type.id());
          }
          log(tx, type, who);
          return type;
        });
  }

  /**
   * @param revision catalogue revision that was edited
   * @throws Fault FORBIDDEN {@code layer.real_only}; NOT_FOUND {@code layer.unknown}; CONFLICT
   *     {@code layer.catalogue_changed}, or what features use and would lose; INVALID what no type
   *     can have
   */
  LayerType change(Principal who, String id, int revision, LayerWish wish) {
    EditFeatures.requireReal(who);
    return database.write(
        RealmId.REAL,
        tx -> {
          var before = LayerTypes.lock(tx, id);
          if (before.catalogueRevision() != revision) {
            throw Fault.conflict(
                "/If-Match", "layer.catalogue_changed", revision, before.catalogueRevision());
          }
          var after = wish.applyTo(before);
          LayerUse.refuseLoss(tx, before, after);
          LayerTypes.update(tx, after);
          log(tx, after, who);
          return after;
        });
  }

  private void log(org.jdbi.v3.core.Handle tx, LayerType type, Principal who) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    events.append(tx, LayerEvents.catalogued(type.id(), who.username(), now));
  }
}
