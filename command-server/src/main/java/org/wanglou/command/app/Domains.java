package org.wanglou.command.app;

import java.util.ArrayList;
import java.util.List;
import org.wanglou.command.live.PositionFeed;
import org.wanglou.command.live.SnapshotPart;
import org.wanglou.command.tile.TileRoutes;
import org.wanglou.gis.tile.BaseTiles;

/**
 * Builds the domains and registers their operations: one stretch of lines for each. What the live
 * protocol needs of them is left in {@link #snapshotParts} and {@link #positions}; what has to be
 * stopped in {@link #toClose}, in the order of starting.
 */
final class Domains {
  final List<SnapshotPart> snapshotParts = new ArrayList<>();
  final List<AutoCloseable> toClose = new ArrayList<>();
  PositionFeed positions = PositionFeed.NONE;

  Domains(Parts parts) {
    new HealthOperations(parts).register();
    var tiles =
        new BaseTiles(
            parts.database(), parts.config().dataFolder().resolve("tiles"), parts.clock());
    new TileRoutes(tiles).register(parts.api());
  }
}
