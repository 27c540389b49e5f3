package org.wanglou.gis.tile;

import java.util.Optional;

/**
 * How lines of a kind, or the outlines of its areas, are drawn.
 *
 * @param inlay a second, thinner and dashed line on top, which makes a railway
 */
record LineRule(
    String kind,
    Span ranks,
    int from,
    String colour,
    ByZoom width,
    Dash dash,
    Optional<Inlay> inlay) {
  record Inlay(String colour, int from, ByZoom width, Dash dash) {}
}
