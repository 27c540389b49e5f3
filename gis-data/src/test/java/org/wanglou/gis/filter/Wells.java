package org.wanglou.gis.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;

/** A layer of invented wells of every kind of value, in the database and in GeoTools' memory. */
final class Wells {
  static final LayerType TYPE =
      new LayerType(
          "well",
          GeometryKind.ANY,
          new Label("井", "Wells"),
          "own",
          "own",
          List.of(
              attribute("kind", Attribute.Type.TEXT),
              attribute("code", Attribute.Type.TEXT),
              attribute("depth", Attribute.Type.INTEGER),
              attribute("yield", Attribute.Type.NUMBER),
              attribute("covered", Attribute.Type.BOOLEAN),
              attribute("dug", Attribute.Type.DATE),
              new Attribute(
                  "pumps",
                  Attribute.Type.TABLE,
                  Optional.empty(),
                  new Label("水泵", "Pumps"),
                  false,
                  List.of(),
                  List.of(attribute("power", Attribute.Type.NUMBER)),
                  Optional.empty())),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          1,
          1,
          1);

  static final List<String> KINDS =
      List.of("深井", "well", "Well", "a'b", "50%", "x_y", "back\\slash");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** One well; what is missing is not in the map. */
  record Well(UUID id, String name, Geometry geometry, Map<String, Object> attributes) {}

  private Wells() {}

  static List<Well> invented(int count, long seed) {
    var random = new Random(seed);
    var wells = new ArrayList<Well>();
    for (int i = 0; i < count; i++) {
      var attributes = new LinkedHashMap<String, Object>();
      maybe(random, attributes, "kind", KINDS.get(random.nextInt(KINDS.size())));
      maybe(random, attributes, "code", String.valueOf(random.nextInt(5)));
      maybe(random, attributes, "depth", random.nextInt(6) - 2);
      maybe(random, attributes, "yield", random.nextInt(8) / 4.0);
      maybe(random, attributes, "covered", random.nextBoolean());
      maybe(random, attributes, "dug", "2024-0" + (1 + random.nextInt(3)) + "-15");
      wells.add(new Well(new UUID(seed, i), "井" + i % 7, shape(random), attributes));
    }
    return wells;
  }

  private static void maybe(Random random, Map<String, Object> to, String name, Object value) {
    if (random.nextInt(5) > 0) {
      to.put(name, value);
    }
  }

  /** On a coarse grid, so that borders and corners meet. */
  static Geometry shape(Random random) {
    double x = 110 + random.nextInt(8);
    double y = 36 + random.nextInt(8);
    return switch (random.nextInt(3)) {
      case 0 -> FACTORY.createPoint(new Coordinate(x, y));
      case 1 ->
          FACTORY.createLineString(
              new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x + 1 + random.nextInt(3), y + random.nextInt(3))
              });
      default -> box(x, y, x + 1 + random.nextInt(3), y + 1 + random.nextInt(3));
    };
  }

  static Geometry box(double west, double south, double east, double north) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }

  static void store(Handle tx, List<Well> wells) {
    tx.execute(
        "INSERT INTO layer_type (id, geometry_type, label_zh, label_en, symbol, sort)"
            + " VALUES ('well', 'point', '井', 'Wells', 'own', 1) ON CONFLICT DO NOTHING");
    for (var well : wells) {
      tx.execute(
          """
          INSERT INTO feature (id, layer, name, geom, attributes, provenance, source)
          VALUES (?, 'well', ?, ST_GeomFromWKB(?, 4490), ?::jsonb, 'SYNTHETIC', 'test')""",
          well.id(),
          well.name(),
          new WKBWriter().write(well.geometry()),
          json(well.attributes()));
    }
  }

  private static String json(Map<String, Object> attributes) {
    try {
      return new ObjectMapper().writeValueAsString(attributes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> selected(Handle tx, String ecql) {
    return selected(tx, SqlFilter.of(ecql, TYPE));
  }

  static Set<String> selected(Handle tx, SqlFilter filter) {
    var query =
        tx.createQuery("SELECT id::text FROM feature WHERE layer = 'well' AND " + filter.sql());
    return new TreeSet<>(filter.bind(query).mapTo(String.class).list());
  }

  static List<SimpleFeature> inMemory(List<Well> wells) {
    var type = new SimpleFeatureTypeBuilder();
    type.setName("well");
    type.add("geom", Geometry.class);
    type.add("name", String.class);
    type.add("kind", String.class);
    type.add("code", String.class);
    type.add("depth", Long.class);
    type.add("yield", Double.class);
    type.add("covered", Boolean.class);
    type.add("dug", java.sql.Date.class);
    var builder = new SimpleFeatureBuilder(type.buildFeatureType());
    return wells.stream()
        .map(
            well -> {
              var has = well.attributes();
              builder.set("geom", well.geometry());
              builder.set("name", well.name());
              has.forEach(
                  (name, value) ->
                      builder.set(
                          name,
                          name.equals("dug") ? java.sql.Date.valueOf(value.toString()) : value));
              return builder.buildFeature(well.id().toString());
            })
        .toList();
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
}
