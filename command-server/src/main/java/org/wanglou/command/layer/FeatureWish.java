package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/**
 * What a request wants a feature to be. What is not in it stays as it is; what is null is taken
 * away. A whole GeoJSON Feature is understood as well: of its properties, those that every feature
 * has are told from the attributes of the layer.
 *
 * @param given the request's fields
 */
record FeatureWish(JsonObject given, Optional<Geometry> geometry) {
  private static final Set<String> OWN =
      Set.of(
          "name",
          "external_id",
          "provenance",
          "source",
          "accuracy_m",
          "valid_from",
          "valid_to",
          "reason");

  static JsonObject flat(JsonObject body) {
    var properties = body.getJsonObject("properties");
    if (properties == null) {
      return body;
    }
    var flat = body.copy();
    flat.remove("properties");
    var attributes = flat.getJsonObject("attributes", new JsonObject());
    for (var property : properties) {
      if (OWN.contains(property.getKey())) {
        flat.put(property.getKey(), property.getValue());
      } else if (!Attribute.TAKEN.contains(property.getKey())) {
        attributes.put(property.getKey(), property.getValue());
      }
    }
    return flat.put("attributes", attributes);
  }

  String reason() {
    var reason = given.getString("reason");
    return reason == null ? "" : reason.strip();
  }

  /**
   * @param source of what is entered by hand when the request names none
   */
  NewFeature asNew(String source) {
    return new NewFeature(
        text("external_id"),
        text("name").orElseThrow(() -> Fault.invalid("/name", "layer.name_missing")),
        geometry.orElseThrow(() -> Fault.invalid("/geometry", "layer.geometry_missing")),
        attributes(),
        text("provenance").map(Provenance::valueOf).orElse(Provenance.REPORTED),
        text("source").orElse(source),
        accuracy(),
        time("valid_from"),
        time("valid_to"));
  }

  NewFeature applyTo(NewFeature before) {
    var attributes = new LinkedHashMap<>(before.attributes());
    attributes.putAll(attributes());
    return new NewFeature(
        given.containsKey("external_id") ? text("external_id") : before.externalId(),
        text("name").orElse(before.name()),
        geometry.orElse(before.geometry()),
        attributes,
        text("provenance").map(Provenance::valueOf).orElse(before.provenance()),
        text("source").orElse(before.source()),
        given.containsKey("accuracy_m") ? accuracy() : before.accuracyM(),
        time("valid_from").or(before::validFrom),
        given.containsKey("valid_to") ? time("valid_to") : before.validTo());
  }

  private Map<String, Object> attributes() {
    var attributes = new LinkedHashMap<String, Object>();
    given
        .getJsonObject("attributes", new JsonObject())
        .forEach(it -> attributes.put(it.getKey(), plain(it.getValue())));
    return attributes;
  }

  private static Object plain(Object value) {
    if (value instanceof JsonArray array) {
      return array.stream().map(FeatureWish::plain).toList();
    }
    return value instanceof JsonObject object ? object.getMap() : value;
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(given.getString(field));
  }

  private OptionalDouble accuracy() {
    var value = given.getDouble("accuracy_m");
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Optional<Instant> time(String field) {
    return text(field).map(it -> OffsetDateTime.parse(it).toInstant());
  }
}
