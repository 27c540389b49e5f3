package org.wanglou.gis.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wanglou.gis.layer.Attribute.Value;

/** The column layer_type.attribute_schema. */
final class SchemaJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaJson() {}

  static List<Attribute> read(String json) {
    try {
      return attributes(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("layer_type.attribute_schema", e);
    }
  }

  static String write(List<Attribute> attributes) {
    return array(attributes).toString();
  }

  private static List<Attribute> attributes(JsonNode json) {
    var attributes = new ArrayList<Attribute>();
    json.forEach(it -> attributes.add(attribute(it)));
    return attributes;
  }

  private static Attribute attribute(JsonNode json) {
    var values = new ArrayList<Value>();
    json.path("values").forEach(it -> values.add(new Value(it.get("code").asText(), label(it))));
    return new Attribute(
        json.get("name").asText(),
        Attribute.Type.of(json.get("type").asText()),
        text(json, "unit"),
        label(json),
        json.path("required").asBoolean(false),
        values,
        attributes(json.path("columns")),
        text(json, "source"));
  }

  private static Label label(JsonNode json) {
    return new Label(json.get("zh").asText(), json.get("en").asText());
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
  }

  private static ArrayNode array(List<Attribute> attributes) {
    var array = JSON.createArrayNode();
    for (var attribute : attributes) {
      var json = labelled(array.addObject().put("name", attribute.name()), attribute.label());
      json.put("type", attribute.type().code());
      attribute.unit().ifPresent(unit -> json.put("unit", unit));
      if (attribute.required()) {
        json.put("required", true);
      }
      if (attribute.enumerated()) {
        var values = json.putArray("values");
        attribute
            .values()
            .forEach(it -> labelled(values.addObject().put("code", it.code()), it.label()));
      }
      if (!attribute.columns().isEmpty()) {
        json.set("columns", array(attribute.columns()));
      }
      attribute.source().ifPresent(source -> json.put("source", source));
    }
    return array;
  }

  private static ObjectNode labelled(ObjectNode json, Label label) {
    return json.put("zh", label.zh()).put("en", label.en());
  }
}
