package org.wanglou.command.county;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.TerrainStore;

/** {@code GET /api/v1/setup}: what a screen needs to start. */
public final class SetupRoutes {
  private final Database database;
  private final Supplier<String> baseRevision;
  private final boolean simulator;
  private final Clock clock;

  /**
   * @param baseRevision of the base map that is served now
   * @param simulator whether simulated units drive
   */
  public SetupRoutes(
      Database database, Supplier<String> baseRevision, boolean simulator, Clock clock) {
    this.database = database;
    this.baseRevision = baseRevision;
    this.simulator = simulator;
    this.clock = clock;
  }

  public void register(Api api) {
    var kinds = incidentKinds(api);
    api.on("getSetup", Right.READ, call -> setup(call, kinds));
  }

  private Answer setup(Call call, JsonArray kinds) {
    var revision = baseRevision.get(); // before the transaction: it may need one of its own
    return Answer.ok(
        database.read(
            call.principal().realm(),
            tx ->
                county(tx)
                    .put("realm", realm(tx))
                    .put("simulator", simulator)
                    .put("server_time", clock.instant().toString())
                    .put("incident_kinds", kinds)
                    .put("terrain", TerrainStore.newest(tx).isPresent())
                    .put("base_revision", revision)));
  }

  private static JsonObject county(Handle tx) {
    var county =
        Counties.inForce(tx)
            .orElseThrow(() -> new Fault(Fault.Kind.UNAVAILABLE, "", "county.none_loaded"));
    var bounds = county.bounds();
    return new JsonObject()
        .put("county", county.name())
        .put("source", county.source())
        .put("data_date", county.dataDate().map(Object::toString).orElse(null))
        .put(
            "bounds",
            new JsonArray()
                .add(bounds.getMinX())
                .add(bounds.getMinY())
                .add(bounds.getMaxX())
                .add(bounds.getMaxY()))
        .put("provenance", county.provenance().name())
        .put("attribution", county.attribution());
  }

  private static JsonObject realm(Handle tx) {
    return tx.createQuery("SELECT id, kind, name FROM realm WHERE id = current_realm()")
        .map(
            (rs, ctx) ->
                new JsonObject()
                    .put("id", rs.getString("id"))
                    .put("kind", rs.getString("kind"))
                    .put("name", rs.getString("name")))
        .one();
  }

  /** The contract is their only list. */
  private static JsonArray incidentKinds(Api api) {
    return api.contract()
        .published()
        .getJsonObject("components")
        .getJsonObject("schemas")
        .getJsonObject("IncidentKind")
        .getJsonArray("enum");
  }
}
