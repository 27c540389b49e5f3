package org.wanglou.gis.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.intake.Reading;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/** An import of an export is the same layer, in every format. */
class RoundTripTest {
  private static final int FEATURES = 10_000;
  private static final double CLOSE_DEG = 1e-7;
  private static final Instant NOW = Instant.parse("2025-03-03T08:00:00.123456Z");
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);
  private static final LayerType TYPE =
      new LayerType(
          "round_trip",
          GeometryKind.ANY,
          new Label("往返", "Round trip"),
          "own",
          "pin",
          List.of(
              attribute("keeper_of_the_depot", Attribute.Type.TEXT),
              attribute("keeper_of_the_shelter", Attribute.Type.TEXT),
              attribute("people", Attribute.Type.INTEGER),
              attribute("width_m", Attribute.Type.NUMBER),
              attribute("open", Attribute.Type.BOOLEAN),
              attribute("cleared_on", Attribute.Type.DATE),
              new Attribute(
                  "stock",
                  Attribute.Type.TABLE,
                  Optional.empty(),
                  new Label("库存", "Stock"),
                  false,
                  List.of(),
                  List.of(
                      attribute("item", Attribute.Type.TEXT),
                      attribute("quantity", Attribute.Type.INTEGER)),
                  Optional.empty())),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          1,
          1,
          1);

  private static TestDatabase db;
  private static List<NewFeature> features;

  @TempDir private Path folder;

  @BeforeAll
  static void store() {
    db = TestDatabase.fresh("gis");
    features = features(new Random(7));
    db.database()
        .reference(
            tx -> {
              LayerTypes.insert(tx, TYPE);
              return FeatureStore.replace(
                  tx, TYPE, features.stream(), new Change(NOW, "wang", "", Change.Act.IMPORTED));
            });
  }

  @AfterAll
  static void close() {
    db.close();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void ten_thousand_mixed_features_come_back_as_they_went(ExportFormat format) {
    assertSame(
        export(format, format == ExportFormat.KML ? "EPSG:4326" : "EPSG:4490"),
        format == ExportFormat.KML ? "EPSG:4326" : "EPSG:4490");
  }

  @ParameterizedTest
  @CsvSource({"SHP,EPSG:4546", "SHP,EPSG:4525", "SHP,GCJ-02", "GPKG,EPSG:4546", "CSV,BD-09"})
  void through_any_coordinate_system_they_land_on_the_same_spot(ExportFormat format, String crs) {
    assertSame(export(format, crs), crs);
  }

  @ParameterizedTest
  @EnumSource(value = ExportFormat.class, names = "SHP", mode = EnumSource.Mode.EXCLUDE)
  void an_import_of_an_export_changes_nothing_in_the_database(ExportFormat format) {
    var crs = format == ExportFormat.KML ? "EPSG:4326" : "EPSG:4490";
    var read = Reading.of(export(format, crs), TYPE, crs);
    var result =
        db.database()
            .reference(
                tx ->
                    FeatureStore.replace(
                        tx,
                        TYPE,
                        read.features().stream(),
                        new Change(NOW, "li", "", Change.Act.IMPORTED)));
    assertThat(result.unchanged()).isEqualTo(FEATURES);
  }

  private Path export(ExportFormat format, String crs) {
    return db.database()
        .read(
            org.wanglou.gis.db.RealmId.REAL,
            tx -> new LayerExport(tx, TYPE, SourceCrs.of(crs), NOW).write(format, folder).file());
  }

  private static void assertSame(Path file, String crs) {
    assertThat(Files.exists(file)).isTrue();
    var read = Reading.of(file, TYPE, crs);
    assertThat(read.findings().kept()).isEmpty();
    assertThat(read.features()).hasSize(FEATURES);
    Map<String, NewFeature> back =
        read.features().stream()
            .collect(Collectors.toMap(it -> it.externalId().orElseThrow(), Function.identity()));
    for (var sent : features) {
      var came = back.get(sent.externalId().orElseThrow());
      assertThat(came.name()).isEqualTo(sent.name());
      assertThat(came.attributes()).as(sent.name()).isEqualTo(sent.attributes());
      assertThat(came.provenance()).isEqualTo(sent.provenance());
      assertThat(came.source()).isEqualTo(sent.source());
      assertThat(came.accuracyM()).isEqualTo(sent.accuracyM());
      assertThat(came.validTo()).isEqualTo(sent.validTo());
      assertThat(came.validFrom()).contains(sent.validFrom().orElse(NOW));
      assertThat(came.geometry().norm().equalsExact(sent.geometry().norm(), CLOSE_DEG))
          .as(() -> sent.geometry() + " came back as " + came.geometry())
          .isTrue();
    }
  }

  private static List<NewFeature> features(Random chance) {
    var made = new ArrayList<NewFeature>();
    for (int i = 0; i < FEATURES; i++) {
      made.add(
          new NewFeature(
              Optional.of("WJ-" + i),
              i % 7 == 0 ? "隰县“" + i + "”号, 蓄水池\n(旧)" : "防火通道 " + i,
              geometry(i, chance),
              attributes(i, chance),
              i % 2 == 0 ? Provenance.SURVEYED : Provenance.REPORTED,
              "林业局 " + i % 3,
              i % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(i % 50 / 2.0),
              i % 3 == 0 ? Optional.of(NOW.minusSeconds(i)) : Optional.empty(),
              i % 5 == 0 ? Optional.of(NOW.plusSeconds(i + 1L)) : Optional.empty()));
    }
    return made;
  }

  private static Map<String, Object> attributes(int i, Random chance) {
    var values = new LinkedHashMap<String, Object>();
    if (i % 11 != 0) {
      values.put("keeper_of_the_depot", "张三 <李四> & '王五'; = " + i);
    }
    if (i % 13 == 0) {
      values.put("keeper_of_the_shelter", "责任人 龘 🌲 ".repeat(1 + i % 40) + "x");
    }
    values.put("people", (long) chance.nextInt(100_000) - 50);
    values.put("width_m", Math.rint(chance.nextDouble() * 1e6) / 1e4);
    if (i % 2 == 0) {
      values.put("open", i % 4 == 0);
    }
    if (i % 3 != 0) {
      values.put("cleared_on", "20%02d-%02d-%02d".formatted(i % 25, 1 + i % 12, 1 + i % 28));
    }
    if (i % 6 == 0) {
      var rows = new ArrayList<Map<String, Object>>();
      for (int row = 0; row <= i % 9; row++) {
        var one = new HashMap<String, Object>();
        one.put("item", "排水机器人, \"高压\" " + row);
        one.put("quantity", (long) row);
        rows.add(one);
      }
      values.put("stock", rows);
    }
    return values;
  }

  private static Geometry geometry(int i, Random chance) {
    var at = new Coordinate(110.7 + chance.nextDouble() / 2, 36.4 + chance.nextDouble() / 2);
    return switch (i % 6) {
      case 0 -> FACTORY.createPoint(at);
      case 1 -> line(at, chance);
      case 2 -> area(at, chance, true);
      case 3 ->
          FACTORY.createMultiLineString(
              new LineString[] {line(at, chance), line(shifted(at, 0.02), chance)});
      case 4 ->
          FACTORY.createMultiPolygon(
              new Polygon[] {area(at, chance, false), area(shifted(at, 0.05), chance, true)});
      default -> FACTORY.createMultiPointFromCoords(new Coordinate[] {at, shifted(at, 0.01)});
    };
  }

  private static Coordinate shifted(Coordinate at, double degrees) {
    return new Coordinate(at.x + degrees, at.y + degrees);
  }

  private static LineString line(Coordinate at, Random chance) {
    var points = new Coordinate[2 + chance.nextInt(30)];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Coordinate(
              at.x + i * 1e-3 + chance.nextDouble() * 1e-4, at.y + chance.nextDouble() * 1e-2);
    }
    return FACTORY.createLineString(points);
  }

  private static Polygon area(Coordinate at, Random chance, boolean hole) {
    var shell = FACTORY.createLinearRing(ring(at, 0.01 + chance.nextDouble() * 0.005, 12, chance));
    return hole
        ? FACTORY.createPolygon(
            shell,
            new org.locationtech.jts.geom.LinearRing[] {
              FACTORY.createLinearRing(ring(at, 0.003, 5, chance))
            })
        : FACTORY.createPolygon(shell);
  }

  /** A star around a point, so that no side crosses another. */
  private static Coordinate[] ring(Coordinate at, double radius, int corners, Random chance) {
    var points = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double far = radius * (0.8 + 0.2 * chance.nextDouble());
      points[i] = new Coordinate(at.x + far * Math.cos(angle), at.y + far * Math.sin(angle));
    }
    points[corners] = points[0].copy();
    return points;
  }

  private static Attribute attribute(String name, Attribute.Type type) {
    return new Attribute(
        name,
        type,
        Optional.empty(),
        new Label(name, name),
        false,
        List.of(),
        List.of(),
        Optional.empty());
  }
}
