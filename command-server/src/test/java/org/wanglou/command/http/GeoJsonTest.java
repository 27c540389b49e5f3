package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKTReader;
import org.wanglou.gis.fault.Fault;

class GeoJsonTest {
  private static final Envelope XI_COUNTY = new Envelope(110.55, 111.25, 36.45, 36.95);

  @Test
  void longitude_comes_first() {
    var point = GeoJson.point(json("{'type':'Point','coordinates':[110.9,36.7]}"), "/location");
    assertThat(point.getX()).isEqualTo(110.9);
    assertThat(point.getY()).isEqualTo(36.7);
    assertThat(point.getSRID()).isEqualTo(4490);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[36.7,110.9]        | location.swapped         | /location/coordinates",
        "[190,36.7]          | location.longitude_range | /location/coordinates/0",
        "[110.9,-95]         | location.latitude_range  | /location/coordinates/1",
        "['x',36.7]          | location.not_a_number    | /location/coordinates/0",
        "[110.9,null]        | location.not_a_number    | /location/coordinates/1",
        "[110.9,1e999]       | location.not_a_number    | /location/coordinates/1",
        "[110.9]             | geometry.position        | /location/coordinates",
        "true                 | geometry.position        | /location/coordinates",
      })
  void what_is_no_place_is_refused_with_a_pointer(String coordinates, String code, String pointer) {
    assertFault("{'type':'Point','coordinates':" + coordinates + "}", code.trim(), pointer.trim());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LineString | [[110,36]]                                  | geometry.position_count | /location/coordinates",
        "Polygon    | []                                          | geometry.no_positions   | /location/coordinates",
        "Polygon    | [[[0,0],[1,0],[1,1],[0,1]]]                 | geometry.ring_open      | /location/coordinates/0",
        "Polygon    | [[[0,0],[1,1],[1,0],[0,1],[0,0]]]           | geometry.invalid        | /location",
        "LineString | [[110,36],[110,200]]                        | location.latitude_range | /location/coordinates/1/1",
        "Circle     | [1,2]                                       | geometry.type           | /location/type",
      })
  void what_is_no_geometry_is_refused_with_a_pointer(
      String type, String coordinates, String code, String pointer) {
    assertFault(
        "{'type':'" + type.trim() + "','coordinates':" + coordinates + "}",
        code.trim(),
        pointer.trim());
  }

  @Test
  void a_point_whose_mirror_lies_in_the_county_is_noticed() {
    var swapped = GeoJson.point(json("{'type':'Point','coordinates':[36.7,80]}"), "");
    GeoJson.noticeSwapped(swapped, XI_COUNTY, "/location");
    var low = new Envelope(30, 32, 10, 12);
    var mirrored = GeoJson.point(json("{'type':'Point','coordinates':[11,31]}"), "");
    assertThatThrownBy(() -> GeoJson.noticeSwapped(mirrored, low, "/location"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.details().get(0).code()).isEqualTo("location.swapped"));
  }

  @Property(tries = 200)
  void a_point_comes_back_to_a_centimetre(
      @ForAll @DoubleRange(min = -180, max = 180) double lon,
      @ForAll @DoubleRange(min = -90, max = 90) double lat) {
    var point =
        new org.locationtech.jts.geom.GeometryFactory().createPoint(new Coordinate(lon, lat));
    var back = GeoJson.point(GeoJson.toJson(point), "");
    assertThat(back.distance(point)).isLessThan(1e-7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINESTRING (1 2, 3 4)                                | LineString",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 2, 5 2, 5 3, 4 2)) | Polygon",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))             | MultiLineString",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))                | MultiPolygon",
        "MULTIPOINT ((1 2), (3 4))                            | MultiPoint",
      })
  void what_is_written_has_its_type(String wkt, String type) throws Exception {
    var json = GeoJson.toJson(new WKTReader().read(wkt));
    assertThat(json.getString("type")).isEqualTo(type.trim());
    assertThat(json.getJsonArray("coordinates")).isNotEmpty();
  }

  private static void assertFault(String json, String code, String pointer) {
    assertThatThrownBy(() -> GeoJson.geometry(json(json), "/location"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
              assertThat(fault.details().get(0).code()).isEqualTo(code);
              assertThat(fault.details().get(0).pointer()).isEqualTo(pointer);
            });
  }

  private static JsonObject json(String text) {
    return new JsonObject(text.replace('\'', '"'));
  }
}
