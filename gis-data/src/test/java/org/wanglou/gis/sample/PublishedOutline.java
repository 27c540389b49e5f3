package org.wanglou.gis.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** The county line of a GeoJSON file with one polygon. */
final class PublishedOutline {
  private PublishedOutline() {}

  static Polygon read(Path file) throws IOException {
    var ring = new ObjectMapper().readTree(file.toFile()).at("/features/0/geometry/coordinates/0");
    var corners = new ArrayList<Coordinate>();
    ring.forEach(c -> corners.add(new Coordinate(c.get(0).asDouble(), c.get(1).asDouble())));
    return XiOutline.GEOMETRIES.createPolygon(corners.toArray(Coordinate[]::new));
  }
}
