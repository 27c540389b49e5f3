package org.wanglou.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;

class SourceCrsTest {
  private static final double MILLIMETRE = 0.001;

  @Test
  void the_reference_point_of_the_county_has_its_published_coordinates() {
    var grid = SourceCrs.of("EPSG:4546").from4490(110.9408, 36.6933);
    assertThat(grid.x).isCloseTo(494_709.42, within(0.005));
    assertThat(grid.y).isCloseTo(4_062_476.65, within(0.005));
  }

  @Test
  void one_place_given_in_every_system_lands_on_the_same_spot() {
    var place = new Coordinate(110.9408, 36.6933);
    for (var crs : SourceCrs.all()) {
      if (crs.serves(place.x, place.y)) {
        var given = crs.from4490(place.x, place.y);
        assertThat(Ground.distanceM(crs.to4490(given.x, given.y), place))
            .as(crs.code())
            .isLessThan(MILLIMETRE);
      }
    }
  }

  @Test
  void the_zone_stands_before_the_easting_of_the_prefixed_systems_only() {
    var plain = SourceCrs.of("4546").from4490(110.9, 36.7);
    var prefixed = SourceCrs.of("4525").from4490(110.9, 36.7);
    assertThat(prefixed.x - plain.x).isCloseTo(37_000_000, within(1e-6));
    assertThat(prefixed.y).isEqualTo(plain.y);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GCJ-02", "BD-09"})
  void an_offset_is_taken_off_and_put_on_again_within_a_millimetre_all_over_china(String code) {
    var crs = SourceCrs.of(code);
    var random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      var place = new Coordinate(random.nextDouble(73.5, 135.1), random.nextDouble(3.8, 53.6));
      var shifted = crs.from4490(place.x, place.y);
      assertThat(Ground.distanceM(shifted, place)).as("shift at %s", place).isBetween(1., 2_000.);
      var back = crs.to4490(shifted.x, shifted.y);
      assertThat(Ground.distanceM(back, place)).as("back at %s", place).isLessThan(MILLIMETRE);
    }
  }

  @Test
  void outside_of_china_the_offset_systems_are_plain_degrees() {
    for (var code : new String[] {"GCJ-02", "BD-09"}) {
      var vaduz = SourceCrs.of(code).to4490(9.52, 47.14);
      assertThat(vaduz).isEqualTo(new Coordinate(9.52, 47.14));
      assertThat(SourceCrs.of(code).from4490(9.52, 47.14)).isEqualTo(vaduz);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4546, 37494709, 4062476", // a zone before an easting that should have none
    "EPSG:4525, 494709, 4062476",
    "EPSG:4546, 4062476, 494709", // northing first
    "EPSG:4490, 36.6933, 110.9408", // latitude first
    "GCJ-02, 36.6933, 110.9408",
    "EPSG:4490, 494709, 4062476",
    "EPSG:4546, NaN, 4062476",
    "EPSG:4546, 494709, Infinity",
    "EPSG:3857, NaN, 0"
  })
  void numbers_that_cannot_be_of_the_system_are_refused(String code, double x, double y) {
    assertThatThrownBy(() -> SourceCrs.of(code).to4490(x, y))
        .isInstanceOfSatisfying(
            Fault.class,
            it -> assertThat(it.details().get(0).code()).isEqualTo("crs.out_of_range"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EPSG:2436", "WGS84", "4555", "epsg:9999", "火星"})
  void what_is_not_in_the_list_is_never_guessed(String code) {
    assertThatThrownBy(() -> SourceCrs.of(code))
        .isInstanceOfSatisfying(
            Fault.class, it -> assertThat(it.details().get(0).code()).isEqualTo("crs.unknown"));
  }

  @Test
  void a_code_is_read_in_any_case_and_without_its_register() {
    assertThat(SourceCrs.of(" epsg:4546 ")).isSameAs(SourceCrs.of("4546"));
    assertThat(SourceCrs.of("gcj-02").code()).isEqualTo("GCJ-02");
  }

  @Test
  void a_geometry_keeps_its_kind_and_its_heights_and_the_source_stays_as_it_was()
      throws ParseException {
    var source =
        new WKTReader().read("LINESTRING Z (494709.42 4062476.65 812, 495000 4062000 799)");
    var kept = SourceCrs.of("4546").to4490(source);
    assertThat(kept.getGeometryType()).isEqualTo("LineString");
    assertThat(kept.getSRID()).isEqualTo(4490);
    assertThat(kept.getCoordinates()[0].x).isCloseTo(110.9408, within(1e-7));
    assertThat(kept.getCoordinates()[1].getZ()).isEqualTo(799);
    assertThat(source.getCoordinates()[0].x).isEqualTo(494_709.42);
    var back = SourceCrs.of("4546").from4490(kept);
    assertThat(back.getSRID()).isEqualTo(4546);
    assertThat(back.equalsExact(source, 1e-6)).isTrue();
  }

  @Test
  void measures_stay() {
    var source =
        new GeometryFactory().createPoint(new CoordinateXYZM(494_709.42, 4_062_476.65, 8, 9));
    assertThat(SourceCrs.of("4546").to4490(source).getCoordinate().getM()).isEqualTo(9);
  }

  @Test
  void an_empty_geometry_stays_empty() {
    var empty = new GeometryFactory().createMultiPolygon();
    assertThat(SourceCrs.of("4546").to4490(empty).isEmpty()).isTrue();
  }

  @Test
  void ground_lengths_agree_with_the_grid_on_the_central_meridian() {
    var crs = SourceCrs.of("4546");
    var a = crs.to4490(500_000, 4_060_000);
    var b = crs.to4490(500_000, 4_070_000);
    assertThat(Ground.distanceM(a, b)).isCloseTo(10_000, within(1e-6));
  }
}
