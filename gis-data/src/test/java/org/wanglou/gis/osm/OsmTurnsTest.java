package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

class OsmTurnsTest {
  @TempDir Path folder;

  @Test
  void a_forbidden_left_turn_names_the_two_edges_and_the_node() {
    var roads = read(turn("restriction=no_left_turn", "except=bus;emergency"));
    assertThat(roads.restrictions()).hasSize(1);
    var turn = roads.restrictions().get(0);
    assertThat(wayOf(roads, turn.fromEdge())).isEqualTo("way/1");
    assertThat(wayOf(roads, turn.toEdge())).isEqualTo("way/2");
    assertThat(roads.nodes().get(turn.viaNode().orElseThrow()).getX()).isEqualTo(110.001);
    assertThat(turn.onlyThis()).isFalse();
    assertThat(turn.exempt()).containsExactly("bus", "emergency");
  }

  @Test
  void only_this_turn_is_kept_as_compulsory() {
    assertThat(read(turn("restriction=only_straight_on")).restrictions())
        .singleElement()
        .matches(TurnRestriction::onlyThis);
  }

  @Test
  void restrictions_for_other_vehicles_or_hours_are_left_out_and_counted() {
    for (var tag :
        List.of("restriction:hgv=no_left_turn", "restriction:conditional=no_u_turn @ x")) {
      var reading = reading(turn(tag));
      assertThat(reading.dataset().roads().restrictions()).isEmpty();
      assertThat(reading.tally().of("turn left out: for other vehicles or hours")).isEqualTo(1);
    }
  }

  @Test
  void a_restriction_without_one_of_its_members_is_left_out_and_counted() {
    var pbf =
        cross()
            .way(1, List.of(1, 2), "highway=primary")
            .relation(1, List.of("from:w1", "via:n2"), "type=restriction", "restriction=no_u_turn");
    var reading = reading(pbf);
    assertThat(reading.dataset().roads().restrictions()).isEmpty();
    assertThat(reading.tally().of("turn left out: members missing")).isEqualTo(1);
  }

  @Test
  void a_way_in_between_becomes_its_edges_in_driving_order() {
    var pbf =
        cross()
            .node(6, 1, 2)
            .way(1, List.of(1, 2), "highway=primary")
            .way(2, List.of(6, 4, 2), "highway=primary")
            .way(3, List.of(4, 5), "highway=service")
            .way(4, List.of(6, 3), "highway=primary")
            .relation(
                1,
                List.of("from:w1", "via:w2", "to:w4"),
                "type=restriction",
                "restriction=no_u_turn");
    var roads = read(pbf);
    var turn = roads.restrictions().get(0);
    assertThat(turn.viaNode()).isEmpty();
    assertThat(turn.viaEdges()).hasSize(2);
    var first = roads.edges().get(turn.viaEdges().get(0));
    var from = roads.edges().get(turn.fromEdge());
    assertThat(List.of(first.fromNode(), first.toNode())).contains(from.toNode());
  }

  @Test
  void a_u_turn_in_the_middle_of_a_way_is_forbidden_from_both_sides() {
    var pbf =
        cross()
            .way(1, List.of(1, 2, 3), "highway=primary")
            .relation(
                1,
                List.of("from:w1", "via:n2", "to:w1"),
                "type=restriction",
                "restriction=no_u_turn");
    assertThat(read(pbf).restrictions())
        .hasSize(2)
        .allMatch(turn -> turn.fromEdge() == turn.toEdge());
  }

  private static TinyPbf turn(String... tags) {
    var all = new java.util.ArrayList<>(List.of(tags));
    all.add("type=restriction");
    return cross()
        .way(1, List.of(1, 2), "highway=primary")
        .way(2, List.of(2, 4), "highway=primary")
        .relation(1, List.of("from:w1", "via:n2", "to:w2"), all.toArray(String[]::new));
  }

  /** Nodes 1, 2, 3 in a row; 4 above and 5 below the middle one. */
  private static TinyPbf cross() {
    return new TinyPbf().node(1, 0, 0).node(2, 1, 0).node(3, 2, 0).node(4, 1, 1).node(5, 1, -1);
  }

  private OsmReader.Reading reading(TinyPbf pbf) {
    return OsmReader.readCounted(pbf.write(folder.resolve("tiny.osm.pbf")), Progress.NONE);
  }

  private RoadNetwork read(TinyPbf pbf) {
    return reading(pbf).dataset().roads();
  }

  private static String wayOf(RoadNetwork roads, int edge) {
    return roads.edges().get(edge).externalId().orElseThrow();
  }
}
