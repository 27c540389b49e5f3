package org.wanglou.gis.tile;

import java.util.Set;

/**
 * Which names are written from which zoom on, and how.
 *
 * @param kind a kind of base_feature, or {@code road}
 * @param classes road classes; empty for other kinds
 * @param repeatPx distance at which a name along a line comes again, CSS pixels
 * @param pad free space kept around it, CSS pixels
 */
record LabelRule(
    Form form,
    String kind,
    Span ranks,
    Set<String> classes,
    int from,
    ByZoom size,
    boolean bold,
    String colour,
    double repeatPx,
    double pad) {

  enum Form {
    /** Centred on the place. */
    POINT,
    /** Below a small triangle. */
    PEAK,
    /** Letter by letter along the line. */
    LINE,
    /** A road's number in a box on the road. */
    SHIELD
  }
}
