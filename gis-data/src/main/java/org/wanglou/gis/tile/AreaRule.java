package org.wanglou.gis.tile;

import java.util.Optional;

/**
 * How areas of a kind are drawn.
 *
 * @param minPx areas of a smaller extent on the screen are left out
 */
record AreaRule(String kind, int from, String fill, double minPx, Optional<Edge> edge) {
  record Edge(String colour, int from, float width) {}
}
