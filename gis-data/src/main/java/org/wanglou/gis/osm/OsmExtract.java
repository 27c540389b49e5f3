package org.wanglou.gis.osm;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The part of a file that is of use, in memory. Read in three passes, because a file holds nodes,
 * then ways, then relations, and only relations know which ways, and only ways which nodes, matter.
 */
final class OsmExtract {
  /** One of the things a relation is made of. */
  record Member(ReaderElement.Type type, long ref, String role) {}

  record Relation(long id, Tags tags, List<Member> members) {}

  @SuppressWarnings("ArrayRecordComponent") // compact, and never compared
  record Way(long id, Tags tags, long[] nodes) {
    boolean isClosed() {
      return nodes.length > 3 && nodes[0] == nodes[nodes.length - 1];
    }
  }

  record Node(long id, Tags tags, Coordinate place) {}

  private final Wanted wanted = new Wanted();
  private final List<Relation> relations = new ArrayList<>();
  private final Map<Long, Way> ways = new HashMap<>();
  private final List<Node> things = new ArrayList<>();
  private final Map<Long, Tags> barriers = new HashMap<>();
  private final NodePlaces places = new NodePlaces();
  private final Completeness completeness = new Completeness();
  private final PbfHeader header;

  private OsmExtract(PbfHeader header) {
    this.header = header;
  }

  static OsmExtract read(PbfFile file) {
    var extract = new OsmExtract(file.header());
    file.read("osm.phase_relations", new SkipOptions(true, true, false), extract::takeRelation);
    file.read("osm.phase_ways", new SkipOptions(true, false, true), extract::takeWay);
    file.read("osm.phase_nodes", new SkipOptions(false, true, true), extract::takeNode);
    extract.completeness.check(file);
    return extract;
  }

  PbfHeader header() {
    return header;
  }

  List<Relation> relations() {
    return relations;
  }

  /** Ways by id; those of relations too. */
  Map<Long, Way> ways() {
    return ways;
  }

  /** Nodes that are things by themselves: places, peaks, stations. */
  List<Node> things() {
    return things;
  }

  /** Tags of the barriers that stand on kept ways, by node. */
  Map<Long, Tags> barriers() {
    return barriers;
  }

  NodePlaces places() {
    return places;
  }

  private void takeRelation(ReaderElement element) {
    if (element instanceof ReaderRelation relation) {
      var tags = new Tags(relation.getTags());
      if (!wanted.relation(tags)) {
        return;
      }
      var members =
          relation.getMembers().stream()
              .map(m -> new Member(m.getType(), m.getRef(), m.getRole()))
              .toList();
      relations.add(new Relation(relation.getId(), tags, members));
      wanted.membersOf(tags, members);
    }
  }

  private void takeWay(ReaderElement element) {
    if (element instanceof ReaderWay way) {
      var nodes = way.getNodes().toArray();
      completeness.way(nodes);
      var tags = new Tags(way.getTags());
      if (wanted.way(way.getId(), tags)) {
        ways.put(way.getId(), new Way(way.getId(), tags, nodes));
        LongStream.of(nodes).forEach(places::want);
      }
    }
  }

  private void takeNode(ReaderElement element) {
    if (element instanceof ReaderNode node) {
      places.found(node.getId(), node.getLon(), node.getLat());
      completeness.node(node.getId(), !node.getTags().isEmpty());
      if (node.getTags().isEmpty()) {
        return;
      }
      var tags = new Tags(node.getTags());
      if (tags.has("barrier") && places.isWanted(node.getId())) {
        barriers.put(node.getId(), tags);
      }
      if (wanted.node(tags)) {
        things.add(new Node(node.getId(), tags, new Coordinate(node.getLon(), node.getLat())));
      }
    }
  }
}
