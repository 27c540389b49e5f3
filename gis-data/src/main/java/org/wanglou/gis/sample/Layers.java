package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.layer.Provenance;

/** Collects the features of all layers; gives each an id that is the same in every run. */
final class Layers {
  private final List<LayerFeature> all = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  List<LayerFeature> all() {
    return all;
  }

  List<LayerFeature> of(String layer) {
    return all.stream().filter(f -> f.layer().equals(layer)).toList();
  }

  /**
   * @param onPlane its shape, on the plane
   * @param facts names and values of its attributes in turn; a null value is left out
   */
  LayerFeature add(String layer, String name, Geometry onPlane, Object... facts) {
    var id = "xixian-" + layer + "-" + counts.merge(layer, 1, Integer::sum);
    return put(layer, id, name, Plane.lonLat(onPlane), Optional.empty(), row(facts));
  }

  LayerFeature add(String layer, String name, Coordinate place, Object... facts) {
    return add(layer, name, XiOutline.GEOMETRIES.createPoint(place), facts);
  }

  LayerFeature coded(
      String layer,
      String id,
      String name,
      Geometry inDegrees,
      Optional<Double> accuracyM,
      Map<String, Object> facts) {
    return put(layer, id, name, inDegrees, accuracyM, facts);
  }

  private LayerFeature put(
      String layer,
      String id,
      String name,
      Geometry inDegrees,
      Optional<Double> accuracyM,
      Map<String, Object> facts) {
    var feature =
        new LayerFeature(layer, id, name, inDegrees, facts, Provenance.SYNTHETIC, accuracyM);
    all.add(feature);
    return feature;
  }

  /** Names and values in turn, in an order that is always the same. */
  static Map<String, Object> row(Object... facts) {
    var row = new TreeMap<String, Object>();
    for (int i = 0; i < facts.length; i += 2) {
      if (facts[i + 1] != null) {
        row.put((String) facts[i], facts[i + 1]);
      }
    }
    return Collections.unmodifiableMap(row);
  }
}
