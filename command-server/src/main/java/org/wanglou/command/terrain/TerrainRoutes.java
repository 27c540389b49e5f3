package org.wanglou.command.terrain;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.Profile;
import org.wanglou.gis.terrain.TerrainStore;
import org.wanglou.gis.terrain.Viewshed;
import org.wanglou.gis.terrain.Viewshed.Tower;

/** Operations of the contract's tag {@code terrain}. */
public final class TerrainRoutes {
  /** A viewshed uses all processors; more of them at once would only wait for each other. */
  private static final int VIEWSHEDS_AT_ONCE = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Database database;
  private final TerrainInForce inForce;
  private final ImportTerrain importTerrain;
  private final Semaphore viewsheds = new Semaphore(VIEWSHEDS_AT_ONCE, true);

  public TerrainRoutes(Database database, ImportTerrain importTerrain) {
    this.database = database;
    this.inForce = new TerrainInForce(database);
    this.importTerrain = importTerrain;
  }

  public void register(Api api) {
    api.on("getTerrain", Right.READ, this::terrain)
        .on("terrainPoints", Right.READ, this::points)
        .on("terrainProfile", Right.READ, this::profile)
        .on("terrainViewshed", Right.READ, this::viewshed)
        .on("importTerrain", Right.IMPORT, this::bringIn);
  }

  private Answer terrain(Call call) {
    return Answer.ok(
        database.reference(TerrainStore::newest).map(TerrainJson::of).orElseGet(TerrainJson::none));
  }

  private Answer points(Call call) {
    var points = RequestPlaces.of(database).points(call.body().getJsonArray("points"), "/points");
    return Answer.ok(TerrainJson.points(inForce.now(), points));
  }

  private Answer profile(Call call) {
    var line = RequestPlaces.of(database).geometry(call.body().getJsonObject("line"), "/line");
    var step = call.body().getNumber("step_m");
    var ground = inForce.now();
    var profile =
        Profile.along(
            ground.terrain(),
            line.getCoordinates(),
            step == null ? OptionalDouble.empty() : OptionalDouble.of(step.doubleValue()));
    return Answer.ok(TerrainJson.of(ground, profile));
  }

  private Answer viewshed(Call call) {
    var from = RequestPlaces.of(database).point(call.body().getJsonObject("from"), "/from");
    var tower =
        new Tower(
            from.getCoordinate(),
            number(call.body(), "height_m"),
            number(call.body(), "target_height_m"),
            number(call.body(), "radius_m"));
    var ground = inForce.now();
    waitForTurn();
    try {
      return Answer.ok(TerrainJson.of(ground, Viewshed.from(ground.terrain(), tower)));
    } finally {
      viewsheds.release();
    }
  }

  private void waitForTurn() {
    try {
      if (!viewsheds.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new Fault(Fault.Kind.UNAVAILABLE, "", "terrain.busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.UNAVAILABLE, "", "terrain.busy");
    }
  }

  /** 0 when it is not said; the contract asks for what must be. */
  private static double number(JsonObject body, String name) {
    return body.getNumber(name, 0).doubleValue();
  }

  private Answer bringIn(Call call) {
    var stored = importTerrain.bring(call);
    return Answer.created(TerrainJson.of(stored));
  }
}
