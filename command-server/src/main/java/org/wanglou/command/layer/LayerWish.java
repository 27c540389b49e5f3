package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.Attribute.Value;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;

/** What a request wants a layer type to be; what is not in it stays as it is. */
record LayerWish(JsonObject given) {
  private static final String OWN_GROUP = "own";

  /**
   * @param sort its place in lists
   * @throws Fault INVALID with pointers to what no type can have
   */
  LayerType asNew(int sort) {
    var id = given.getString("id");
    var blank =
        new LayerType(
            id,
            GeometryKind.of(given.getString("geometry_type")),
            new Label(given.getString("label_zh"), given.getString("label_en")),
            OWN_GROUP,
            id,
            List.of(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            false,
            sort,
            1,
            1);
    return applied(blank, 1);
  }

  /**
   * The changed type with its next catalogue revision.
   *
   * @throws Fault INVALID with pointers to what no type can have
   */
  LayerType applyTo(LayerType before) {
    return applied(before, before.catalogueRevision() + 1);
  }

  private LayerType applied(LayerType before, int catalogueRevision) {
    return new LayerType(
        before.id(),
        before.geometry(),
        new Label(
            given.getString("label_zh", before.label().zh()),
            given.getString("label_en", before.label().en())),
        given.getString("group", before.group()),
        given.getString("symbol", before.symbol()),
        given.containsKey("attributes")
            ? attributes(
                given.getJsonArray("attributes"),
                "/attributes",
                before.attributes(),
                Attribute.TAKEN)
            : before.attributes(),
        given.containsKey("source")
            ? Optional.ofNullable(given.getString("source"))
            : before.source(),
        given.containsKey("accuracy_m") ? accuracy() : before.accuracyM(),
        given.containsKey("update_rule")
            ? Optional.ofNullable(given.getString("update_rule"))
            : before.updateRule(),
        before.builtIn(),
        before.sort(),
        catalogueRevision,
        before.revision());
  }

  private OptionalDouble accuracy() {
    var value = given.getDouble("accuracy_m");
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static List<Attribute> attributes(
      JsonArray json, String at, List<Attribute> before, Set<String> taken) {
    var names = new HashSet<String>();
    var attributes = new ArrayList<Attribute>();
    for (int i = 0; i < json.size(); i++) {
      var it = json.getJsonObject(i);
      var name = it.getString("name");
      if (taken.contains(name)) {
        throw Fault.invalid(at + "/" + i + "/name", "layer.name_taken", name);
      }
      if (!names.add(name)) {
        throw Fault.invalid(at + "/" + i + "/name", "layer.name_twice", name);
      }
      var known = before.stream().filter(old -> old.name().equals(name)).findFirst();
      attributes.add(attribute(it, at + "/" + i, known));
    }
    return attributes;
  }

  private static Attribute attribute(JsonObject json, String at, Optional<Attribute> known) {
    var type = Attribute.Type.of(json.getString("type"));
    var values = values(json.getJsonArray("values", new JsonArray()), at + "/values");
    var columns = json.getJsonArray("columns", new JsonArray());
    if ((type == Attribute.Type.TABLE) == columns.isEmpty()) {
      throw Fault.invalid(at + "/columns", "layer.columns_of_table");
    }
    if (!values.isEmpty() && type != Attribute.Type.TEXT) {
      throw Fault.invalid(at + "/values", "layer.values_of_text");
    }
    return new Attribute(
        json.getString("name"),
        type,
        Optional.ofNullable(json.getString("unit")),
        label(json),
        json.getBoolean("required", false),
        values,
        attributes(
            columns, at + "/columns", known.map(Attribute::columns).orElse(List.of()), Set.of()),
        // Who adds a value to a national code list does not take away where the others are from.
        Optional.ofNullable(json.getString("source")).or(() -> known.flatMap(Attribute::source)));
  }

  private static List<Value> values(JsonArray json, String at) {
    var codes = new HashSet<String>();
    var values = new ArrayList<Value>();
    for (int i = 0; i < json.size(); i++) {
      var it = json.getJsonObject(i);
      if (!codes.add(it.getString("code"))) {
        throw Fault.invalid(at + "/" + i + "/code", "layer.name_twice", it.getString("code"));
      }
      values.add(new Value(it.getString("code"), label(it)));
    }
    return values;
  }

  private static Label label(JsonObject json) {
    return new Label(json.getString("label_zh"), json.getString("label_en"));
  }
}
