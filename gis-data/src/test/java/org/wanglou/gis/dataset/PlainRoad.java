package org.wanglou.gis.dataset;

import java.util.Optional;
import org.locationtech.jts.geom.LineString;
import org.wanglou.gis.dataset.Dataset.RoadEdge;

/** A road of which nothing special is known: open to everybody, both ways, on the ground. */
public final class PlainRoad {
  private PlainRoad() {}

  public static RoadEdge edge(
      int from, int to, LineString line, double lengthM, String roadClass, Optional<String> name) {
    return new RoadEdge(
        from,
        to,
        line,
        lengthM,
        roadClass,
        name,
        Optional.empty(),
        Optional.empty(),
        0,
        "yes",
        "yes",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }
}
