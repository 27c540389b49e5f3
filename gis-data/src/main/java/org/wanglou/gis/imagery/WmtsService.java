package org.wanglou.gis.imagery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wanglou.gis.fault.Fault;

/**
 * A WMTS. What its layer and matrix set are stands in its capabilities, which are asked for at the
 * first need and kept like its tiles.
 */
final class WmtsService implements TileService {
  private static final List<String> WANTED_FORMATS = List.of("image/jpeg", "image/png", "tiles");
  private static final Pattern PLACE =
      Pattern.compile("\\{(TileMatrixSet|TileMatrix|TileRow|TileCol|Style)}");

  private final ImageryConfig.Service service;
  private final Upstream upstream;
  private final Fetched fetched;
  private final String revision;
  private volatile Ready ready;

  /** What the capabilities say. */
  private record Ready(
      Imagery about,
      Capabilities.Layer layer,
      MatrixSet set,
      Optional<String> getTile,
      Resampler resampler) {}

  WmtsService(ImageryConfig.Service service, Upstream upstream, Fetched fetched, String revision) {
    this.service = service;
    this.upstream = upstream;
    this.fetched = fetched;
    this.revision = revision;
  }

  @Override
  public Optional<Fault> failure() {
    try {
      ready();
      return fetched.failure();
    } catch (Fault notUsable) {
      return Optional.of(notUsable);
    }
  }

  /** As far as it is known: without capabilities what the configuration says. */
  @Override
  public Imagery about() {
    try {
      return ready().about();
    } catch (Fault notNow) {
      return describe(
          service.note().name().orElse(service.id()),
          service.minZoom(),
          service.maxZoom(),
          service.bounds());
    }
  }

  @Override
  public Optional<Tile> tile(TileAt at) {
    var now = ready();
    var same =
        service.note().datum().isShifted() ? Optional.<Matrix>empty() : now.set().same(at.z());
    return same.isPresent() ? own(now, same.get(), at.x(), at.y()) : now.resampler().tile(at);
  }

  private Ready ready() {
    var known = ready;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      if (ready == null) {
        ready = read();
      }
      return ready;
    }
  }

  private Ready read() {
    var xml =
        fetched
            .get(
                service.id() + "/" + revision + "/capabilities.xml",
                () ->
                    upstream
                        .fetch(service.address(), Capabilities.MOST_BYTES)
                        .map(this::withoutKeys),
                bytes -> Capabilities.read(bytes) != null)
            .orElseThrow(
                () -> new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.capabilities_unreadable"));
    var capabilities = Capabilities.read(xml.bytes());
    var layer = capabilities.layer(service.layer());
    var set = capabilities.set(layer, service.matrixSet());
    var about =
        describe(
            service.note().name().orElse(layer.title()),
            Math.max(service.minZoom(), set.minZoom()),
            Math.min(service.maxZoom(), set.maxZoom()),
            service.bounds().or(layer::bounds));
    return new Ready(
        about,
        layer,
        set,
        capabilities.getTile(),
        new Resampler(
            set,
            service.note().datum(),
            (matrix, column, row) -> own(ready(), matrix, column, row)));
  }

  /** Some services write the asker's key into the addresses they name. */
  private byte[] withoutKeys(byte[] xml) {
    var text = new String(xml, StandardCharsets.UTF_8);
    for (var key : service.keys().entrySet()) {
      text = text.replace(key.getKey() + "=" + key.getValue().value(), "");
      text = text.replace(key.getValue().value(), "{" + key.getKey() + "}");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Imagery describe(String name, int minZoom, int maxZoom, Optional<Bounds> bounds) {
    return new Imagery(
        service.id(),
        name,
        Imagery.Kind.WMTS,
        minZoom,
        maxZoom,
        bounds,
        service.note().attribution().orElse(""),
        service.note().date(),
        service.note().datum(),
        revision);
  }

  private Optional<Tile> own(Ready now, Matrix matrix, long column, long row) {
    if (!matrix.has(column, row)) {
      return Optional.empty();
    }
    int level = now.set().matrices().indexOf(matrix);
    return TileService.picture(
        fetched.get(
            "%s/%s/m%d/%d/%d".formatted(service.id(), revision, level, column, row),
            () -> upstream.fetch(address(now, matrix, column, row), Picture.MOST_BYTES),
            bytes -> Picture.of(bytes).isPresent()));
  }

  private String address(Ready now, Matrix matrix, long column, long row) {
    var style = service.style().orElse(now.layer().style());
    if (now.layer().template().isPresent()) {
      return PLACE
          .matcher(now.layer().template().get())
          .replaceAll(
              place ->
                  java.util.regex.Matcher.quoteReplacement(
                      encoded(
                          switch (place.group(1)) {
                            case "TileMatrixSet" -> now.set().id();
                            case "TileMatrix" -> matrix.id();
                            case "TileRow" -> String.valueOf(row);
                            case "TileCol" -> String.valueOf(column);
                            default -> style;
                          })));
    }
    var base = now.getTile().orElse(service.address().replaceFirst("\\?.*", ""));
    return base
        + (base.contains("?") ? (base.endsWith("?") || base.endsWith("&") ? "" : "&") : "?")
        + "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%s&STYLE=%s&TILEMATRIXSET=%s&FORMAT=%s&TILEMATRIX=%s&TILEROW=%d&TILECOL=%d"
            .formatted(
                encoded(now.layer().id()),
                encoded(style),
                encoded(now.set().id()),
                encoded(format(now.layer())),
                encoded(matrix.id()),
                row,
                column);
  }

  private static String format(Capabilities.Layer layer) {
    return WANTED_FORMATS.stream()
        .filter(layer.formats()::contains)
        .findFirst()
        .or(() -> layer.formats().stream().findFirst())
        .orElse("image/png");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
