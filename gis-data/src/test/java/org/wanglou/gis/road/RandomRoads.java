package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * Small networks with everything that is awkward: parallel edges, loops, dead ends, islets,
 * one-ways in both senses, ways barred to some, restrictions over one to three junctions.
 */
final class RandomRoads {
  private final Random random;
  private final List<Point> nodes;
  private final List<RoadEdge> edges;
  final RoadNetwork network;

  RandomRoads(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds begin alike
    nodes =
        IntStream.range(0, 2 + random.nextInt(8))
            .mapToObj(
                i -> Streets.point(111 + random.nextDouble() / 50, 36 + random.nextDouble() / 50))
            .toList();
    edges =
        IntStream.range(1, nodes.size() + 1 + random.nextInt(8)).mapToObj(i -> edge(i)).toList();
    var favourite = walk();
    network =
        new RoadNetwork(
            nodes,
            edges,
            IntStream.range(0, random.nextInt(9)).mapToObj(i -> restriction(favourite)).toList());
  }

  /** The first edges join each node to one before, the others any to any. */
  private RoadEdge edge(int number) {
    boolean joins = number < nodes.size();
    int from = joins ? number : random.nextInt(nodes.size());
    int to = random.nextInt(joins ? number : nodes.size());
    var a = nodes.get(from).getCoordinate();
    var b = nodes.get(to).getCoordinate();
    var middle =
        new Coordinate((a.x + b.x) / 2 + random.nextGaussian() / 1000, (a.y + b.y) / 2 + 0.001);
    var line = Streets.GEO.createLineString(new Coordinate[] {a, middle, b});
    var copy =
        new EdgeCopy(Streets.edge(from, to, line))
            .lengthM(1 + random.nextInt(1000))
            .roadClass(mostly("residential", "primary", "path"))
            .motorAccess(mostly("yes", "destination", "private", "emergency", "no"))
            .footAccess(mostly("yes", "private", "no"))
            .oneWay(List.of(0, 0, 0, 1, -1).get(random.nextInt(5)));
    return random.nextInt(4) == 0 ? copy.maxSpeedKmh(5 + random.nextInt(90)).edge() : copy.edge();
  }

  private String mostly(String usual, String... others) {
    return random.nextInt(10) < 8 ? usual : others[random.nextInt(others.length)];
  }

  /** Edges driven one after the other, and the nodes between them. */
  private record Walk(List<Integer> edges, List<Integer> between) {}

  private Walk walk() {
    int start = random.nextInt(edges.size());
    int node = random.nextBoolean() ? edges.get(start).fromNode() : edges.get(start).toNode();
    var walk = new Walk(new ArrayList<>(List.of(start)), new ArrayList<>());
    while (walk.edges.size() < 4) {
      int at = node;
      var next =
          IntStream.range(0, edges.size())
              .filter(e -> edges.get(e).fromNode() == at || edges.get(e).toNode() == at)
              .toArray();
      int edge = next[random.nextInt(next.length)];
      walk.edges.add(edge);
      walk.between.add(at);
      node =
          edges.get(edge).fromNode() == at ? edges.get(edge).toNode() : edges.get(edge).fromNode();
    }
    return walk;
  }

  /** Part of a walk, so that most restrictions matter; often of the same, so that they overlap. */
  private TurnRestriction restriction(Walk favourite) {
    var walk = random.nextBoolean() ? favourite : walk();
    int begin = random.nextInt(3);
    int end = begin + 1 + random.nextInt(3 - begin);
    boolean viaNode = end == begin + 1;
    return new TurnRestriction(
        walk.edges.get(begin),
        viaNode ? Optional.of(walk.between.get(begin)) : Optional.empty(),
        walk.edges.subList(begin + 1, end),
        walk.edges.get(end),
        random.nextInt(3) == 0,
        random.nextInt(4) == 0 ? List.of("emergency") : List.of());
  }

  ClosureMask closures() {
    return ClosureMask.of(IntStream.range(0, edges.size()).filter(e -> random.nextInt(20) == 0));
  }

  Profile profile() {
    return List.of(Profile.CAR, Profile.CAR, Profile.FIRE_ENGINE, Profile.FOOT)
        .get(random.nextInt(4));
  }

  /** What {@link Streets#speeds} says, told otherwise. */
  static double kmh(Profile profile, RoadEdge edge) {
    if (profile == Profile.FOOT) {
      return 3.6;
    }
    double kmh = edge.roadClass().equals("path") ? 0 : edge.roadClass().equals("primary") ? 72 : 36;
    return Math.min(kmh, edge.maxSpeedKmh().orElse(200));
  }

  Histories.Spot spot() {
    int edge = random.nextInt(edges.size());
    return switch (random.nextInt(4)) {
      case 0 -> new Histories.Spot(edge, 0, edges.get(edge).fromNode());
      case 1 -> new Histories.Spot(edge, 1, edges.get(edge).toNode());
      default -> new Histories.Spot(edge, random.nextDouble(), Place.MID_EDGE);
    };
  }

  /** Places of a point, nearest first. */
  List<Histories.Spot> spots(int atMost) {
    return IntStream.rangeClosed(0, random.nextInt(atMost)).mapToObj(i -> spot()).toList();
  }
}
