package org.wanglou.command.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/**
 * A county with a layer of points, one of lines and one of areas, {@value #COUNT} features each.
 */
public final class ThreeLayers {
  public static final int COUNT = 230;
  public static final List<String> LAYERS = List.of("well", "ditch", "field");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ThreeLayers() {}

  public static TestServer.Filling filling() {
    return database -> {
      TestCounty.bounds(database);
      fill(database);
    };
  }

  private static void fill(Database database) {
    database.write(
        RealmId.REAL,
        tx -> {
          var kinds = List.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON);
          for (int i = 0; i < LAYERS.size(); i++) {
            var type = type(LAYERS.get(i), kinds.get(i));
            LayerTypes.insert(tx, type);
            FeatureStore.replace(tx, type, features(kinds.get(i)), change());
          }
          return null;
        });
  }

  public static Change change() {
    return new Change(
        java.time.Instant.parse("2026-05-01T00:00:00Z"), "test", "", Change.Act.IMPORTED);
  }

  private static LayerType type(String id, GeometryKind kind) {
    return new LayerType(
        id,
        kind,
        new Label(id + " 层", id + " layer"),
        "own",
        "own",
        List.of(
            attribute("number", Attribute.Type.INTEGER),
            attribute("size", Attribute.Type.NUMBER),
            attribute("kind", Attribute.Type.TEXT),
            attribute("open", Attribute.Type.BOOLEAN),
            attribute("checked", Attribute.Type.DATE)),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        false,
        900,
        1,
        1);
  }

  private static Attribute attribute(String name, Attribute.Type type) {
    return new Attribute(
        name,
        type,
        Optional.empty(),
        new Label(name + " 项", name),
        false,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Stream<NewFeature> features(GeometryKind kind) {
    return IntStream.range(0, COUNT).mapToObj(i -> feature(kind, i));
  }

  private static NewFeature feature(GeometryKind kind, int i) {
    return new NewFeature(
        Optional.of("x" + i),
        "名称 “" + i + "”",
        shape(kind, 110.8 + 0.01 * (i % 20), 36.65 + 0.01 * Math.floorDiv(i, 20)),
        Map.of(
            "number",
            i,
            "size",
            i / 8.0,
            "kind",
            i % 3 == 0 ? "甲's" : "乙",
            "open",
            i % 2 == 0,
            "checked",
            "2026-05-%02d".formatted(1 + i % 28)),
        Provenance.SYNTHETIC,
        "test",
        OptionalDouble.of(5),
        Optional.empty(),
        Optional.empty());
  }

  private static Geometry shape(GeometryKind kind, double x, double y) {
    var corners =
        new Coordinate[] {
          new Coordinate(x, y),
          new Coordinate(x + 0.006, y),
          new Coordinate(x + 0.006, y + 0.006),
          new Coordinate(x, y)
        };
    return switch (kind) {
      case POINT -> FACTORY.createPoint(corners[0]);
      case LINE -> FACTORY.createLineString(new Coordinate[] {corners[0], corners[2]});
      default -> FACTORY.createPolygon(corners);
    };
  }
}
