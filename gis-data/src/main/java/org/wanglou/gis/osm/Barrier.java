package org.wanglou.gis.osm;

import java.util.Optional;
import java.util.Set;

/**
 * What a barrier on a road lets through. Its own access tags win; else
 *
 * <ul>
 *   <li>gates and lifting bars are taken for locked to the public and passable for emergency
 *       services, who have the key,
 *   <li>a bollard stops every vehicle, one that can be removed only the public,
 *   <li>cattle grids, toll booths, borders and entrances stop nobody.
 * </ul>
 */
record Barrier(MotorAccess motor, FootAccess foot, Optional<Double> maxHeightM) {
  private static final Set<String> OPEN =
      Set.of(
          "cattle_grid",
          "toll_booth",
          "border_control",
          "entrance",
          "height_restrictor",
          "kerb",
          "sally_port",
          "checkpoint",
          "bump_gate",
          "no");
  private static final Set<String> SOLID =
      Set.of(
          "bollard",
          "block",
          "jersey_barrier",
          "log",
          "cycle_barrier",
          "motorcycle_barrier",
          "kissing_gate",
          "stile",
          "turnstile",
          "full-height_turnstile",
          "wicket_gate",
          "planter",
          "debris",
          "bus_trap",
          "sump_buster",
          "horse_stile",
          "single",
          "double",
          "triple",
          "diagonal",
          "squeeze",
          "wall",
          "fence",
          "hedge",
          "ditch",
          "retaining_wall",
          "guard_rail");
  private static final Set<String> NOT_EVEN_ON_FOOT =
      Set.of("wall", "fence", "hedge", "retaining_wall");
  private static final Set<String> REMOVABLE =
      Set.of("removable", "rising", "foldable", "flexible", "collapsible");

  static Barrier of(Tags tags) {
    var kind = tags.get("barrier");
    var motor = MotorAccess.ofBarrier(tags, byDefault(kind, tags));
    var onFoot = NOT_EVEN_ON_FOOT.contains(kind) ? FootAccess.NO : FootAccess.YES;
    return new Barrier(
        motor, FootAccess.ofBarrier(tags, onFoot), Measures.metres(tags.get("maxheight")));
  }

  private static MotorAccess byDefault(String kind, Tags tags) {
    if (OPEN.contains(kind)) {
      return MotorAccess.YES;
    }
    boolean removable = REMOVABLE.contains(tags.get("bollard"));
    return SOLID.contains(kind) && !removable ? MotorAccess.NO : MotorAccess.PRIVATE;
  }

  boolean letsAllThrough() {
    return motor == MotorAccess.YES && foot == FootAccess.YES && maxHeightM.isEmpty();
  }
}
