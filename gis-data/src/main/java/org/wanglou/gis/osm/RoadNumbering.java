package org.wanglou.gis.osm;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.geo.HilbertOrder;

/**
 * Gives nodes and edges their dense numbers: nodes in {@link HilbertOrder}, edges by their lower
 * node.
 */
final class RoadNumbering {
  /** The table wants lengths above 0; two nodes on one place are this far apart. */
  private static final double SHORTEST_M = 0.01;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<Point> nodes = new ArrayList<>();
  private final List<RoadEdge> edges = new ArrayList<>();
  private final LongIntHashMap numbers = new LongIntHashMap();
  private final Map<Long, List<Integer>> edgesOfWay = new HashMap<>();

  RoadNumbering(List<RoadPiece> pieces) {
    numberNodes(pieces);
    numberEdges(pieces);
  }

  List<Point> nodes() {
    return nodes;
  }

  List<RoadEdge> edges() {
    return edges;
  }

  /** The network's number of an OSM node, or -1 when it is none of its nodes. */
  int node(long osmNode) {
    return numbers.getOrDefault(osmNode, -1);
  }

  /** Edges of a way in its order; none when it is no road. */
  List<Integer> edgesOf(long way) {
    return edgesOfWay.getOrDefault(way, List.of());
  }

  private record Spot(long node, Coordinate place, int code) {}

  private void numberNodes(List<RoadPiece> pieces) {
    var places = new HashMap<Long, Coordinate>();
    var box = new Envelope();
    for (var piece : pieces) {
      places.put(piece.from(), piece.line()[0]);
      places.put(piece.to(), piece.line()[piece.line().length - 1]);
    }
    places.values().forEach(box::expandToInclude);
    var curve = new HilbertOrder(box);
    places.entrySet().stream()
        .map(spot -> new Spot(spot.getKey(), spot.getValue(), curve.code(spot.getValue())))
        .sorted(Comparator.comparingInt(Spot::code).thenComparingLong(Spot::node))
        .forEach(
            spot -> {
              numbers.put(spot.node(), nodes.size());
              nodes.add(GEOMETRIES.createPoint(spot.place()));
            });
  }

  private void numberEdges(List<RoadPiece> pieces) {
    var order =
        IntStream.range(0, pieces.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> lowerNode(pieces.get(i))))
            .toList();
    var numberOfPiece = new int[pieces.size()];
    for (int piece : order) {
      numberOfPiece[piece] = edges.size();
      edges.add(edge(pieces.get(piece)));
    }
    for (int i = 0; i < pieces.size(); i++) {
      edgesOfWay
          .computeIfAbsent(pieces.get(i).way(), way -> new ArrayList<>())
          .add(numberOfPiece[i]);
    }
  }

  private int lowerNode(RoadPiece piece) {
    return Math.min(numbers.get(piece.from()), numbers.get(piece.to()));
  }

  private RoadEdge edge(RoadPiece piece) {
    var tags = piece.tags();
    return new RoadEdge(
        numbers.get(piece.from()),
        numbers.get(piece.to()),
        GEOMETRIES.createLineString(piece.line()),
        Math.max(SHORTEST_M, Ground.lengthM(piece.line())),
        tags.roadClass(),
        tags.name(),
        tags.ref(),
        tags.surface(),
        tags.oneWay(),
        tags.motor().code(),
        tags.foot().code(),
        tags.maxSpeedKmh(),
        tags.maxHeightM(),
        tags.maxWidthM(),
        tags.maxWeightT(),
        tags.lanes(),
        tags.structure(),
        tags.level(),
        Optional.of("way/" + piece.way()));
  }
}
