package org.wanglou.command.vectortile;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.regex.Pattern;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.vectortile.LayerTiles;
import org.wanglou.gis.vectortile.TileAddress;

/** {@code GET /tiles/layers/{layer}/{revision}/{z}/{x}/{y}.mvt}. */
public final class VectorTileRoutes {
  public static final String MVT = "application/vnd.mapbox-vector-tile";
  private static final Pattern FILE = Pattern.compile("(\\d{1,7})\\.mvt");
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  private final LayerTiles tiles;

  public VectorTileRoutes(LayerTiles tiles) {
    this.tiles = tiles;
  }

  public void register(Api api) {
    api.on("getLayerTile", Right.READ, this::tile);
  }

  /** Under the address of another revision there is nothing but the way to the present one. */
  private Answer tile(Call call) {
    var file = FILE.matcher(call.path("file"));
    if (!file.matches()) {
      throw Fault.notFound("vectortile.no_such_file", call.path("file"));
    }
    var address = address(call.path("z"), call.path("x"), file.group(1));
    var layer = tiles.layer(call.path("layer"));
    long asked = Long.parseLong(call.path("revision"));
    if (asked != layer.revision()) {
      return elsewhere(layer.id(), layer.revision(), address);
    }
    var tile = tiles.tile(layer, address);
    return tile.revision() == asked
        ? answer(call, tile, FOR_EVER)
        : elsewhere(layer.id(), tile.revision(), address);
  }

  public static TileAddress address(String z, String x, String y) {
    return new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
  }

  /** A tile, or 304 for whoever has it. */
  public static Answer answer(Call call, LayerTiles.Tile tile, String cacheControl) {
    var tag = "\"r" + tile.revision() + '"';
    var headers = Map.of("ETag", tag, "Cache-Control", cacheControl);
    if (call.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()) {
      return new Answer(304, MVT, Buffer.buffer(), headers);
    }
    return new Answer(200, MVT, Buffer.buffer(tile.mvt()), headers);
  }

  private static Answer elsewhere(String layer, long revision, TileAddress at) {
    var present =
        "/tiles/layers/%s/%d/%d/%d/%d.mvt".formatted(layer, revision, at.z(), at.x(), at.y());
    return new Answer(307, MVT, Buffer.buffer(), Map.of("Location", present));
  }
}
