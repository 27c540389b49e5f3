package org.wanglou.gis.osm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may drive, from everybody to nobody; values of road_edge.motor_access. The tag for the
 * narrowest class of vehicle wins: motorcar, then motor_vehicle, vehicle, access.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Key:access">Key:access</a>
 */
enum MotorAccess {
  YES,
  /** Residents, customers and deliveries: for a journey that begins or ends here. */
  DESTINATION,
  /** Locked or forbidden to the public; emergency services have the key. */
  PRIVATE,
  /** Made for emergency services only. */
  EMERGENCY,
  NO;

  private static final List<String> FOR_CARS = List.of("motorcar", "motor_vehicle");
  private static final List<String> FOR_ALL =
      List.of("motorcar", "motor_vehicle", "vehicle", "access");

  /** On these ways "access=yes" speaks of walkers and riders, never of cars. */
  private static final Set<String> NOT_FOR_CARS =
      Set.of("pedestrian", "footway", "path", "cycleway", "bridleway", "steps");

  private static final Map<String, MotorAccess> VALUES =
      Map.ofEntries(
          Map.entry("yes", YES),
          Map.entry("permissive", YES),
          Map.entry("designated", YES),
          Map.entry("official", YES),
          Map.entry("public", YES),
          Map.entry("destination", DESTINATION),
          Map.entry("customers", DESTINATION),
          Map.entry("delivery", DESTINATION),
          Map.entry("residents", DESTINATION),
          Map.entry("private", PRIVATE),
          Map.entry("permit", PRIVATE),
          Map.entry("agricultural", PRIVATE),
          Map.entry("forestry", PRIVATE),
          Map.entry("employees", PRIVATE),
          Map.entry("emergency", EMERGENCY),
          Map.entry("military", NO),
          Map.entry("no", NO));

  /** Access to a way of this class. */
  static MotorAccess ofWay(Tags tags, String roadClass) {
    boolean forCars = !NOT_FOR_CARS.contains(roadClass);
    var tagged = tagged(tags, forCars ? FOR_ALL : FOR_CARS);
    if (tags.is("service", "emergency_access")) {
      return EMERGENCY;
    }
    if (tagged != null) {
      return openToEmergency(tags, tagged);
    }
    // A fire engine drives into a pedestrian zone; on a footpath it does not fit.
    return roadClass.equals("pedestrian") ? EMERGENCY : openToEmergency(tags, forCars ? YES : NO);
  }

  /** Access past a barrier that says nothing about itself as {@code byDefault}. */
  static MotorAccess ofBarrier(Tags tags, MotorAccess byDefault) {
    var tagged = tagged(tags, FOR_ALL);
    return openToEmergency(tags, tagged == null ? byDefault : tagged);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  MotorAccess stricter(MotorAccess other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What is open to buses is open to a fire engine. */
  private static MotorAccess openToEmergency(Tags tags, MotorAccess access) {
    boolean open =
        tags.is("emergency", "yes", "designated", "official", "permissive")
            || tags.is("bus", "yes", "designated")
            || tags.is("psv", "yes", "designated");
    return access == NO && open ? EMERGENCY : access;
  }

  /** Null when no key says anything known. Of several values the mildest holds. */
  private static MotorAccess tagged(Tags tags, List<String> keys) {
    for (var key : keys) {
      var mildest =
          Tags.parts(tags.get(key)).stream()
              .map(VALUES::get)
              .filter(java.util.Objects::nonNull)
              .min(MotorAccess::compareTo);
      if (mildest.isPresent()) {
        return mildest.get();
      }
    }
    return null;
  }
}
