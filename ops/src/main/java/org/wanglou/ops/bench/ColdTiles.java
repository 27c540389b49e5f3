package org.wanglou.ops.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.tile.BaseTiles;
import org.wanglou.gis.tile.TileId;

/**
 * Tiles of the base map that nobody has asked for yet, at places of chance over the county, as many
 * of each zoom, by day; the same ones by night come first and are not counted: they place the names
 * and warm the machine.
 */
final class ColdTiles {
  private static final int OF_A_ZOOM = 40;
  private static final int FARTHEST_ZOOM = 8;
  private static final int CLOSEST_ZOOM = 17;

  private final BaseTiles tiles;
  private final Envelope box;

  private ColdTiles(BaseTiles tiles, Envelope box) {
    this.tiles = tiles;
    this.box = box;
  }

  static ColdTiles of(Database database, Path folder, Polygon bounds) {
    return new ColdTiles(
        new BaseTiles(database, folder, Clock.systemUTC()), bounds.getEnvelopeInternal());
  }

  Figures measure() {
    var durations = new ArrayList<Double>();
    // A picture of the night warms the machine and keeps no picture of the day.
    for (int zoom = FARTHEST_ZOOM; zoom <= CLOSEST_ZOOM; zoom++) {
      some(zoom).forEach(tile -> tiles.tile("night", tile));
    }
    for (int zoom = FARTHEST_ZOOM; zoom <= CLOSEST_ZOOM; zoom++) {
      for (var tile : some(zoom)) {
        long began = System.nanoTime();
        tiles.tile("day", tile);
        durations.add((System.nanoTime() - began) / 1e6);
      }
    }
    return Figures.of(durations.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private List<TileId> some(int zoom) {
    var chance = new Random(zoom);
    var some = new LinkedHashSet<TileId>();
    for (int i = 0; i < OF_A_ZOOM; i++) {
      double lon = box.getMinX() + chance.nextDouble() * box.getWidth();
      double lat = Math.toRadians(box.getMinY() + chance.nextDouble() * box.getHeight());
      double down = 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI);
      int side = 1 << zoom;
      some.add(new TileId(zoom, (int) ((lon + 180) / 360 * side), (int) (down * side)));
    }
    return List.copyOf(some);
  }
}
