package org.wanglou.command.layer;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.FaultBeside;
import org.wanglou.command.http.Idempotency;
import org.wanglou.command.http.RequestKey;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.Change.Act;
import org.wanglou.gis.layer.Feature;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.StaleFeature;

/** Creates, changes, removes and restores single features. */
final class EditFeatures {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  EditFeatures(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Fault FORBIDDEN {@code layer.real_only}; NOT_FOUND {@code layer.unknown}; INVALID what
   *     does not fit the layer; CONFLICT {@code layer.external_id_taken}
   */
  JsonObject create(Principal who, Optional<RequestKey> key, String layer, FeatureWish wish) {
    requireReal(who);
    return database.write(
        RealmId.REAL,
        tx ->
            Idempotency.once(
                tx,
                key,
                () -> {
                  var change = change(who, wish.reason(), Act.CREATED);
                  var made = FeatureStore.insert(tx, layer, wish.asNew(who.displayName()), change);
                  return new Idempotency.Done(
                      ChangerNames.of(tx).in(FeatureJson.of(made)),
                      () -> log(tx, "feature.created", made, change));
                }));
  }

  /**
   * @param revision the one that was edited
   * @throws Fault as for {@link #create}; NOT_FOUND {@code layer.feature_unknown}, {@code
   *     layer.feature_removed}; CONFLICT {@code layer.changed_meanwhile} with the other version
   *     beside it
   */
  Feature change(Principal who, String layer, UUID id, int revision, FeatureWish wish) {
    requireReal(who);
    return withOtherVersion(
        () ->
            database.write(
                RealmId.REAL,
                tx -> {
                  var change = change(who, wish.reason(), Act.CHANGED);
                  var changed = FeatureStore.update(tx, layer, id, revision, wish::applyTo, change);
                  log(tx, "feature.changed", changed, change);
                  return changed;
                }));
  }

  /**
   * @throws Fault as for {@link #change}
   */
  void remove(Principal who, String layer, UUID id, int revision, String reason) {
    requireReal(who);
    withOtherVersion(
        () ->
            database.write(
                RealmId.REAL,
                tx -> {
                  var change = change(who, reason, Act.REMOVED);
                  var removed = FeatureStore.remove(tx, layer, id, revision, change);
                  log(tx, "feature.removed", removed, change);
                  return removed;
                }));
  }

  /**
   * @param revision the one that shall be the newest again
   * @throws Fault NOT_FOUND {@code layer.feature_unknown}, {@code layer.revision_unknown}; INVALID
   *     when it no longer fits the layer
   */
  Feature restore(Principal who, String layer, UUID id, int revision, String reason) {
    requireReal(who);
    return database.write(
        RealmId.REAL,
        tx -> {
          var change = change(who, reason, Act.RESTORED);
          var restored = FeatureStore.restore(tx, layer, id, revision, change);
          log(tx, "feature.restored", restored, change);
          return restored;
        });
  }

  /** A drill reads the layers of the real world; what it invents must not stand in them. */
  static void requireReal(Principal who) {
    who.require(Right.READ);
    if (!who.realm().equals(RealmId.REAL)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "layer.real_only");
    }
  }

  private Feature withOtherVersion(java.util.function.Supplier<Feature> act) {
    try {
      return act.get();
    } catch (StaleFeature stale) {
      throw new FaultBeside(
          stale, new JsonObject().put("current", named(FeatureJson.of(stale.current()))));
    }
  }

  private JsonObject named(JsonObject feature) {
    return database.reference(tx -> ChangerNames.of(tx).in(feature));
  }

  private Change change(Principal who, String reason, Act act) {
    return new Change(now(), who.username(), reason, act);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void log(Handle tx, String type, Feature feature, Change change) {
    events.append(
        tx, LayerEvents.feature(type, feature, ChangerNames.of(tx), change.by(), change.at()));
  }
}
