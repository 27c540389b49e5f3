package org.wanglou.gis.road;

import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * The fastest way between two places on the network.
 *
 * @param durationS driving time on the network; the way from the point to the road is not in it
 * @param distanceM length on the network
 * @param geometry in driving direction, cut at both places; at least two coordinates
 * @param snapFromM from the asked start to its place on the network
 * @param snapToM from the asked end to its place on the network
 * @param closedFromM of the length, on the closed edge that the start lies on
 * @param closedToM of the length, on the closed edge that the end lies on; also when the start lies
 *     on it too and is not left
 * @param edges driven edges in order, first and last perhaps in part; empty when start and end are
 *     the same junction
 */
public record Route(
    double durationS,
    double distanceM,
    LineString geometry,
    double snapFromM,
    double snapToM,
    double closedFromM,
    double closedToM,
    List<Integer> edges) {
  public Route {
    edges = List.copyOf(edges);
  }
}
