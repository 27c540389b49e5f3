package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;
import org.wanglou.gis.dataset.PlainRoad;

/**
 * Small road networks for tests. A junction is named by column and row, as on a chessboard: A1 is
 * in the south-west, A1.2 is 200 m north of it, blocks are about 1 km. A way is told as the
 * junctions it passes: {@code "A1 B1 B2"}. Every vehicle drives 36 km/h, on foot it is 3.6 km/h, so
 * a block takes about 100 s or 1,000 s.
 */
final class Streets {
  static final GeometryFactory GEO = new GeometryFactory(new PrecisionModel(), 4490);
  static final double WEST = 110.9;
  static final double SOUTH = 36.7;
  private static final double BLOCK_LON = 0.0112;
  private static final double BLOCK_LAT = 0.009;

  private final Map<String, Integer> nodes = new LinkedHashMap<>();
  private final List<Point> places = new ArrayList<>();
  private final Map<String, RoadEdge> edges = new LinkedHashMap<>();
  private final List<Supplier<TurnRestriction>> restrictions = new ArrayList<>();

  /** Streets along all blocks of a rectangle. */
  static Streets grid(int columns, int rows) {
    var streets = new Streets();
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y < rows; y++) {
        if (x > 0) {
          streets.road(name(x - 1, y) + " " + name(x, y));
        }
        if (y > 0) {
          streets.road(name(x, y - 1) + " " + name(x, y));
        }
      }
    }
    return streets;
  }

  /** No streets yet. */
  static Streets none() {
    return new Streets();
  }

  static String name(int column, int row) {
    return (char) ('A' + column) + "" + (row + 1);
  }

  /** Adds a road through the junctions, straight between them. */
  Streets road(String way) {
    var stops = way.split(" ", -1);
    for (int i = 1; i < stops.length; i++) {
      edges.put(key(stops[i - 1], stops[i]), straight(stops[i - 1], stops[i]));
    }
    return this;
  }

  Streets without(String way) {
    legs(way).forEach(edges::remove);
    return this;
  }

  /** May be driven only in this order. */
  Streets oneWay(String way) {
    var stops = way.split(" ", -1);
    for (int i = 1; i < stops.length; i++) {
      var key = key(stops[i - 1], stops[i]);
      int direction = edges.get(key).fromNode() == nodes.get(stops[i - 1]) ? 1 : -1;
      edges.computeIfPresent(key, (k, e) -> new EdgeCopy(e).oneWay(direction).edge());
    }
    return this;
  }

  Streets motorAccess(String way, String access) {
    return change(way, e -> new EdgeCopy(e).motorAccess(access).edge());
  }

  Streets footAccess(String way, String access) {
    return change(way, e -> new EdgeCopy(e).footAccess(access).edge());
  }

  Streets roadClass(String way, String roadClass) {
    return change(way, e -> new EdgeCopy(e).roadClass(roadClass).edge());
  }

  Streets surface(String way, String surface) {
    return change(way, e -> new EdgeCopy(e).surface(surface).edge());
  }

  Streets maxSpeed(String way, int kmh) {
    return change(way, e -> new EdgeCopy(e).maxSpeedKmh(kmh).edge());
  }

  private Streets change(String way, UnaryOperator<RoadEdge> change) {
    legs(way).forEach(key -> edges.computeIfPresent(key, (k, e) -> change.apply(e)));
    return this;
  }

  /** Must not be driven in this order. */
  Streets no(String way, String... exempt) {
    return restrict(way, false, exempt);
  }

  /** Who drives this way up to the last junction but one must drive on to the last. */
  Streets only(String way, String... exempt) {
    return restrict(way, true, exempt);
  }

  private Streets restrict(String way, boolean only, String... exempt) {
    var stops = way.split(" ", -1);
    restrictions.add(
        () -> {
          var ids = legs(way).map(this::id).toList();
          boolean viaNode = ids.size() == 2;
          return new TurnRestriction(
              ids.get(0),
              viaNode ? Optional.of(nodes.get(stops[1])) : Optional.empty(),
              viaNode ? List.of() : ids.subList(1, ids.size() - 1),
              ids.get(ids.size() - 1),
              only,
              List.of(exempt));
        });
    return this;
  }

  private static Stream<String> legs(String way) {
    var stops = way.split(" ", -1);
    return IntStream.range(1, stops.length).mapToObj(i -> key(stops[i - 1], stops[i]));
  }

  private static String key(String a, String b) {
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  private int id(String key) {
    return new ArrayList<>(edges.keySet()).indexOf(key);
  }

  /** Closes the roads along the ways. */
  ClosureMask closed(String... ways) {
    return ClosureMask.of(Stream.of(ways).flatMap(Streets::legs).mapToInt(this::id));
  }

  int edge(String way) {
    return id(key(way.substring(0, way.indexOf(' ')), way.substring(way.indexOf(' ') + 1)));
  }

  RoadNetwork network() {
    return new RoadNetwork(
        places, List.copyOf(edges.values()), restrictions.stream().map(Supplier::get).toList());
  }

  RoadGraph graph() {
    return RoadGraph.of(network(), speeds());
  }

  Router router() {
    return new Router(graph());
  }

  static SpeedTable speeds() {
    var rows = new ArrayList<SpeedTable.Speed>();
    for (var profile : Profile.values()) {
      double kmh = profile.onFoot() ? 3.6 : 36;
      rows.add(new SpeedTable.Speed(profile.code(), "residential", "*", kmh));
      rows.add(new SpeedTable.Speed(profile.code(), "primary", "*", profile.onFoot() ? 3.6 : 72));
      rows.add(new SpeedTable.Speed(profile.code(), "*", "gravel", 18));
      rows.add(new SpeedTable.Speed(profile.code(), "primary", "sett", 36));
    }
    rows.add(new SpeedTable.Speed("foot", "path", "*", 3.6));
    return new SpeedTable(rows);
  }

  Point at(String junction) {
    return places.get(nodes.get(junction));
  }

  /** A point on the way between two junctions, moved sideways to the north-east. */
  Point between(String a, String b, double share, double asideM) {
    var from = at(a);
    var to = at(b);
    var aside = asideM / 111_000;
    return point(
        from.getX() + share * (to.getX() - from.getX()) + aside * 1.25,
        from.getY() + share * (to.getY() - from.getY()) + aside);
  }

  static Point point(double lon, double lat) {
    return GEO.createPoint(new Coordinate(lon, lat));
  }

  /** The junctions between which a route's edges run, in order. */
  String way(Route route) {
    var names = List.copyOf(nodes.keySet());
    var rows = List.copyOf(edges.values());
    var way = new ArrayList<String>();
    for (int id : route.edges()) {
      var ends = List.of(names.get(rows.get(id).fromNode()), names.get(rows.get(id).toNode()));
      if (way.isEmpty()) {
        way.add(ends.get(setsOutForward(route, rows.get(id)) ? 0 : 1));
      }
      way.add(ends.get(way.get(way.size() - 1).equals(ends.get(0)) ? 1 : 0));
    }
    return String.join(" ", way);
  }

  private static boolean setsOutForward(Route route, RoadEdge first) {
    var begin = first.geometry().getCoordinateN(0);
    return begin.distance(route.geometry().getCoordinateN(0))
        < begin.distance(route.geometry().getCoordinateN(1));
  }

  private RoadEdge straight(String a, String b) {
    var line =
        GEO.createLineString(
            new Coordinate[] {
              places.get(node(a)).getCoordinate(), places.get(node(b)).getCoordinate()
            });
    return edge(node(a), node(b), line);
  }

  private int node(String name) {
    return nodes.computeIfAbsent(
        name,
        key -> {
          places.add(
              point(
                  WEST + (key.charAt(0) - 'A') * BLOCK_LON,
                  SOUTH + (Double.parseDouble(key.substring(1)) - 1) * BLOCK_LAT));
          return places.size() - 1;
        });
  }

  static RoadEdge edge(int from, int to, LineString line) {
    var a = line.getCoordinateN(0);
    var b = line.getCoordinateN(line.getNumPoints() - 1);
    return PlainRoad.edge(
        from, to, line, LocalMetric.geodesicM(a.x, a.y, b.x, b.y), "residential", Optional.empty());
  }
}
