package org.wanglou.gis.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What the map shows beyond the county line: invented rivers, and the names of the six neighbours
 * on the side where they lie. Their seats and lines are not known here.
 */
record Neighbours(Rivers rivers, Map<String, Coordinate> names) {
  private static final double MARGIN = 0.6; // as far as the relief

  static Neighbours of(Land land, Outskirts outskirts) {
    var box = new Envelope(land.outline().getEnvelopeInternal());
    box.expandBy(MARGIN * box.getWidth() - 400, MARGIN * box.getHeight() - 400);
    var region = XiOutline.GEOMETRIES.toGeometry(box).difference(land.outline());
    return new Neighbours(Rivers.beyond(land.terrain(), outskirts, region), published());
  }

  /** Names of the Bureau of Statistics; the places say no more than the direction. */
  private static Map<String, Coordinate> published() {
    var names = new LinkedHashMap<String, Coordinate>();
    names.put("大宁县", Plane.place(110.72, 36.53));
    names.put("永和县", Plane.place(110.66, 36.73));
    names.put("石楼县", Plane.place(110.78, 36.95));
    names.put("交口县", Plane.place(111.20, 36.93));
    names.put("汾西县", Plane.place(111.36, 36.66));
    names.put("蒲县", Plane.place(111.05, 36.48));
    return names;
  }
}
