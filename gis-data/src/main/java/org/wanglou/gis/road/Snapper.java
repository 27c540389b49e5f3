package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Finds the places of the network where a point may stand, nearest first. Only edges that the
 * profile uses count. There are several, because the nearest road may be cut off:
 *
 * <ul>
 *   <li>a closed edge that the point lies on: nearer than any open one and at most 50 m away;
 *   <li>the nearest open edge, and up to seven more that are at most 250 m farther away: from there
 *       hoses and stretchers are carried;
 *   <li>if none of these is connected with the main network even without closures, the nearest open
 *       edge within 5 km that is. A yard that is not joined to anything is an accident of the data,
 *       but a valley behind a closure is not, and must be told as cut off.
 * </ul>
 *
 * A place within 1 m of a junction is the junction, so that no road meeting there is favoured.
 */
final class Snapper {
  private static final int AT_MOST = 8;
  private static final double FARTHER_M = 250;
  private static final double JUNCTION_M = 1;

  /** As near as a point must be that closes a road. */
  private static final double LIES_ON_M = 50;

  private final EdgeShapes shapes;
  private final SegmentIndex index;

  Snapper(EdgeShapes shapes, SegmentIndex index) {
    this.shapes = shapes;
    this.index = index;
  }

  /** Places to start from ({@code outgoing}) or to drive to. */
  List<Place> places(Point point, ProfileGraph graph, ClosureMask closed, boolean outgoing) {
    return places(point, new Collector(point, graph, closed, outgoing, false));
  }

  /**
   * The same, but none farther than the first that is connected: enough, and several times faster,
   * when nothing is closed and the other side is connected too.
   */
  List<Place> placesUntilConnected(Point point, ProfileGraph graph, boolean outgoing) {
    return places(point, new Collector(point, graph, ClosureMask.NONE, outgoing, true));
  }

  private List<Place> places(Point point, Collector collected) {
    index.nearest(point.getX(), point.getY(), collected);
    collected.onClosed.ifPresent(collected.places::add);
    collected.places.sort(Comparator.comparingDouble(Place::snapM));
    return collected.places;
  }

  /** Distance to the nearest edge that the profile uses, closed or not; empty if there is none. */
  OptionalDouble distanceM(Point point, ProfileGraph graph) {
    var distance = new double[] {Double.NaN};
    index.nearest(
        point.getX(),
        point.getY(),
        (edge, segment, t, metres) -> {
          if (graph.usable(edge)) {
            distance[0] = geodesicM(point, shapes.onSegment(segment, t));
          }
          return !graph.usable(edge);
        });
    return Double.isNaN(distance[0]) ? OptionalDouble.empty() : OptionalDouble.of(distance[0]);
  }

  private static double geodesicM(Point point, Coordinate at) {
    return LocalMetric.geodesicM(point.getX(), point.getY(), at.x, at.y);
  }

  private final class Collector implements SegmentIndex.Visitor {
    private final Point point;
    private final ProfileGraph graph;
    private final ClosureMask closed;
    private final boolean outgoing;
    private final boolean nearestOnly;
    private final List<Place> places = new ArrayList<>();
    private Optional<Place> onClosed = Optional.empty();
    private boolean connected;

    Collector(
        Point point,
        ProfileGraph graph,
        ClosureMask closed,
        boolean outgoing,
        boolean nearestOnly) {
      this.point = point;
      this.graph = graph;
      this.closed = closed;
      this.outgoing = outgoing;
      this.nearestOnly = nearestOnly;
    }

    @Override
    public boolean meet(int edge, int segment, double t, double distanceM) {
      boolean near =
          places.size() < AT_MOST
              && (places.isEmpty() || distanceM <= places.get(0).snapM() + FARTHER_M);
      if (distanceM > Router.SNAP_LIMIT_M || (connected && (!near || nearestOnly))) {
        return false;
      }
      if (graph.usable(edge) && closed.closed(edge)) {
        meetClosed(edge, segment, t, distanceM);
      } else if (graph.usable(edge) && !isKnown(edge)) {
        var place = place(edge, segment, t);
        boolean connects = graph.main().connects(place.links(), outgoing);
        if (isNew(place) && (near || connects)) {
          places.add(place);
          connected |= connects;
        }
      }
      return true;
    }

    /** At a junction one stands on the open roads that meet there, if any do. */
    private void meetClosed(int edge, int segment, double t, double distanceM) {
      if (places.isEmpty() && onClosed.isEmpty() && distanceM <= LIES_ON_M) {
        onClosed = Optional.of(place(edge, segment, t)).filter(Place::isMidEdge);
      }
    }

    /** An edge is met once for each of its segments. */
    private boolean isKnown(int edge) {
      return places.stream().anyMatch(known -> known.edge() == edge);
    }

    /** A junction is met once for each of its edges. */
    private boolean isNew(Place place) {
      return place.isMidEdge() || places.stream().noneMatch(known -> known.node() == place.node());
    }

    private Place place(int edge, int segment, double t) {
      double share = shapes.share(edge, segment, t);
      double lengthM = graph.lengthM(edge);
      boolean atBegin = share * lengthM <= JUNCTION_M && share <= 0.5;
      boolean atEnd = (1 - share) * lengthM <= JUNCTION_M && !atBegin;
      double snapM = geodesicM(point, shapes.onSegment(segment, t));
      if (atBegin || atEnd) {
        int node = graph.nodeAt(edge, atEnd);
        double end = atEnd ? 1 : 0;
        var links = graph.links(node, outgoing);
        return new Place(edge, end, node, shapes.at(edge, end), snapM, links, false);
      }
      var links = graph.links(edge, share, outgoing);
      var at = shapes.at(edge, share);
      return new Place(edge, share, Place.MID_EDGE, at, snapM, links, closed.closed(edge));
    }
  }
}
