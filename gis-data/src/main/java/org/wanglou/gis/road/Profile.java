package org.wanglou.gis.road;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Who travels. The speeds of a profile are data (table road_speed); its rights are here.
 *
 * <p>All motor profiles keep to one-ways and turn restrictions and may drive where access is {@code
 * yes} or {@code destination}. Emergency vehicles may also use {@code private} and {@code
 * emergency} ways. On foot only {@code foot_access} counts: one-ways, motor access and turn
 * restrictions do not.
 */
public enum Profile {
  CAR,
  FIRE_ENGINE,
  AMBULANCE,
  COACH,
  HEAVY_TRUCK,
  OFF_ROAD,
  FOOT;

  /** The name in tables and in JSON, for example {@code fire_engine}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The profile of a code.
   *
   * @throws IllegalArgumentException for any other text; the contract checks requests before
   */
  public static Profile of(String code) {
    return Arrays.stream(values())
        .filter(profile -> profile.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no road profile " + code));
  }

  boolean onFoot() {
    return this == FOOT;
  }

  boolean isEmergency() {
    return this == FIRE_ENGINE || this == AMBULANCE;
  }

  /** Whether a way with these access values may be used at all; class and speed decide further. */
  boolean mayUse(String motorAccess, String footAccess) {
    if (onFoot()) {
      return footAccess.equals("yes");
    }
    return switch (motorAccess) {
      case "yes", "destination" -> true;
      case "private", "emergency" -> isEmergency();
      default -> false;
    };
  }

  /** Whether a turn restriction with these OSM {@code except} values binds this profile. */
  boolean isBoundBy(Collection<String> exempt) {
    return !onFoot() && exemptions().stream().noneMatch(exempt::contains);
  }

  private Set<String> exemptions() {
    return switch (this) {
      case CAR, OFF_ROAD -> Set.of("motorcar", "motor_vehicle", "vehicle");
      case FIRE_ENGINE, AMBULANCE -> Set.of("emergency", "motor_vehicle", "vehicle");
      case COACH -> Set.of("coach", "tourist_bus", "motor_vehicle", "vehicle");
      case HEAVY_TRUCK -> Set.of("hgv", "goods", "motor_vehicle", "vehicle");
      case FOOT -> Set.of();
    };
  }
}
