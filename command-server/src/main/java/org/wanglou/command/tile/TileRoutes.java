package org.wanglou.command.tile;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.regex.Pattern;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.tile.BaseTiles;
import org.wanglou.gis.tile.TileId;

/** {@code GET /tiles/base/{style}/{z}/{x}/{y}.png}, and {@code {y}@2x.png} for sharp screens. */
public final class TileRoutes {
  private static final Pattern FILE = Pattern.compile("(\\d{1,6})(@2x)?\\.png");
  private static final String PNG = "image/png";

  /**
   * The address names the revision, so what it shows never changes: a year, as long as HTTP has it.
   */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  /** Without the present revision in the address the browser asks each time whether it changed. */
  private static final String ASK_AGAIN = "private, no-cache";

  private final BaseTiles tiles;

  public TileRoutes(BaseTiles tiles) {
    this.tiles = tiles;
  }

  public void register(Api api) {
    api.on("getBaseTile", Right.READ, this::tile);
  }

  private Answer tile(Call call) {
    var picture = tiles.tile(call.path("style"), address(call));
    var tag = '"' + picture.revision() + '"';
    var headers =
        Map.of(
            "ETag",
            tag,
            "Cache-Control",
            call.query("v").filter(picture.revision()::equals).isPresent() ? FOR_EVER : ASK_AGAIN);
    if (call.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()) {
      return new Answer(304, PNG, Buffer.buffer(), headers);
    }
    return new Answer(200, PNG, Buffer.buffer(picture.png()), headers);
  }

  private static TileId address(Call call) {
    var file = FILE.matcher(call.path("file"));
    if (!file.matches()) {
      throw Fault.notFound("tile.no_such_file", call.path("file"));
    }
    return new TileId(
        Integer.parseInt(call.path("z")),
        Integer.parseInt(call.path("x")),
        Integer.parseInt(file.group(1)),
        file.group(2) == null ? 1 : 2);
  }
}
