package org.wanglou.gis.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/**
 * Whether features use what a changed type would take away. Former revisions do not count: one that
 * no longer fits cannot be restored, but can be read.
 */
public final class LayerUse {
  private static final String ATTRIBUTE =
      "SELECT EXISTS (SELECT FROM feature WHERE layer = :layer AND jsonb_exists(attributes, :name))";
  private static final String VALUE =
      "SELECT EXISTS (SELECT FROM feature WHERE layer = :layer AND attributes ->> :name = :code)";
  private static final String ROW =
      """
      SELECT EXISTS (SELECT FROM feature, jsonb_array_elements(attributes -> :table) AS r
                      WHERE layer = :layer AND jsonb_exists(attributes, :table)
                        AND\
      """;

  private final Handle tx;
  private final String layer;
  private final List<Detail> used = new ArrayList<>();

  private LayerUse(Handle tx, String layer) {
    this.tx = tx;
    this.layer = layer;
  }

  /**
   * @throws Fault CONFLICT {@code layer.attribute_in_use}, {@code layer.value_in_use}: what
   *     features have
   */
  public static void refuseLoss(Handle tx, LayerType before, LayerType after) {
    var use = new LayerUse(tx, before.id());
    use.compare(before.attributes(), after.attributes(), Optional.empty());
    if (!use.used.isEmpty()) {
      throw new Fault(Fault.Kind.CONFLICT, use.used);
    }
  }

  private void compare(List<Attribute> before, List<Attribute> after, Optional<String> table) {
    for (var old : before) {
      var now = after.stream().filter(it -> it.name().equals(old.name())).findFirst();
      if (now.isEmpty() || now.get().type() != old.type()) {
        refuse(has(old.name(), table), "layer.attribute_in_use", old.name());
      } else if (old.type() == Attribute.Type.TABLE) {
        compare(old.columns(), now.get().columns(), Optional.of(old.name()));
      } else if (now.get().enumerated()) {
        values(old, now.get(), table);
      }
    }
  }

  /** A text that was free and is enumerated now must not hold anything else. */
  private void values(Attribute old, Attribute now, Optional<String> table) {
    var left = now.values().stream().map(Attribute.Value::code).toList();
    if (old.enumerated()) {
      old.values().stream()
          .map(Attribute.Value::code)
          .filter(code -> !left.contains(code))
          .forEach(code -> refuse(has(old.name(), code, table), "layer.value_in_use", code));
    } else {
      refuse(has(old.name(), table), "layer.attribute_in_use", old.name());
    }
  }

  private boolean has(String name, Optional<String> table) {
    var query =
        table.isEmpty()
            ? tx.createQuery(ATTRIBUTE)
            : tx.createQuery(ROW + " jsonb_exists(r, :name))").bind("table", table.get());
    return query.bind("layer", layer).bind("name", name).mapTo(Boolean.class).one();
  }

  private boolean has(String name, String code, Optional<String> table) {
    var query =
        table.isEmpty()
            ? tx.createQuery(VALUE)
            : tx.createQuery(ROW + " r ->> :name = :code)").bind("table", table.get());
    return query
        .bind("layer", layer)
        .bind("name", name)
        .bind("code", code)
        .mapTo(Boolean.class)
        .one();
  }

  private void refuse(boolean inUse, String code, String what) {
    if (inUse) {
      used.add(new Detail("/attributes", code, List.of(what)));
    }
  }
}
