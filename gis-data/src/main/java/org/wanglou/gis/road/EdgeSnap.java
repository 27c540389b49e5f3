package org.wanglou.gis.road;

import org.locationtech.jts.geom.Point;

/**
 * The place on an edge that is nearest to a point.
 *
 * @param distanceM from the point to the place, on the ellipsoid
 */
public record EdgeSnap(int edge, double distanceM, Point snapped) {}
