package org.wanglou.gis.osm;

import com.carrotsearch.hppc.LongHashSet;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;

/** Makes the road network of an extract: cut into pieces, numbered, with its turn restrictions. */
final class RoadMaker {
  private final OsmExtract extract;
  private final Tally tally;

  RoadMaker(OsmExtract extract, Tally tally) {
    this.extract = extract;
    this.tally = tally;
  }

  RoadNetwork make() {
    var splitter = new RoadSplitter(extract, viaNodes());
    extract.ways().values().stream()
        .sorted(java.util.Comparator.comparingLong(OsmExtract.Way::id))
        .forEach(way -> add(way, splitter));
    var numbered = new RoadNumbering(splitter.split());
    var turns = new TurnReader(numbered, tally).read(extract.relations());
    return new RoadNetwork(numbered.nodes(), numbered.edges(), turns);
  }

  private void add(OsmExtract.Way way, RoadSplitter splitter) {
    if (way.tags().has("highway")) {
      var tags = RoadTags.of(way.tags());
      tally.add(tags.isPresent() ? "road" : "highway left out: " + way.tags().get("highway"));
      tags.ifPresent(road -> splitter.add(way, road));
    }
  }

  private LongHashSet viaNodes() {
    var nodes = new LongHashSet();
    extract.relations().stream()
        .filter(relation -> relation.tags().is("type", "restriction"))
        .forEach(relation -> TurnReader.viaNodes(relation).forEach(nodes::add));
    return nodes;
  }
}
