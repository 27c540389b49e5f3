package org.wanglou.gis.road;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * The road network of the dataset in force, in flat arrays: attributes of the edges ({@link
 * EdgeTable}), their geometry ({@link EdgeShapes}) with an index, and for each profile that was
 * asked for the graph as that profile drives it ({@link ProfileGraph}).
 *
 * <p>Immutable as seen from outside and safe for many threads; a profile's graph is built by the
 * first who asks. Per edge about 30 B of attributes, 26 B a coordinate with the index, and for each
 * profile 48 B for an edge driven both ways.
 */
public final class RoadGraph {
  private final GeometryFactory geometries;
  private final EdgeTable edges;
  private final EdgeShapes shapes;
  private final SegmentIndex index;
  private final List<TurnRestriction> restrictions;
  private final Map<Profile, ProfileGraph> profiles = new ConcurrentHashMap<>();

  RoadGraph(
      EdgeTable edges,
      EdgeShapes shapes,
      List<TurnRestriction> restrictions,
      GeometryFactory geometries) {
    this.edges = edges;
    this.shapes = shapes;
    this.restrictions = List.copyOf(restrictions);
    this.geometries = geometries;
    index = new SegmentIndex(shapes);
  }

  /**
   * Reads the road tables and the speeds in force today; an empty graph when nothing is loaded.
   *
   * @throws IllegalStateException when ids are not dense, as the loader makes them
   */
  public static RoadGraph load(Handle tx) {
    return new RoadTables(tx).read();
  }

  /** A graph of a network that is at hand. */
  static RoadGraph of(RoadNetwork network, SpeedTable speeds) {
    var edges = new EdgeTable(network.nodes().size(), network.edges().size(), speeds);
    var shapes = new EdgeShapes(network.edges().size());
    network
        .edges()
        .forEach(
            edge -> {
              edges.add(edge);
              shapes.add(edge.geometry());
            });
    return new RoadGraph(edges, shapes, network.restrictions(), RoadTables.CGCS2000);
  }

  public int nodeCount() {
    return edges.nodeCount();
  }

  public int edgeCount() {
    return edges.count();
  }

  public boolean isEmpty() {
    return edgeCount() == 0;
  }

  /**
   * One edge as people see it.
   *
   * @throws IndexOutOfBoundsException when there is no such edge
   */
  public RoadStretch stretch(int edge) {
    Objects.checkIndex(edge, edgeCount());
    var line = new CoordinateList();
    shapes.appendPart(edge, 0, 1, line);
    return new RoadStretch(
        edge,
        line(line),
        edges.name(edge),
        edges.ref(edge),
        edges.roadClass(edge),
        edges.lengthM(edge));
  }

  /** The nearest edge that some vehicle may use; empty only when there is none. */
  public Optional<EdgeSnap> nearestEdge(Point at) {
    var nearest = new EdgeSnap[1];
    index.nearest(
        at.getX(),
        at.getY(),
        (edge, segment, t, distanceM) -> {
          if (edges.drivable(edge)) {
            var foot = shapes.onSegment(segment, t);
            double metres = LocalMetric.geodesicM(at.getX(), at.getY(), foot.x, foot.y);
            nearest[0] = new EdgeSnap(edge, metres, geometries.createPoint(foot));
          }
          return nearest[0] == null;
        });
    return Optional.ofNullable(nearest[0]);
  }

  /**
   * The edges that a closure drawn on the map means, in ascending order: for a point the nearest
   * drivable edge within 50 m, for a line the edges it runs along within 20 m (not those it only
   * crosses), for a polygon the edges that touch it, for a collection those of its parts.
   */
  public int[] edgesHitBy(Geometry area) {
    return new HitEdges(this, index).by(area);
  }

  ProfileGraph of(Profile profile) {
    return profiles.computeIfAbsent(profile, asked -> new ProfileGraph(edges, restrictions, asked));
  }

  Snapper snapper() {
    return new Snapper(shapes, index);
  }

  Route route(Leg leg) {
    var line = new CoordinateList();
    line.add(leg.start().at(), false);
    double metres = 0;
    var driven = new Integer[leg.arcs().length];
    for (int i = 0; i < driven.length; i++) {
      int edge = EdgeTable.edge(leg.arcs()[i]);
      driven[i] = edge;
      metres += lengthM(leg, i);
      shapes.appendPart(edge, leg.enteredAt(i), leg.leftAt(i), line);
    }
    return new Route(
        leg.durationS(),
        metres,
        line(line),
        leg.start().snapM(),
        leg.end().snapM(),
        leg.start().closed() && driven.length > 1 ? lengthM(leg, 0) : 0,
        leg.end().closed() ? lengthM(leg, driven.length - 1) : 0,
        List.of(driven));
  }

  double lengthM(Leg leg) {
    double metres = 0;
    for (int i = 0; i < leg.arcs().length; i++) {
      metres += lengthM(leg, i);
    }
    return metres;
  }

  private double lengthM(Leg leg, int arc) {
    return Math.abs(leg.leftAt(arc) - leg.enteredAt(arc))
        * edges.lengthM(EdgeTable.edge(leg.arcs()[arc]));
  }

  private LineString line(CoordinateList line) {
    if (line.size() == 1) {
      line.add(new Coordinate(line.getCoordinate(0)), true);
    }
    return geometries.createLineString(line.toCoordinateArray());
  }
}
