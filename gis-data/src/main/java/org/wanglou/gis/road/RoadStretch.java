package org.wanglou.gis.road;

import java.util.Optional;
import org.locationtech.jts.geom.LineString;

/** One edge as people see it. {@code edge} is the id in the table road_edge. */
public record RoadStretch(
    int edge,
    LineString geometry,
    Optional<String> name,
    Optional<String> ref,
    String roadClass,
    double lengthM) {}
