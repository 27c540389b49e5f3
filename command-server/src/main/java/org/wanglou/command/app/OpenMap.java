package org.wanglou.command.app;

import org.wanglou.command.ogc.OgcRoutes;
import org.wanglou.command.query.QueryRoutes;
import org.wanglou.command.vectortile.VectorTileRoutes;
import org.wanglou.gis.vectortile.LayerTiles;

/** Builds what asks the layers by place, and what gives them to other programs. */
record OpenMap(Parts parts) {
  void register() {
    var config = parts.config();
    var tiles =
        new LayerTiles(
            parts.database(), config.dataFolder().resolve("vector-tiles"), parts.clock());
    new QueryRoutes(parts.database(), parts.clock()).register(parts.api());
    new VectorTileRoutes(tiles).register(parts.api());
    new OgcRoutes(
            parts.database(), tiles, parts.clock(), config.tls().isPresent(), config.behindProxy())
        .register(parts.api());
  }
}
