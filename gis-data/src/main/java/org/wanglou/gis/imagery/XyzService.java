package org.wanglou.gis.imagery;

import java.util.Locale;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/** A service of tiles in the XYZ scheme, or TMS with {@code {-y}}. */
final class XyzService implements TileService {
  private final ImageryConfig.Service service;
  private final Upstream upstream;
  private final Fetched fetched;
  private final Imagery about;
  private final Resampler resampler;

  XyzService(ImageryConfig.Service service, Upstream upstream, Fetched fetched, String revision) {
    this.service = service;
    this.upstream = upstream;
    this.fetched = fetched;
    this.about =
        new Imagery(
            service.id(),
            service.note().name().orElse(service.id()),
            Imagery.Kind.XYZ,
            service.minZoom(),
            service.maxZoom(),
            service.bounds(),
            service.note().attribution().orElse(""),
            service.note().date(),
            service.note().datum(),
            revision);
    this.resampler =
        new Resampler(
            MatrixSet.xyz(service.minZoom(), service.maxZoom()),
            service.note().datum(),
            (matrix, column, row) ->
                own(new TileAt(Integer.parseInt(matrix.id()), (int) column, (int) row)));
  }

  @Override
  public Imagery about() {
    return about;
  }

  @Override
  public Optional<Fault> failure() {
    return fetched.failure();
  }

  @Override
  public Optional<Tile> tile(TileAt at) {
    return about.datum().isShifted() ? resampler.tile(at) : own(at);
  }

  private Optional<Tile> own(TileAt at) {
    var address =
        service
            .address()
            .replace("{z}", String.valueOf(at.z()))
            .replace("{x}", String.valueOf(at.x()))
            .replace("{y}", String.valueOf(at.y()))
            .replace("{-y}", String.valueOf(at.tmsRow()));
    return TileService.picture(
        fetched.get(
            "%s/%s/%d/%d/%d"
                .formatted(
                    service.id(),
                    about.revision().toLowerCase(Locale.ROOT),
                    at.z(),
                    at.x(),
                    at.y()),
            () -> upstream.fetch(address, Picture.MOST_BYTES),
            bytes -> Picture.of(bytes).isPresent()));
  }
}
