package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;

/** Hand-made files; a grid step is some 90 m east-west and 111 m north-south. */
class OsmRoadsTest {
  @TempDir Path folder;

  @Test
  void ways_are_cut_where_they_meet_and_nowhere_else() {
    var roads =
        read(
            cross()
                .way(1, List.of(1, 2, 3), "highway=primary")
                .way(2, List.of(4, 2, 5), "highway=residential"));
    assertThat(roads.nodes()).hasSize(5);
    assertThat(roads.edges()).hasSize(4);
    assertThat(of(read(cross().way(1, List.of(1, 2, 3), "highway=primary")), 1))
        .singleElement()
        .satisfies(edge -> assertThat(edge.geometry().getNumPoints()).isEqualTo(3))
        .satisfies(
            edge ->
                assertThat(edge.lengthM())
                    .isCloseTo(180.27, org.assertj.core.data.Offset.offset(0.1)));
  }

  @Test
  void a_loop_is_cut_so_that_no_edge_ends_where_it_begins() {
    var roads = read(cross().way(1, List.of(1, 2, 4, 1), "highway=residential"));
    assertThat(roads.edges()).hasSize(2).allMatch(edge -> edge.fromNode() != edge.toNode());
  }

  @Test
  void a_way_that_the_extract_cuts_keeps_the_stretches_whose_nodes_are_there() {
    var roads = read(cross().way(1, List.of(1, 2, 99, 4, 5), "highway=track"));
    assertThat(roads.edges()).hasSize(2);
  }

  @Test
  void one_way_is_read_from_its_tag_a_roundabout_or_a_motorway() {
    assertThat(oneWay("highway=primary", "oneway=yes")).isEqualTo(1);
    assertThat(oneWay("highway=primary", "oneway=-1")).isEqualTo(-1);
    assertThat(oneWay("highway=primary", "junction=roundabout")).isEqualTo(1);
    assertThat(oneWay("highway=motorway")).isEqualTo(1);
    assertThat(oneWay("highway=motorway", "oneway=no")).isZero();
    assertThat(oneWay("highway=motorway_link")).isZero();
    assertThat(oneWay("highway=primary", "vehicle:forward=no")).isEqualTo(-1);
    assertThat(oneWay("highway=primary")).isZero();
  }

  @Test
  void the_tag_for_the_narrowest_class_of_vehicle_decides_who_may_drive() {
    assertThat(motor("highway=service")).isEqualTo("yes");
    assertThat(motor("highway=service", "access=no", "motor_vehicle=yes")).isEqualTo("yes");
    assertThat(motor("highway=service", "motor_vehicle=yes", "motorcar=no")).isEqualTo("no");
    assertThat(motor("highway=service", "vehicle=destination")).isEqualTo("destination");
    assertThat(motor("highway=track", "motor_vehicle=agricultural;forestry")).isEqualTo("private");
    assertThat(motor("highway=track", "motor_vehicle=agricultural;destination"))
        .isEqualTo("destination");
    assertThat(motor("highway=service", "access=no", "emergency=yes")).isEqualTo("emergency");
    assertThat(motor("highway=service", "service=emergency_access")).isEqualTo("emergency");
    assertThat(motor("highway=service", "motor_vehicle=no", "bus=yes")).isEqualTo("emergency");
  }

  @Test
  void cars_are_kept_off_footpaths_unless_they_are_named() {
    assertThat(motor("highway=footway", "access=yes")).isEqualTo("no");
    assertThat(motor("highway=path", "motor_vehicle=private")).isEqualTo("private");
    assertThat(motor("highway=cycleway", "emergency=yes")).isEqualTo("emergency");
    assertThat(motor("highway=pedestrian")).isEqualTo("emergency");
  }

  @Test
  void walkers_are_kept_off_motorways_and_where_a_tag_says_so() {
    assertThat(foot("highway=motorway", "access=yes")).isEqualTo("no");
    assertThat(foot("highway=trunk")).isEqualTo("yes");
    assertThat(foot("highway=trunk", "motorroad=yes")).isEqualTo("no");
    assertThat(foot("highway=service", "access=private")).isEqualTo("private");
    assertThat(foot("highway=service", "access=private", "foot=yes")).isEqualTo("yes");
  }

  @Test
  void what_is_planned_or_no_road_is_left_out() {
    var reading =
        reading(
            cross()
                .way(1, List.of(1, 2), "highway=construction")
                .way(2, List.of(2, 3), "highway=platform")
                .way(3, List.of(4, 2), "highway=service"));
    assertThat(reading.dataset().roads().edges()).hasSize(1);
    assertThat(reading.tally().of("highway left out: construction")).isEqualTo(1);
  }

  @Test
  void limits_surface_and_structure_are_kept_and_missing_ones_are_unknown() {
    var edge =
        edge(
            "highway=primary",
            "maxheight=3.8",
            "maxwidth=2.5 m",
            "maxweight=7.5",
            "lanes=2",
            "surface=gravel",
            "bridge=viaduct",
            "name:en=Long Bridge",
            "ref=G 5");
    assertThat(edge.maxHeightM()).contains(3.8);
    assertThat(edge.maxWidthM()).contains(2.5);
    assertThat(edge.maxWeightT()).contains(7.5);
    assertThat(edge.lanes()).contains(2);
    assertThat(edge.surface()).contains("gravel");
    assertThat(edge.structure()).contains("bridge");
    assertThat(edge.level()).isEqualTo(1);
    assertThat(edge.name()).contains("Long Bridge");
    assertThat(edge.ref()).contains("G 5");
    assertThat(edge.externalId()).contains("way/1");
    var plain = edge("highway=primary", "maxheight=default", "lanes=many");
    assertThat(plain.maxHeightM()).isEmpty();
    assertThat(plain.lanes()).isEmpty();
    assertThat(plain.maxSpeedKmh()).isEmpty();
  }

  @Test
  void speed_limits_are_read_as_people_write_them() {
    assertThat(Measures.speedKmh("50")).contains(50);
    assertThat(Measures.speedKmh("30 mph")).contains(48);
    assertThat(Measures.speedKmh("walk")).contains(7);
    assertThat(Measures.speedKmh("CH:urban")).contains(50);
    assertThat(Measures.speedKmh("DE:zone:30")).contains(30);
    assertThat(Measures.speedKmh("none")).isEmpty();
    assertThat(Measures.speedKmh("CH:rural")).isEmpty();
    assertThat(Measures.speedKmh("fast")).isEmpty();
    assertThat(Measures.speedKmh("0")).isEmpty();
    assertThat(edge("highway=primary", "maxspeed:forward=80", "maxspeed:backward=60").maxSpeedKmh())
        .contains(60);
  }

  @Test
  void a_bollard_in_the_middle_of_a_way_closes_one_metre_of_it_to_vehicles() {
    var edges = of(read(along("barrier=bollard")), 1);
    assertThat(edges).extracting(RoadEdge::motorAccess).containsExactly("yes", "no", "yes");
    assertThat(edges).extracting(RoadEdge::footAccess).containsOnly("yes");
    assertThat(edges.get(1).lengthM()).isBetween(0.5, 1.5);
    assertThat(edges.stream().mapToDouble(RoadEdge::lengthM).sum()).isBetween(180.2, 180.4);
  }

  @Test
  void a_gate_stops_the_public_but_not_the_fire_engine() {
    assertThat(of(read(along("barrier=gate")), 1))
        .extracting(RoadEdge::motorAccess)
        .containsExactly("yes", "private", "yes");
    assertThat(of(read(along("barrier=lift_gate", "motor_vehicle=no", "emergency=yes")), 1))
        .extracting(RoadEdge::motorAccess)
        .containsExactly("yes", "emergency", "yes");
    assertThat(of(read(along("barrier=bollard", "bollard=removable")), 1))
        .extracting(RoadEdge::motorAccess)
        .containsExactly("yes", "private", "yes");
  }

  @Test
  void a_barrier_that_stops_nobody_does_not_cut_the_way() {
    assertThat(of(read(along("barrier=cattle_grid")), 1)).hasSize(1);
    assertThat(of(read(along("barrier=gate", "access=yes")), 1)).hasSize(1);
    assertThat(of(read(along("barrier=height_restrictor", "maxheight=2.1")), 1))
        .extracting(RoadEdge::maxHeightM)
        .containsExactly(
            java.util.Optional.empty(), java.util.Optional.of(2.1), java.util.Optional.empty());
  }

  @Test
  void a_bollard_at_the_mouth_of_a_path_does_not_close_the_street() {
    var roads =
        read(
            grid("barrier=bollard")
                .way(1, List.of(1, 2, 3), "highway=residential")
                .way(2, List.of(4, 2), "highway=service"));
    assertThat(of(roads, 1)).extracting(RoadEdge::motorAccess).containsExactly("yes", "yes");
    assertThat(of(roads, 2)).extracting(RoadEdge::motorAccess).containsExactly("yes", "no");
  }

  @Test
  void a_bollard_where_streets_of_one_class_meet_closes_each_of_them() {
    var roads =
        read(
            grid("barrier=bollard")
                .way(1, List.of(1, 2, 3), "highway=residential")
                .way(2, List.of(4, 2), "highway=residential"));
    assertThat(roads.edges().stream().filter(edge -> edge.motorAccess().equals("no"))).hasSize(3);
  }

  private static TinyPbf cross() {
    return grid();
  }

  /** Nodes 1, 2, 3 in a row; 4 above and 5 below the middle one, which may have tags. */
  private static TinyPbf grid(String... tagsOfMiddle) {
    return new TinyPbf()
        .node(1, 0, 0)
        .node(2, 1, 0, tagsOfMiddle)
        .node(3, 2, 0)
        .node(4, 1, 1)
        .node(5, 1, -1);
  }

  private static TinyPbf along(String... tagsOfMiddle) {
    return grid(tagsOfMiddle).way(1, List.of(1, 2, 3), "highway=residential");
  }

  private OsmReader.Reading reading(TinyPbf pbf) {
    return OsmReader.readCounted(pbf.write(folder.resolve("tiny.osm.pbf")), Progress.NONE);
  }

  private RoadNetwork read(TinyPbf pbf) {
    return reading(pbf).dataset().roads();
  }

  private RoadEdge edge(String... tags) {
    return of(read(cross().way(1, List.of(1, 2), tags)), 1).get(0);
  }

  private int oneWay(String... tags) {
    return edge(tags).oneWay();
  }

  private String motor(String... tags) {
    return edge(tags).motorAccess();
  }

  private String foot(String... tags) {
    return edge(tags).footAccess();
  }

  /** Edges of a way from its beginning to its end. */
  private static List<RoadEdge> of(RoadNetwork roads, long way) {
    return roads.edges().stream()
        .filter(edge -> edge.externalId().orElseThrow().equals("way/" + way))
        .sorted(
            java.util.Comparator.comparingDouble(
                (RoadEdge edge) ->
                    edge.geometry().getCoordinateN(0).x - edge.geometry().getCoordinateN(0).y))
        .toList();
  }
}
