package org.wanglou.command.imagery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Messages;
import org.wanglou.command.session.Right;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.imagery.Shelf;
import org.wanglou.gis.imagery.TileAt;

/** {@code GET /api/v1/imagery} and {@code GET /tiles/imagery/{id}/{z}/{x}/{y}}. */
public final class ImageryRoutes {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

  /** The address names the revision of the file, so what it shows never changes. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  private static final String ASK_AGAIN = "private, no-cache";

  /** A service's pictures may change; asking each browser once a day is enough. */
  private static final String A_DAY = "private, max-age=86400";

  private static final String A_MINUTE = "private, max-age=60";

  private final Shelf shelf;
  private final ImageryFile file;
  private final Messages messages = new Messages();

  public ImageryRoutes(Shelf shelf, ImageryFile file) {
    this.shelf = shelf;
    this.file = file;
  }

  public void register(Api api) {
    api.on("listImagery", Right.READ, this::list);
    api.on("getImageryTile", Right.READ, this::tile);
  }

  private Answer list(Call call) {
    var results = new JsonArray();
    shelf.list().forEach(entry -> results.add(json(entry, call)));
    var problems = new JsonArray();
    file.mistake().ifPresent(fault -> problems.add(text(fault, call)));
    return Answer.ok(new JsonObject().put("results", results).put("problems", problems));
  }

  private JsonObject json(Shelf.Entry entry, Call call) {
    var about = entry.about();
    var bounds =
        about
            .bounds()
            .map(it -> new JsonArray(List.of(it.west(), it.south(), it.east(), it.north())))
            .orElse(null);
    boolean usable = !about.revision().equals("none");
    return new JsonObject()
        .put("id", about.id())
        .put("name", about.name())
        .put("kind", about.kind().code())
        .put("min_zoom", about.minZoom())
        .put("max_zoom", about.maxZoom())
        .put("bounds", bounds)
        .put("attribution", about.attribution())
        .put("date", about.date().orElse(null))
        .put("datum", about.datum().code())
        .put("state", entry.problem().isEmpty() ? "ready" : usable ? "away" : "refused")
        .put("problem", entry.problem().map(fault -> text(fault, call)).orElse(null))
        .put("revision", about.revision());
  }

  private String text(Fault fault, Call call) {
    var detail = fault.details().get(0);
    return messages.text(call.locale(), detail.code(), detail.args());
  }

  private Answer tile(Call call) {
    var at = new TileAt(number(call, "z"), number(call, "x"), number(call, "y"));
    var found = shelf.tile(call.path("id"), at);
    if (found.isEmpty()) {
      return Answer.noContent().header("Cache-Control", A_MINUTE);
    }
    var tile = found.get();
    var headers = new HashMap<String, String>();
    headers.put("Cache-Control", keeping(call, tile));
    if (tile.of().kind().isService()) {
      headers.put("Age", String.valueOf(tile.age().toSeconds()));
    } else {
      headers.put("ETag", '"' + tile.of().revision() + '"');
      if (call.header("If-None-Match")
          .filter(it -> it.contains(tile.of().revision()))
          .isPresent()) {
        return new Answer(304, tile.picture().mediaType(), Buffer.buffer(), Map.copyOf(headers));
      }
    }
    return new Answer(
        200,
        tile.picture().mediaType(),
        Buffer.buffer(tile.picture().bytes()),
        Map.copyOf(headers));
  }

  private static String keeping(Call call, Shelf.Tile tile) {
    if (tile.outdated()) {
      return A_MINUTE;
    }
    if (tile.of().kind().isService()) {
      return A_DAY;
    }
    return call.query("v").filter(tile.of().revision()::equals).isPresent() ? FOR_EVER : ASK_AGAIN;
  }

  private static int number(Call call, String name) {
    var text = call.path(name);
    if (!NUMBER.matcher(text).matches()) {
      throw Fault.notFound("imagery.no_such_tile", call.path("z"), call.path("x"), call.path("y"));
    }
    return Integer.parseInt(text);
  }
}
