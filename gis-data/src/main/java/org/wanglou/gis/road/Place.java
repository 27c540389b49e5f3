package org.wanglou.gis.road;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place on the network where a point stands for one profile, as a start or as an end.
 *
 * @param edge the edge it lies on; for a junction one that meets there
 * @param share of the edge's length from its beginning
 * @param node the junction that the place counts as, so that every road meeting there may be taken,
 *     or {@link #MID_EDGE}
 * @param at its coordinates
 * @param snapM from the point to it, on the ellipsoid
 * @param links how it hangs on the graph
 * @param closed whether the edge is closed: it may be driven from here or to here, but not through
 */
record Place(
    int edge, double share, int node, Coordinate at, double snapM, Links links, boolean closed) {
  static final int MID_EDGE = -1;

  boolean isMidEdge() {
    return node == MID_EDGE;
  }
}
