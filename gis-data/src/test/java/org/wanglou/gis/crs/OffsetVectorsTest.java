package org.wanglou.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.geo.Ground;

/** The published conversions of GCJ-02 and BD-09, and those computed over the county. */
@Tag("realdata")
class OffsetVectorsTest {
  private record Vector(String id, String kind, Coordinate in, Coordinate out) {
    @Override
    public String toString() {
      return id + " " + kind;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    var lines = Files.readAllLines(SharedData.require("crs/gcj02-test-vectors.csv"));
    return lines.stream().skip(1).map(OffsetVectorsTest::parse);
  }

  private static Vector parse(String line) {
    var cells = line.split(",", 8);
    return new Vector(cells[0], cells[1], at(cells[3], cells[2]), at(cells[5], cells[4]));
  }

  private static Coordinate at(String lon, String lat) {
    return new Coordinate(Double.parseDouble(lon), Double.parseDouble(lat));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_conversion_gives_the_published_value(Vector vector) {
    var in = vector.in;
    var gcj02 = SourceCrs.of("GCJ-02");
    switch (vector.kind) {
      case "wgs84->gcj02" -> assertSame(gcj02.from4490(in.x, in.y), vector.out);
      case "wgs84->bd09" -> assertSame(SourceCrs.of("BD-09").from4490(in.x, in.y), vector.out);
      case "gcj02->bd09" -> assertSame(Bd09.fromGcj(in.x, in.y), vector.out);
      case "bd09->gcj02" -> {
        assertSame(Bd09.publishedInverse(in.x, in.y), vector.out);
        assertThat(Ground.distanceM(Bd09.toGcj(in.x, in.y), vector.out)).isLessThan(1);
      }
      case "gcj02->wgs84 (one-step inverse)" -> {
        var shifted = gcj02.from4490(in.x, in.y);
        assertSame(new Coordinate(2 * in.x - shifted.x, 2 * in.y - shifted.y), vector.out);
        assertThat(Ground.distanceM(gcj02.to4490(in.x, in.y), vector.out)).isLessThan(4);
      }
      default -> throw new AssertionError("a kind of vector that is not tested: " + vector.kind);
    }
  }

  private static void assertSame(Coordinate found, Coordinate published) {
    assertThat(found.x).isCloseTo(published.x, within(1e-9));
    assertThat(found.y).isCloseTo(published.y, within(1e-9));
  }
}
