package org.wanglou.command.county;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Provenance;

/**
 * The loaded dataset, as the rest of the server knows it.
 *
 * @param id of the dataset in force; roads, layers and base map are of it
 * @param bounds in EPSG:4490, x is the longitude
 * @param attribution has to stand on the map
 */
public record County(
    UUID id,
    String name,
    String source,
    String attribution,
    Provenance provenance,
    Optional<LocalDate> dataDate,
    Envelope bounds,
    Instant loadedAt) {
  public County {
    bounds = new Envelope(bounds);
  }

  /**
   * Notices latitude and longitude in the wrong order.
   *
   * @param pointer where the point stands in the request
   * @throws Fault INVALID {@code location.swapped}
   */
  public void noticeSwapped(Point point, String pointer) {
    GeoJson.noticeSwapped(point, bounds, pointer);
  }
}
