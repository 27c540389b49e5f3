package org.wanglou.gis.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.terrain.TerrainGrid;

/** Heights of the sample county against its outline and its waters. */
class SampleGroundTest {
  private static final Dataset COUNTY = Xixian.COUNTY;
  private static final TerrainGrid GROUND = COUNTY.terrain().orElseThrow();

  @Test
  void the_county_rises_from_850_to_1950_m_and_no_post_is_void() {
    var inside = PreparedGeometryFactory.prepare(COUNTY.bounds());
    var posts = GROUND.posts();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < posts.rows(); row++) {
      for (int column = 0; column < posts.columns(); column++) {
        float height = GROUND.height(column, row);
        assertThat(height).isBetween(400f, 2_600f);
        var at = new Coordinate(posts.lon(column), posts.lat(row));
        if (row % 4 == 0
            && column % 4 == 0
            && inside.contains(XiOutline.GEOMETRIES.createPoint(at))) {
          lowest = Math.min(lowest, height);
          highest = Math.max(highest, height);
        }
      }
    }
    assertThat(lowest).isBetween(840.0, 870.0);
    assertThat(highest).isBetween(1_900.0, 1_960.0);
  }

  @Test
  void the_county_seat_stands_at_about_1020_m() {
    var seat =
        COUNTY.features().stream()
            .filter(f -> f.layer().equals("township") && f.name().equals("龙泉镇"))
            .findFirst()
            .orElseThrow();
    assertThat(height(seat.geometry().getCoordinate())).isBetween(1_005.0, 1_040.0);
  }

  @Test
  void the_heights_reach_beyond_the_county_as_far_as_the_map_can_be_moved() {
    var map = new Envelope(COUNTY.bounds().getEnvelopeInternal());
    map.expandBy(0.6 * map.getWidth() - 0.001, 0.6 * map.getHeight() - 0.001);
    assertThat(GROUND.posts().box().contains(map)).isTrue();
  }

  @Test
  void no_river_climbs_on_its_way() {
    for (var river : lines("river")) {
      boolean own = COUNTY.bounds().intersects(river.getInteriorPoint());
      assertThat(climbM(river, 40)).as(river.toString()).isLessThan(own ? 2.5 : 10);
    }
  }

  @Test
  void no_stream_climbs_between_one_200_m_and_the_next() {
    for (var stream : lines("stream")) {
      assertThat(climbM(stream, 200)).as(stream.toString()).isLessThan(2);
    }
  }

  @Test
  void streams_lie_lower_than_the_ground_on_both_sides() {
    var deeper = new ArrayList<Double>();
    for (var stream : lines("stream")) {
      var flat = Plane.flat(stream);
      var along = new org.locationtech.jts.linearref.LengthIndexedLine(flat);
      for (double at = 150; at < flat.getLength(); at += 300) {
        double bed = height(Plane.lonLat(along.extractPoint(at)));
        double left = height(Plane.lonLat(along.extractPoint(at, 250)));
        double right = height(Plane.lonLat(along.extractPoint(at, -250)));
        deeper.add(Math.min(left, right) - bed);
      }
    }
    long above = deeper.stream().filter(d -> d > 0).count();
    assertThat(above).isGreaterThan((long) (0.9 * deeper.size()));
  }

  /** The most by which a place lies above one upstream of it. */
  private static double climbM(LineString downstream, double stepM) {
    var flat = Plane.flat(downstream);
    var along = new org.locationtech.jts.linearref.LengthIndexedLine(flat);
    double lowest = Double.POSITIVE_INFINITY;
    double climb = 0;
    for (double at = 0; at < flat.getLength(); at += stepM) {
      double height = height(Plane.lonLat(along.extractPoint(at)));
      climb = Math.max(climb, height - lowest);
      lowest = Math.min(lowest, height);
    }
    return climb;
  }

  private static double height(Coordinate at) {
    return GROUND.between(GROUND.posts().column(at.x), GROUND.posts().row(at.y));
  }

  private static List<LineString> lines(String kind) {
    return COUNTY.base().stream()
        .filter(s -> s.kind().equals(kind))
        .map(Dataset.BaseFeature::geometry)
        .map((Geometry g) -> (LineString) g)
        .toList();
  }
}
