package org.wanglou.gis.tile;

import java.util.List;

/**
 * How the ground's shape is drawn.
 *
 * @param dark colour and, by its alpha, strength of full shade
 * @param bright of full light
 * @param exaggeration of heights, by zoom
 * @param contours by zoom, the closest last; the last one that begins at or before a zoom holds
 * @param label of the index contours
 */
record ReliefRule(
    int from,
    String dark,
    String bright,
    ByZoom exaggeration,
    List<Contours> contours,
    ByZoom contourWidth,
    ByZoom indexWidth,
    String contour,
    String index,
    LabelRule label) {

  /** Distance in height between contours, and between those that are drawn stronger, metres. */
  record Contours(int from, int intervalM, int indexM) {}
}
