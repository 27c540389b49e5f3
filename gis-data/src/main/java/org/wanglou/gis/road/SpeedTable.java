package org.wanglou.gis.road;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Free-flow speeds as the table road_speed gives them. A row with surface {@code *} is the speed of
 * a class; a class without one is not used by the profile. A row with a named surface caps the
 * class, or every class when its class is {@code *}.
 */
final class SpeedTable {
  private static final String ANY = "*";

  /** One row in force. */
  record Speed(String profile, String roadClass, String surface, double kmh) {}

  private record Key(String profile, String roadClass, String surface) {}

  private final Map<Key, Double> kmh = new HashMap<>();

  SpeedTable(List<Speed> rows) {
    rows.forEach(row -> kmh.put(new Key(row.profile, row.roadClass, row.surface), row.kmh));
  }

  /** Speed in km/h, or 0 when the profile does not use such a road. */
  double kmh(Profile profile, String roadClass, Optional<String> surface) {
    var speed = kmh.get(new Key(profile.code(), roadClass, ANY));
    if (speed == null) {
      return 0;
    }
    return surface
        .map(s -> Math.min(cap(profile, roadClass, s), cap(profile, ANY, s)))
        .map(cap -> Math.min(cap, speed))
        .orElse(speed);
  }

  private double cap(Profile profile, String roadClass, String surface) {
    return kmh.getOrDefault(new Key(profile.code(), roadClass, surface), Double.POSITIVE_INFINITY);
  }
}
