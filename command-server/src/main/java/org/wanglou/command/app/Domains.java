package org.wanglou.command.app;

import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wanglou.command.county.SetupRoutes;
import org.wanglou.command.imagery.ImageryFile;
import org.wanglou.command.imagery.ImageryRoutes;
import org.wanglou.command.intake.Intake;
import org.wanglou.command.layer.LayerRoutes;
import org.wanglou.command.live.PositionFeed;
import org.wanglou.command.live.SnapshotPart;
import org.wanglou.command.road.Roads;
import org.wanglou.command.search.SearchRoutes;
import org.wanglou.command.terrain.ImportTerrain;
import org.wanglou.command.terrain.TerrainRoutes;
import org.wanglou.command.tile.TileRoutes;
import org.wanglou.gis.imagery.Shelf;
import org.wanglou.gis.tile.BaseTiles;

/**
 * Builds the domains and registers their operations: one stretch of lines for each. What others
 * need of them is left in the fields.
 */
final class Domains {
  /** For the live protocol's snapshot. */
  final List<SnapshotPart> snapshotParts = new ArrayList<>();

  /** Routes that are no operations of the contract, for example tiles. */
  final List<Consumer<Router>> routes = new ArrayList<>();

  /** What has to work before the server is ready, by name; may block. */
  final Map<String, Callable<Boolean>> readiness = new LinkedHashMap<>();

  /** What runs once the server listens, given its port; may block. */
  final List<Consumer<Integer>> onceListening = new ArrayList<>();

  /** What has to be stopped, in the order of starting. */
  final List<AutoCloseable> toClose = new ArrayList<>();

  PositionFeed positions = PositionFeed.NONE;

  Domains(Parts parts) {
    new LogOperations(parts).register();
    var tiles =
        new BaseTiles(
            parts.database(), parts.config().dataFolder().resolve("tiles"), parts.clock());
    new TileRoutes(tiles).register(parts.api());
    var imagery = new ImageryFile(parts.config().dataFolder().resolve("imagery.yaml"));
    var shelf =
        new Shelf(
            parts.config().dataFolder().resolve("imagery"),
            parts.config().dataFolder().resolve("imagery-cache"),
            imagery,
            parts.clock());
    new ImageryRoutes(shelf, imagery).register(parts.api());
    toClose.add(shelf);
    new SetupRoutes(parts.database(), tiles::revision, parts.config().simulator(), parts.clock())
        .register(parts.api());
    new LayerRoutes(parts.database(), parts.events(), parts.clock()).register(parts.api());
    new OpenMap(parts).register();
    toClose.add(
        new Intake(
            parts.database(),
            parts.events(),
            parts.clock(),
            parts.ids(),
            parts.config().dataFolder().resolve("uploads"),
            parts.config().largestUploadBytes(),
            parts.api()));
    var search = new SearchRoutes(parts.database(), parts.clock());
    search.register(parts.api());
    onceListening.add(port -> search.warm(parts.vertx()));
    new TerrainRoutes(
            parts.database(), new ImportTerrain(parts.database(), parts.events(), parts.clock()))
        .register(parts.api());
    var roads = Roads.load(parts.database(), parts.clock());
    new Desk(parts, roads).register(this);
    new Ways(parts, roads).register(this);
    new SimulatedUnits(parts).register(this);
  }
}
