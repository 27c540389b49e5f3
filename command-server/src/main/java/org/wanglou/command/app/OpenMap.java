package org.wanglou.command.app;

import org.wanglou.command.ogc.OgcRoutes;
import org.wanglou.command.vectortile.VectorTileRoutes;
import org.wanglou.gis.vectortile.LayerTiles;

/** Builds what gives the layers to other programs: vector tiles, OGC API. */
record OpenMap(Parts parts) {
  void register() {
    var config = parts.config();
    var tiles =
        new LayerTiles(
            parts.database(), config.dataFolder().resolve("vector-tiles"), parts.clock());
    new VectorTileRoutes(tiles).register(parts.api());
    new OgcRoutes(
            parts.database(), tiles, parts.clock(), config.tls().isPresent(), config.behindProxy())
        .register(parts.api());
  }
}
