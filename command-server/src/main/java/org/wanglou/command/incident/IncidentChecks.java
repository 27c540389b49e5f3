package org.wanglou.command.incident;

import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.county.Counties;
import org.wanglou.gis.fault.Fault;

/** What the contract cannot know of an incident's fields. */
final class IncidentChecks {
  /** Neighbours ask for help; what lies further outside is a slip of the finger. */
  static final double FURTHEST_OUTSIDE_KM = 50;

  private static final double KM_PER_DEGREE = 111.32;

  private IncidentChecks() {}

  /**
   * Checks that the place may be meant. Without a county any place may.
   *
   * @throws Fault INVALID {@code location.swapped}, {@code incident.outside_county}
   */
  static void place(Handle tx, Point location) {
    Counties.inForce(tx)
        .ifPresent(
            county -> {
              county.noticeSwapped(location, "/location/coordinates");
              double outsideKm = outsideKm(location, county.bounds());
              if (outsideKm > FURTHEST_OUTSIDE_KM) {
                throw Fault.invalid(
                    "/location/coordinates",
                    "incident.outside_county",
                    Math.round(outsideKm),
                    county.name(),
                    Math.round(FURTHEST_OUTSIDE_KM));
              }
            });
  }

  /**
   * Checks that there is something to read.
   *
   * @throws Fault INVALID {@code incident.title_blank}
   */
  static void title(String title) {
    if (title.isBlank()) {
      throw Fault.invalid("/title", "incident.title_blank");
    }
  }

  /** Good to a few percent, which is enough to tell a slip from a neighbour. */
  static double outsideKm(Point place, Envelope county) {
    double east =
        Math.max(0, Math.max(county.getMinX() - place.getX(), place.getX() - county.getMaxX()));
    double north =
        Math.max(0, Math.max(county.getMinY() - place.getY(), place.getY() - county.getMaxY()));
    return KM_PER_DEGREE * Math.hypot(east * Math.cos(Math.toRadians(place.getY())), north);
  }
}
