package org.wanglou.command.terrain;

import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.StoredTerrain;
import org.wanglou.gis.terrain.Terrain;
import org.wanglou.gis.terrain.TerrainStore;

/** The terrain that the database holds now; another one is noticed at the next question. */
final class TerrainInForce {
  record Ground(StoredTerrain stored, Terrain terrain) {}

  private final Database database;
  private volatile Ground ground;

  TerrainInForce(Database database) {
    this.database = database;
  }

  /**
   * @throws Fault NOT_FOUND {@code terrain.none}
   */
  Ground now() {
    var newest =
        database.reference(TerrainStore::newest).orElseThrow(() -> Fault.notFound("terrain.none"));
    var known = ground;
    if (known == null || !known.stored().id().equals(newest.id())) {
      known = new Ground(newest, new Terrain(TerrainStore.open(database, newest)));
      ground = known;
    }
    return known;
  }
}
