package org.wanglou.gis.road;

import java.util.List;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.fault.Fault;

/** Searches on a graph. Keeps nothing between calls that a caller could see; thread safe. */
public final class Router {
  /** No place farther than this from a usable road is answered. */
  public static final double SNAP_LIMIT_M = 5_000;

  /** Do vehicles drive towards {@code here} or away from it? */
  public enum Heading {
    TOWARDS,
    AWAY
  }

  private final RoadGraph graph;

  public Router(RoadGraph graph) {
    this.graph = graph;
  }

  public Route route(Point from, Point to, Profile profile, ClosureMask closed) {
    if (graph.isEmpty()) {
      throw Fault.invalid("", "road.empty");
    }
    return null;
  }

  public Reach nearest(
      Point here,
      List<Point> there,
      Heading heading,
      Profile profile,
      ClosureMask closed,
      int limit) {
    if (graph.isEmpty()) {
      throw Fault.invalid("", "road.empty");
    }
    return null;
  }

  public Matrix matrix(
      List<Point> sources, List<Point> targets, Profile profile, ClosureMask closed) {
    if (graph.isEmpty()) {
      throw Fault.invalid("", "road.empty");
    }
    return null;
  }
}
