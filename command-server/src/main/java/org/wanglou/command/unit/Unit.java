package org.wanglou.command.unit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Point;

/**
 * A crew with its vehicle.
 *
 * @param type fire_engine, ambulance, police_car ...
 * @param profile code of the road profile of its vehicle
 * @param activeOrder the one order it has now, if any
 * @param latest its newest position, if any was ever reported
 */
public record Unit(
    UUID id,
    String name,
    Optional<String> callSign,
    String type,
    String profile,
    Set<String> capabilities,
    int crew,
    Optional<String> phone,
    Base base,
    UnitStatus status,
    Instant statusSince,
    Optional<UUID> activeOrder,
    Optional<Position> latest,
    String provenance,
    int revision) {

  /**
   * Where it is stationed.
   *
   * @param id feature of the station, if it is one of the layers
   */
  public record Base(Optional<UUID> id, String name, Point location) {}

  public Unit {
    capabilities = Set.copyOf(capabilities);
  }
}
