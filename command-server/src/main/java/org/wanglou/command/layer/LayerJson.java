package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerFigures;
import org.wanglou.gis.layer.LayerType;

/** Layer types as the contract's schema {@code LayerType}, with labels for one reader. */
record LayerJson(Locale language) {
  JsonObject of(LayerType type, LayerFigures figures) {
    return labelled(new JsonObject().put("id", type.id()), type.label())
        .put("geometry_type", type.geometry().code())
        .put("group", type.group())
        .put("symbol", type.symbol())
        .put("count", figures.count())
        .put("provenance", new JsonArray(figures.provenance().stream().map(Enum::name).toList()))
        .put("data_date", figures.newest().map(Object::toString).orElse(null))
        .put("source", type.source().orElse(null))
        .put("accuracy_m", type.accuracyM().isPresent() ? type.accuracyM().getAsDouble() : null)
        .put("update_rule", type.updateRule().orElse(null))
        .put("built_in", type.builtIn())
        .put("revision", type.revision())
        .put("catalogue_revision", type.catalogueRevision())
        .put("attributes", attributes(type.attributes()));
  }

  private JsonArray attributes(List<Attribute> attributes) {
    return new JsonArray(attributes.stream().map(this::attribute).toList());
  }

  private JsonObject attribute(Attribute it) {
    return labelled(new JsonObject().put("name", it.name()), it.label())
        .put("type", it.type().code())
        .put("unit", it.unit().orElse(null))
        .put("required", it.required())
        .put(
            "values",
            new JsonArray(
                it.values().stream()
                    .map(
                        value ->
                            labelled(new JsonObject().put("code", value.code()), value.label()))
                    .toList()))
        .put("columns", attributes(it.columns()))
        .put("source", it.source().orElse(null));
  }

  private JsonObject labelled(JsonObject json, Label label) {
    return json.put("label", language.equals(Messages.ENGLISH) ? label.en() : label.zh())
        .put("label_zh", label.zh())
        .put("label_en", label.en());
  }
}
