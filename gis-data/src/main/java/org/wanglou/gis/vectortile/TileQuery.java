package org.wanglou.gis.vectortile;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.LayerType;

/**
 * Reads one tile of a layer. Revision and features are read by one statement, so they are of one
 * moment.
 */
final class TileQuery {
  // What has ended is left out; what will begin or end says when, because the tile may be shown
  // long after it was made. Tables among the attributes are not written: a tile holds scalars.
  private static final String TILE =
      """
      SELECT (SELECT revision FROM layer_type WHERE id = :layer) AS revision,
             ST_AsMVT(part, :layer, 4096, 'geom') AS mvt
        FROM (SELECT ST_AsMVTGeom(ST_Transform(%s, 3857), ST_TileEnvelope(:z, :x, :y), 4096, 64, true) AS geom,
                     id::text AS id, name, external_id, provenance, attributes,
                     CASE WHEN valid_from > :now THEN valid_from::text END AS valid_from, valid_to::text AS valid_to
                FROM feature
               WHERE layer = :layer AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
                 AND (valid_to IS NULL OR valid_to > :now)) part
       WHERE geom IS NOT NULL""";

  private static final String AS_IT_IS = TILE.formatted("geom");
  // Less to project: what moves by less than a quarter of a pixel is not seen. Small things stay.
  private static final String SIMPLER = TILE.formatted("ST_Simplify(geom, :tolerance, true)");
  private static final int SIMPLER_BELOW = 15;

  private TileQuery() {}

  static LayerTiles.Tile read(Handle tx, LayerType layer, TileAddress tile, Instant now) {
    boolean simpler = tile.z() < SIMPLER_BELOW && layer.geometry() != GeometryKind.POINT;
    var box = tile.box();
    var query =
        tx.createQuery(simpler ? SIMPLER : AS_IT_IS)
            .bind("layer", layer.id())
            .bind("z", tile.z())
            .bind("x", tile.x())
            .bind("y", tile.y())
            .bind("west", box.getMinX())
            .bind("south", box.getMinY())
            .bind("east", box.getMaxX())
            .bind("north", box.getMaxY())
            .bind("now", now);
    return (simpler ? query.bind("tolerance", tile.degreesAPixel() / 4) : query)
        .map((row, c) -> new LayerTiles.Tile(row.getBytes("mvt"), row.getLong("revision")))
        .one();
  }
}
