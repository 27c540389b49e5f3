package org.wanglou.gis.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;

/**
 * Which field of a file becomes what of a feature.
 *
 * @param targets by field, in the file's order: an attribute of the layer or one of {@link
 *     #COMMON}; null where the field is left out
 */
public record FieldMapping(Map<String, String> targets) {
  public static final String NAME = "name";
  public static final String EXTERNAL_ID = "external_id";
  public static final String LON = "lon";
  public static final String LAT = "lat";
  public static final String X = "x";
  public static final String Y = "y";
  public static final String WKT = "wkt";
  public static final String PLACE = "place";
  public static final String PROVENANCE = "provenance";
  public static final String SOURCE = "source";
  public static final String ACCURACY = "accuracy_m";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";

  /** What a feature of any layer has, and the ways to say where it is. */
  public static final Set<String> COMMON =
      Set.of(
          NAME,
          EXTERNAL_ID,
          LON,
          LAT,
          X,
          Y,
          WKT,
          PLACE,
          PROVENANCE,
          SOURCE,
          ACCURACY,
          VALID_FROM,
          VALID_TO);

  public FieldMapping {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /**
   * Fits it to a layer and a file: both must know it, and only a place may come from several fields
   * (county, township and village side by side).
   *
   * @throws Fault INVALID {@code import.mapping_*}
   */
  public FieldMapping checked(LayerType type, SourceLayer layer) {
    var taken = new HashMap<String, String>();
    targets.forEach(
        (field, target) -> {
          if (target == null) {
            return;
          }
          if (layer.fields().stream().noneMatch(it -> it.name().equals(field))) {
            throw Fault.invalid("/mapping", "import.mapping_field", field);
          }
          if (!COMMON.contains(target) && type.attribute(target).isEmpty()) {
            throw Fault.invalid("/mapping", "import.mapping_target", target, field);
          }
          var other = taken.put(target, field);
          if (other != null && !target.equals(PLACE)) {
            throw Fault.invalid("/mapping", "import.mapping_twice", target, other, field);
          }
        });
    return this;
  }

  /** The first field with this target. */
  public Optional<String> field(String target) {
    for (var it : targets.entrySet()) { // asked ten times for each row
      if (target.equals(it.getValue())) {
        return Optional.of(it.getKey());
      }
    }
    return Optional.empty();
  }

  boolean has(String target) {
    return targets.containsValue(target);
  }

  /** Whether the place of a row is in its columns. */
  boolean hasPlace() {
    return (has(LON) && has(LAT)) || (has(X) && has(Y)) || has(WKT) || has(PLACE);
  }
}
