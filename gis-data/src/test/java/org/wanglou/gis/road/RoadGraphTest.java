package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class RoadGraphTest {
  private final Streets streets = Streets.grid(4, 4);
  private final RoadGraph graph = streets.graph();

  private List<Integer> hit(Geometry area) {
    return IntStream.of(graph.edgesHitBy(area)).boxed().toList();
  }

  private Geometry line(double... lonLat) {
    var line = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return Streets.GEO.createLineString(line);
  }

  private Geometry line(String... junctions) {
    var line = List.of(junctions).stream().map(j -> streets.at(j).getCoordinate()).toList();
    return Streets.GEO.createLineString(line.toArray(Coordinate[]::new));
  }

  @Test
  void an_edge_is_told_with_its_geometry_and_length() {
    var stretch = graph.stretch(streets.edge("A1 B1"));
    assertThat(stretch.lengthM()).isCloseTo(1000, within(3.0));
    assertThat(stretch.geometry().getCoordinateN(0)).isEqualTo(streets.at("A1").getCoordinate());
    assertThat(stretch.geometry().getCoordinateN(1)).isEqualTo(streets.at("B1").getCoordinate());
    assertThat(stretch.roadClass()).isEqualTo("residential");
    assertThat(stretch.geometry().getSRID()).isEqualTo(4490);
    assertThatThrownBy(() -> graph.stretch(24)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void the_nearest_edge_is_one_that_some_vehicle_may_use() {
    var withPath = Streets.grid(2, 2).roadClass("A1 B1", "path");
    var beside = withPath.between("A1", "B1", 0.5, 20);
    var snap = withPath.graph().nearestEdge(beside).orElseThrow();
    assertThat(snap.edge()).isNotEqualTo(withPath.edge("A1 B1"));
    var all = streets.graph().nearestEdge(beside).orElseThrow();
    assertThat(all.edge()).isEqualTo(streets.edge("A1 B1"));
    assertThat(all.distanceM()).isCloseTo(20, within(0.3));
    assertThat(all.snapped().getY()).isEqualTo(Streets.SOUTH);
    assertThat(Streets.none().graph().nearestEdge(beside)).isEmpty();
  }

  @Test
  void a_point_closes_the_nearest_road_within_50_m() {
    assertThat(hit(streets.between("A1", "B1", 0.4, 45))).containsExactly(streets.edge("A1 B1"));
    assertThat(hit(streets.between("A1", "B1", 0.4, 55))).isEmpty();
  }

  @Test
  void a_line_closes_the_edges_it_runs_along_and_not_those_it_crosses_or_touches() {
    assertThat(hit(line("A2", "B2", "C2")))
        .containsExactlyInAnyOrder(streets.edge("A2 B2"), streets.edge("B2 C2"));
  }

  @Test
  void a_line_does_not_close_a_road_that_crosses_it_or_branches_off_aslant() {
    var crossing = Streets.none().road("A2 B2 C2").road("A1 B2 C3");
    var drawn =
        new Coordinate[] {crossing.at("A2").getCoordinate(), crossing.at("C2").getCoordinate()};
    assertThat(crossing.graph().edgesHitBy(Streets.GEO.createLineString(drawn)))
        .containsExactlyInAnyOrder(crossing.edge("A2 B2"), crossing.edge("B2 C2"));
  }

  /** From A1 so many metres to the east and to the north. */
  private Geometry lineFromA1(double eastM, double northM) {
    var metric = LocalMetric.at(Streets.SOUTH);
    return line(
        Streets.WEST,
        Streets.SOUTH,
        Streets.WEST + eastM / metric.metresPerLonDegree(),
        Streets.SOUTH + northM / metric.metresPerLatDegree());
  }

  @Test
  void a_line_does_not_close_a_short_road_at_45_degrees_nor_a_long_one_at_30() {
    var shortRoad = Streets.none().road("A1 A1.03");
    assertThat(shortRoad.graph().edgesHitBy(lineFromA1(150, 150))).isEmpty();
    assertThat(shortRoad.graph().edgesHitBy(lineFromA1(15, 150)))
        .containsExactly(shortRoad.edge("A1 A1.03"));
    var longRoad = Streets.none().road("A1 A2");
    assertThat(longRoad.graph().edgesHitBy(lineFromA1(500, 866))).isEmpty();
    assertThat(longRoad.graph().edgesHitBy(lineFromA1(50, 800)))
        .containsExactly(longRoad.edge("A1 A2"));
  }

  @Test
  void a_line_without_length_is_a_point() {
    var at = streets.between("A1", "B1", 0.4, 10);
    assertThat(hit(line(at.getX(), at.getY(), at.getX(), at.getY())))
        .containsExactly(streets.edge("A1 B1"));
  }

  @Test
  void a_short_line_drawn_beside_a_road_closes_that_road() {
    double north = Streets.SOUTH + 0.0001;
    assertThat(hit(line(Streets.WEST + 0.004, north, Streets.WEST + 0.0042, north)))
        .containsExactly(streets.edge("A1 B1"));
    double tooFar = Streets.SOUTH + 0.0003;
    assertThat(hit(line(Streets.WEST + 0.004, tooFar, Streets.WEST + 0.0042, tooFar))).isEmpty();
  }

  @Test
  void a_line_across_a_road_closes_nothing() {
    double lon = Streets.WEST + 0.005;
    assertThat(hit(line(lon, Streets.SOUTH - 0.001, lon, Streets.SOUTH + 0.001))).isEmpty();
  }

  @Test
  void a_polygon_closes_every_edge_that_it_touches() {
    var around = new Envelope(streets.at("B2").getCoordinate());
    around.expandBy(0.001);
    assertThat(hit(Streets.GEO.toGeometry(around)))
        .containsExactlyInAnyOrder(
            streets.edge("A2 B2"),
            streets.edge("B2 C2"),
            streets.edge("B1 B2"),
            streets.edge("B2 B3"));
  }

  @Test
  void a_collection_closes_what_its_parts_close_and_nothing_closes_nothing() {
    var both =
        Streets.GEO.createGeometryCollection(
            new Geometry[] {streets.between("A1", "B1", 0.4, 1), line("C3", "D3")});
    assertThat(hit(both)).containsExactlyInAnyOrder(streets.edge("A1 B1"), streets.edge("C3 D3"));
    assertThat(hit(Streets.GEO.createPolygon())).isEmpty();
    assertThat(hit(Streets.GEO.createPoint())).isEmpty();
  }

  @Test
  void an_edge_that_names_a_missing_node_is_refused() {
    var edge = Streets.edge(0, 7, (org.locationtech.jts.geom.LineString) line("A1", "B1"));
    var table = new EdgeTable(2, 1, Streets.speeds());
    assertThatThrownBy(() -> table.add(edge))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("node 7");
  }

  @Property(tries = 200)
  void the_index_meets_all_segments_by_increasing_distance(
      @ForAll @LongRange(min = 0, max = 100_000) long seed) {
    var random = new Random(seed);
    var shapes = new EdgeShapes(200);
    int edges = 1 + random.nextInt(200);
    for (int e = 0; e < edges; e++) {
      var points = new Coordinate[2 + random.nextInt(5)];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(110.9 + random.nextDouble(), 36.7 + random.nextDouble());
      }
      shapes.add(Streets.GEO.createLineString(points));
    }
    var index = new SegmentIndex(shapes);
    var metric = LocalMetric.at(37);
    var met = new java.util.ArrayList<Double>();
    var segments = new java.util.TreeSet<Integer>();
    index.nearest(
        111.4,
        37,
        (edge, segment, t, distance) -> {
          var foot = shapes.onSegment(segment, t);
          assertThat(metric.distanceM(111.4, 37, foot.x, foot.y)).isCloseTo(distance, within(1e-6));
          assertThat(segment).isBetween(shapes.first(edge), shapes.first(edge + 1) - 2);
          met.add(distance);
          segments.add(segment);
          return true;
        });
    assertThat(segments).hasSize(shapes.first(edges) - edges);
    for (int i = 1; i < met.size(); i++) {
      assertThat(met.get(i)).isGreaterThan(met.get(i - 1) - 0.02); // floats at 100 km
    }
  }

  @Test
  void flat_metres_are_within_the_stated_error_of_the_ellipsoid() {
    var random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      double lat = 20 + random.nextDouble() * 30;
      double lon2 = 110 + random.nextGaussian() * 0.03;
      double lat2 = lat + random.nextGaussian() * 0.02;
      double exact = LocalMetric.geodesicM(110, lat, lon2, lat2);
      double bound = exact * (exact / 6_371_000 * Math.tan(Math.toRadians(lat + 0.1)) + 1e-6);
      assertThat(LocalMetric.at(lat).distanceM(110, lat, lon2, lat2))
          .isCloseTo(exact, within(bound));
    }
  }
}
