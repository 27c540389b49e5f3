package org.wanglou.gis.osm;

import java.util.Locale;
import java.util.Set;

/** Who may walk; values of road_edge.foot_access. */
enum FootAccess {
  YES,
  PRIVATE,
  NO;

  private static final Set<String> MOTORWAYS = Set.of("motorway", "motorway_link");

  static FootAccess ofWay(Tags tags, String roadClass) {
    boolean closed = MOTORWAYS.contains(roadClass) || tags.is("motorroad", "yes");
    return tagged(tags, closed ? NO : YES);
  }

  static FootAccess ofBarrier(Tags tags, FootAccess byDefault) {
    return tagged(tags, byDefault);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  FootAccess stricter(FootAccess other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** A tag for walkers decides; one for everybody can only close. */
  private static FootAccess tagged(Tags tags, FootAccess byDefault) {
    return tags.has("foot")
        ? of(tags.get("foot"), byDefault)
        : of(tags.get("access"), byDefault).stricter(byDefault);
  }

  private static FootAccess of(String value, FootAccess byDefault) {
    return switch (value) {
      case "yes", "designated", "permissive", "official", "public", "destination" -> YES;
      case "private", "customers", "permit", "residents", "employees" -> PRIVATE;
      case "no", "use_sidepath", "military" -> NO;
      default -> byDefault;
    };
  }
}
