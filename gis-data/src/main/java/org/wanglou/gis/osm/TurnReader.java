package org.wanglou.gis.osm;

import com.graphhopper.reader.ReaderElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * Turns restriction relations into sequences of edges. Left out, and counted in the {@link Tally}:
 * those for other vehicles or for some hours only, those whose members are not all there, and those
 * of which one cannot tell which edge is meant because a way goes on beyond the junction.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Relation:restriction">Relation:restriction</a>
 */
final class TurnReader {
  private static final String[] KEYS = {
    "restriction", "restriction:motor_vehicle", "restriction:motorcar"
  };

  private final RoadNumbering roads;
  private final Tally tally;
  private final Set<TurnRestriction> found = new java.util.LinkedHashSet<>();

  TurnReader(RoadNumbering roads, Tally tally) {
    this.roads = roads;
    this.tally = tally;
  }

  /** Nodes between the two ways; the roads have to be split there. */
  static List<Long> viaNodes(OsmExtract.Relation relation) {
    return members(relation, "via", ReaderElement.Type.NODE);
  }

  List<TurnRestriction> read(List<OsmExtract.Relation> relations) {
    for (var relation : relations) {
      if (relation.tags().is("type", "restriction")) {
        tally.add(read(relation));
      }
    }
    return List.copyOf(found);
  }

  private String read(OsmExtract.Relation relation) {
    var kind = relation.tags().first(KEYS).orElse("");
    if (!kind.startsWith("no_") && !kind.startsWith("only_")) {
      return "turn left out: for other vehicles or hours";
    }
    var sides = Sides.of(relation);
    if (!sides.isComplete()) {
      return "turn left out: members missing";
    }
    boolean onlyThis = kind.startsWith("only_");
    var exempt = Tags.parts(relation.tags().get("except"));
    var made = new ArrayList<TurnRestriction>();
    for (long from : sides.from()) {
      for (long to : sides.to()) {
        sequence(from, sides, to, onlyThis).forEach(s -> made.add(s.restriction(onlyThis, exempt)));
      }
    }
    found.addAll(made);
    return made.isEmpty() ? "turn left out: roads not joined or not clear" : "turn kept";
  }

  /** Edges of a turn; through a node, or through edges in driving order. */
  private record Sequence(int from, Optional<Integer> node, List<Integer> through, int to) {
    TurnRestriction restriction(boolean onlyThis, List<String> exempt) {
      return new TurnRestriction(from, node, through, to, onlyThis, exempt);
    }
  }

  /** Members of the relation by role. */
  private record Sides(List<Long> from, List<Long> viaNodes, List<Long> viaWays, List<Long> to) {
    static Sides of(OsmExtract.Relation relation) {
      return new Sides(
          members(relation, "from", ReaderElement.Type.WAY),
          TurnReader.viaNodes(relation),
          members(relation, "via", ReaderElement.Type.WAY),
          members(relation, "to", ReaderElement.Type.WAY));
    }

    boolean isComplete() {
      boolean oneNode = viaNodes.size() == 1 && viaWays.isEmpty();
      boolean someWays = viaNodes.isEmpty() && !viaWays.isEmpty();
      return !from.isEmpty() && !to.isEmpty() && (oneNode || someWays);
    }
  }

  private static List<Long> members(
      OsmExtract.Relation relation, String role, ReaderElement.Type type) {
    return relation.members().stream()
        .filter(member -> member.role().equals(role) && member.type() == type)
        .map(OsmExtract.Member::ref)
        .toList();
  }

  private List<Sequence> sequence(long from, Sides sides, long to, boolean onlyThis) {
    return sides.viaWays().isEmpty()
        ? throughNode(from, roads.node(sides.viaNodes().get(0)), to, onlyThis)
        : throughWays(from, sides.viaWays(), to);
  }

  private List<Sequence> throughNode(long from, int node, long to, boolean onlyThis) {
    var arriving = roads.edgesOf(from).stream().filter(e -> canArrive(e, node)).toList();
    var leaving = roads.edgesOf(to).stream().filter(e -> canLeave(e, node)).toList();
    if (from == to && !onlyThis) {
      // A way that goes on beyond the node: no turning back, from whichever side.
      return arriving.stream()
          .filter(leaving::contains)
          .map(edge -> new Sequence(edge, Optional.of(node), List.of(), edge))
          .toList();
    }
    return arriving.size() == 1 && leaving.size() == 1
        ? List.of(new Sequence(arriving.get(0), Optional.of(node), List.of(), leaving.get(0)))
        : List.of();
  }

  private List<Sequence> throughWays(long from, List<Long> ways, long to) {
    var between = new ArrayList<Integer>();
    ways.forEach(way -> between.addAll(roads.edgesOf(way)));
    var found = new ArrayList<Sequence>();
    for (int first : roads.edgesOf(from)) {
      for (int last : roads.edgesOf(to)) {
        if (!between.contains(first) && !between.contains(last)) {
          shortest(first, between, last)
              .filter(path -> ways.stream().allMatch(way -> touches(path, way)))
              .ifPresent(path -> found.add(new Sequence(first, Optional.empty(), path, last)));
        }
      }
    }
    return found.size() == 1 ? found : List.of();
  }

  private boolean touches(List<Integer> path, long way) {
    return path.stream().anyMatch(roads.edgesOf(way)::contains);
  }

  /** Fewest edges of {@code between} that lead from the first edge into the last. */
  private Optional<List<Integer>> shortest(int first, List<Integer> between, int last) {
    List<Path> front = new ArrayList<>();
    for (int end : endsInDrivingDirection(first)) {
      front.add(new Path(end, List.of()));
    }
    var seen = new HashSet<Integer>();
    while (!front.isEmpty()) {
      var next = new ArrayList<Path>();
      for (var path : front) {
        if (!path.edges().isEmpty() && canLeave(last, path.node())) {
          return Optional.of(path.edges());
        }
        for (int edge : between) {
          if (canLeave(edge, path.node()) && seen.add(edge)) {
            next.add(path.plus(edge, otherEnd(edge, path.node())));
          }
        }
      }
      front = next;
    }
    return Optional.empty();
  }

  private record Path(int node, List<Integer> edges) {
    Path plus(int edge, int end) {
      var longer = new ArrayList<>(edges);
      longer.add(edge);
      return new Path(end, List.copyOf(longer));
    }
  }

  private List<Integer> endsInDrivingDirection(int edge) {
    var ends = new ArrayList<Integer>();
    for (int node : List.of(edge(edge).fromNode(), edge(edge).toNode())) {
      if (canArrive(edge, node)) {
        ends.add(node);
      }
    }
    return ends;
  }

  private boolean canArrive(int edge, int node) {
    var road = edge(edge);
    return (road.toNode() == node && road.oneWay() >= 0)
        || (road.fromNode() == node && road.oneWay() <= 0);
  }

  private boolean canLeave(int edge, int node) {
    var road = edge(edge);
    return (road.fromNode() == node && road.oneWay() >= 0)
        || (road.toNode() == node && road.oneWay() <= 0);
  }

  private int otherEnd(int edge, int node) {
    return edge(edge).fromNode() == node ? edge(edge).toNode() : edge(edge).fromNode();
  }

  private RoadEdge edge(int number) {
    return roads.edges().get(number);
  }
}
