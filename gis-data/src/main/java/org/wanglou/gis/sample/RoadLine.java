package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * A line to be built, on the plane; lines join where they share a vertex and where they cross.
 *
 * @param name empty: none
 */
@SuppressWarnings("ArrayRecordComponent") // vertices in order; never compared by them
record RoadLine(RoadKind kind, String name, Coordinate[] places) {}
