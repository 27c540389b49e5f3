package org.wanglou.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.geo.Ground;

/** Each system with a code of EPSG against PROJ, by way of PostGIS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceCrsOracleTest {
  private static final int POINTS = 1_000;
  private static final double MILLIMETRE = 0.001;

  private TestDatabase database;
  private Handle handle;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh("gis");
    handle =
        Jdbi.create(
                database.owner().jdbcUrl(), database.owner().user(), database.owner().password())
            .open();
  }

  @AfterAll
  void close() {
    handle.close();
    database.close();
  }

  static Stream<SourceCrs> registered() {
    return SourceCrs.all().stream().filter(it -> it.code().startsWith("EPSG:"));
  }

  @ParameterizedTest
  @MethodSource("registered")
  void a_thousand_points_lie_where_proj_has_them_both_ways(SourceCrs crs) {
    var truth = byProj(crs, places(crs));
    assertThat(truth).hasSize(POINTS);
    for (var it : truth) {
      var there = crs.from4490(it.degrees.x, it.degrees.y);
      assertThat(distanceM(crs, there, it.mapped)).as("%s of %s", crs, it).isLessThan(MILLIMETRE);
      var back = crs.to4490(it.mapped.x, it.mapped.y);
      assertThat(Ground.distanceM(back, it.degrees))
          .as("%s back %s", crs, it)
          .isLessThan(MILLIMETRE);
    }
  }

  @Test
  void the_list_has_every_system_of_the_family() {
    assertThat(SourceCrs.all())
        .extracting(SourceCrs::code)
        .doesNotHaveDuplicates()
        .contains("EPSG:4326", "EPSG:4490", "EPSG:3857", "GCJ-02", "BD-09")
        .contains(codes(4491, 4554))
        .contains(codes(32601, 32660));
  }

  private static String[] codes(int first, int last) {
    return Stream.iterate(first, it -> it <= last, it -> it + 1)
        .map(it -> "EPSG:" + it)
        .toArray(String[]::new);
  }

  private record Pair(Coordinate degrees, Coordinate mapped) {}

  /** Within the zone and as far outside of it as surveyors carry one on, at China's latitudes. */
  private static List<Coordinate> places(SourceCrs crs) {
    var random = new Random(crs.code().hashCode());
    var places = new ArrayList<Coordinate>();
    while (places.size() < POINTS) {
      double lon = random.nextDouble(-180, 180);
      double lat = random.nextDouble(0.1, 60);
      if (crs.serves(lon, lat)) {
        places.add(new Coordinate(lon, lat));
      }
    }
    return places;
  }

  private List<Pair> byProj(SourceCrs crs, List<Coordinate> places) {
    int srid = Integer.parseInt(crs.code().substring(5));
    return handle
        .createQuery(
            """
            SELECT p.lon, p.lat, ST_X(p.mapped) AS x, ST_Y(p.mapped) AS y
              FROM (SELECT lon, lat, ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4490), :srid) AS mapped
                      FROM unnest(:lons, :lats) AS place(lon, lat)) AS p""")
        .bind("srid", srid)
        .bind("lons", places.stream().mapToDouble(it -> it.x).toArray())
        .bind("lats", places.stream().mapToDouble(it -> it.y).toArray())
        .map(
            (row, context) ->
                new Pair(
                    new Coordinate(row.getDouble("lon"), row.getDouble("lat")),
                    new Coordinate(row.getDouble("x"), row.getDouble("y"))))
        .list();
  }

  private static double distanceM(SourceCrs crs, Coordinate a, Coordinate b) {
    return crs.geographic() ? Ground.distanceM(a, b) : a.distance(b);
  }
}
