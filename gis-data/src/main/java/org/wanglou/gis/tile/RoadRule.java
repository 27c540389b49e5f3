package org.wanglou.gis.tile;

import java.util.Optional;
import java.util.Set;

/**
 * How roads of some classes are drawn. A road without a casing is a plain, mostly dashed line.
 *
 * @param width of the fill; the casing adds its own width on both sides
 */
record RoadRule(
    Set<String> classes, int from, String fill, ByZoom width, Dash dash, Optional<Casing> casing) {
  record Casing(String colour, ByZoom width) {}
}
