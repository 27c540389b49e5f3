package org.wanglou.gis.tile;

import java.util.Optional;

/** A row of road_edge, ready to be drawn. */
record MapRoad(
    String roadClass,
    Optional<String> name,
    Optional<String> ref,
    Course course,
    int level,
    Outline outline) {

  /** Whether it lies on, under or over the ground. */
  enum Course {
    TUNNEL,
    GROUND,
    BRIDGE
  }
}
