package org.wanglou.gis.layer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wanglou.gis.layer.Change.Act;

/** Layer types and features for tests. */
final class LayerFixtures {
  static final Instant MONDAY = Instant.parse("2025-03-03T08:00:00Z");

  private static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);

  private LayerFixtures() {}

  static Change by(String who, Act act, int day) {
    return new Change(MONDAY.plusSeconds(86_400L * day), who, "because " + day, act);
  }

  static Geometry point(double lon, double lat) {
    return CGCS2000.createPoint(new Coordinate(lon, lat));
  }

  static Geometry wkt(String wkt) {
    try {
      return new WKTReader(CGCS2000).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  static NewFeature feature(String externalId, String name, Map<String, Object> attributes) {
    return new NewFeature(
        Optional.ofNullable(externalId),
        name,
        point(110.9, 36.7),
        attributes,
        Provenance.SURVEYED,
        "a survey",
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Attribute attribute(String name, Attribute.Type type) {
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

  static Attribute required(Attribute it) {
    return new Attribute(
        it.name(), it.type(), it.unit(), it.label(), true, it.values(), it.columns(), it.source());
  }

  /** Codes with their Chinese and English labels. */
  static Attribute enumeration(String name, Attribute.Value... values) {
    return new Attribute(
        name,
        Attribute.Type.TEXT,
        Optional.empty(),
        new Label(name, name),
        false,
        List.of(values),
        List.of(),
        Optional.empty());
  }

  static Attribute table(String name, Attribute... columns) {
    return new Attribute(
        name,
        Attribute.Type.TABLE,
        Optional.empty(),
        new Label(name, name),
        false,
        List.of(),
        List.of(columns),
        Optional.empty());
  }

  static LayerType type(GeometryKind geometry, Attribute... attributes) {
    return new LayerType(
        "thing",
        geometry,
        new Label("东西", "Things"),
        "own",
        "thing",
        List.of(attributes),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        false,
        1_000,
        1,
        1);
  }
}
