package org.wanglou.gis.osm;

import org.locationtech.jts.geom.Coordinate;

/**
 * A stretch of one way between two nodes of the network, before it has a number.
 *
 * @param from OSM node, or below 0 for a place that was made where a barrier was cut out
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared
record RoadPiece(long way, long from, long to, Coordinate[] line, RoadTags tags) {}
