package org.wanglou.gis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;

class SampleRoadsTest {
  private static final Dataset COUNTY = Xixian.COUNTY;
  private static final RoadNetwork ROADS = COUNTY.roads();

  @Test
  void a_car_gets_from_every_junction_to_every_other() {
    assertThat(reached(true).cardinality()).isEqualTo(ROADS.nodes().size());
    assertThat(reached(false).cardinality()).isEqualTo(ROADS.nodes().size());
  }

  /** Junctions that a car reaches from the first, or from which it reaches the first. */
  private static BitSet reached(boolean forward) {
    var leaving = new ArrayList<List<Integer>>();
    ROADS.nodes().forEach(node -> leaving.add(new ArrayList<>()));
    for (var edge : ROADS.edges()) {
      if (edge.motorAccess().equals("yes")) {
        if (edge.oneWay() != (forward ? -1 : 1)) {
          leaving.get(edge.fromNode()).add(edge.toNode());
        }
        if (edge.oneWay() != (forward ? 1 : -1)) {
          leaving.get(edge.toNode()).add(edge.fromNode());
        }
      }
    }
    var seen = new BitSet();
    var open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int node = open.pop();
      if (!seen.get(node)) {
        seen.set(node);
        leaving.get(node).forEach(open::push);
      }
    }
    return seen;
  }

  @Test
  void no_main_road_turns_into_a_side_street_where_no_other_road_joins() {
    var meeting = new HashMap<Integer, List<String>>();
    for (var edge : ROADS.edges()) {
      for (int node : List.of(edge.fromNode(), edge.toNode())) {
        meeting.computeIfAbsent(node, n -> new ArrayList<>()).add(edge.roadClass());
      }
    }
    assertThat(meeting.values())
        .filteredOn(classes -> classes.size() == 2)
        .filteredOn(classes -> classes.contains("primary") || classes.contains("secondary"))
        .allMatch(classes -> classes.get(0).equals(classes.get(1)));
  }

  @Test
  void a_county_has_roads_of_every_class_and_between_1000_and_1400_km_of_them() {
    assertThat(ROADS.edges().stream().mapToDouble(RoadEdge::lengthM).sum() / 1_000)
        .isBetween(1_000.0, 1_400.0);
    assertThat(ROADS.edges().stream().map(RoadEdge::roadClass).collect(Collectors.toSet()))
        .isEqualTo(
            Set.of("primary", "secondary", "tertiary", "unclassified", "residential", "track"));
    assertThat(ROADS.edges()).noneMatch(e -> e.structure().equals(java.util.Optional.of("tunnel")));
  }

  @Test
  void an_edge_runs_from_its_node_to_its_node_and_is_as_long_as_the_ellipsoid_says() {
    for (var edge : ROADS.edges()) {
      var line = edge.geometry();
      assertThat(line.getStartPoint().equals(ROADS.nodes().get(edge.fromNode()))).isTrue();
      assertThat(line.getEndPoint().equals(ROADS.nodes().get(edge.toNode()))).isTrue();
      assertThat(edge.fromNode()).isNotEqualTo(edge.toNode());
      double length = 0;
      for (int i = 1; i < line.getNumPoints(); i++) {
        var a = line.getCoordinateN(i - 1);
        var b = line.getCoordinateN(i);
        length += Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x).s12;
      }
      assertThat(edge.lengthM())
          .isCloseTo(length, org.assertj.core.data.Offset.offset(0.02))
          .isGreaterThan(5);
    }
  }

  @Test
  void a_bridge_stands_where_a_road_crosses_a_river_and_nowhere_else() {
    var rivers = tree(shapes("river"));
    for (var edge : ROADS.edges()) {
      assertThat(edge.structure().isPresent())
          .as(edge.toString())
          .isEqualTo(hits(rivers, edge.geometry()));
    }
    assertThat(ROADS.edges().stream().filter(e -> e.structure().isPresent()).count())
        .isGreaterThan(20);
  }

  @Test
  void no_road_runs_through_a_lake() {
    var lakes = tree(shapes("water"));
    assertThat(ROADS.edges()).noneMatch(edge -> hits(lakes, edge.geometry()));
  }

  @Test
  void roads_meet_only_at_junctions() {
    var all = new STRtree();
    ROADS.edges().forEach(e -> all.insert(e.geometry().getEnvelopeInternal(), e));
    for (var edge : ROADS.edges()) {
      @SuppressWarnings("unchecked") // the tree holds nothing but edges
      var near = (List<RoadEdge>) all.query(edge.geometry().getEnvelopeInternal());
      for (var other : near) {
        if (!other.equals(edge) && edge.geometry().intersects(other.geometry())) {
          for (var place : edge.geometry().intersection(other.geometry()).getCoordinates()) {
            assertThat(metresToEnd(edge, place)).as("%s and %s", edge, other).isLessThan(1);
          }
        }
      }
    }
  }

  private static double metresToEnd(RoadEdge edge, org.locationtech.jts.geom.Coordinate place) {
    var flat = Plane.place(place.x, place.y);
    var line = Plane.flat(edge.geometry());
    return Math.min(
        flat.distance(line.getCoordinateN(0)),
        flat.distance(line.getCoordinateN(line.getNumPoints() - 1)));
  }

  @Test
  void every_village_has_a_road_within_400_m() {
    var roads =
        ROADS.edges().stream()
            .map(e -> Plane.flat(e.geometry()))
            .toArray(org.locationtech.jts.geom.LineString[]::new);
    var all =
        new org.locationtech.jts.operation.distance.IndexedFacetDistance(
            XiOutline.GEOMETRIES.createMultiLineString(roads));
    assertThat(COUNTY.features().stream().filter(f -> f.attributes().containsKey("population")))
        .allMatch(f -> all.distance(Plane.flat(f.geometry())) < 400);
  }

  @Test
  void some_villages_lie_at_dead_ends_and_some_roads_form_loops() {
    var degree = new int[ROADS.nodes().size()];
    ROADS.edges().forEach(e -> degree[e.fromNode()]++);
    ROADS.edges().forEach(e -> degree[e.toNode()]++);
    assertThat(java.util.Arrays.stream(degree).filter(d -> d == 1).count()).isGreaterThan(100);
    assertThat(ROADS.edges().size()).isGreaterThan(ROADS.nodes().size() + 30);
  }

  @Test
  void roads_bend_as_roads_in_hills_do() {
    var country =
        ROADS.edges().stream()
            .filter(e -> e.roadClass().equals("unclassified") && e.lengthM() > 800)
            .toList();
    double detour =
        country.stream()
            .mapToDouble(
                e -> {
                  var line = Plane.flat(e.geometry());
                  var ends = line.getStartPoint().distance(line.getEndPoint());
                  return line.getLength() / Math.max(1, ends);
                })
            .average()
            .orElseThrow();
    assertThat(detour).isBetween(1.08, 1.8);
  }

  @Test
  void nodes_that_are_neighbours_have_near_numbers() {
    double mean =
        ROADS.edges().stream()
            .mapToInt(e -> Math.abs(e.fromNode() - e.toNode()))
            .average()
            .orElseThrow();
    assertThat(mean).isLessThan(ROADS.nodes().size() / 20.0);
  }

  private static List<Geometry> shapes(String kind) {
    return COUNTY.base().stream()
        .filter(s -> s.kind().equals(kind))
        .map(Dataset.BaseFeature::geometry)
        .toList();
  }

  private static STRtree tree(List<Geometry> shapes) {
    var tree = new STRtree();
    shapes.forEach(s -> tree.insert(s.getEnvelopeInternal(), s));
    return tree;
  }

  private static boolean hits(STRtree tree, Geometry line) {
    @SuppressWarnings("unchecked") // the tree holds nothing but geometries
    var near = (List<Geometry>) tree.query(line.getEnvelopeInternal());
    return near.stream().anyMatch(line::intersects);
  }
}
