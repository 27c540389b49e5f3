package org.wanglou.gis.road;

/**
 * The fastest way between two places.
 *
 * @param arcs in driving order, first and last in part where a place lies in the middle of an edge
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Leg(Place start, Place end, long ticks, int[] arcs) {
  double durationS() {
    return ticks / EdgeTable.TICKS_PER_S;
  }

  double snapM() {
    return start.snapM() + end.snapM();
  }

  /** Share of its edge at which an arc is entered. */
  double enteredAt(int index) {
    if (index == 0 && start.isMidEdge()) {
      return start.share();
    }
    return EdgeTable.against(arcs[index]) ? 1 : 0;
  }

  /** Share of its edge at which an arc is left. */
  double leftAt(int index) {
    if (index == arcs.length - 1 && end.isMidEdge()) {
      return end.share();
    }
    return EdgeTable.against(arcs[index]) ? 0 : 1;
  }
}
