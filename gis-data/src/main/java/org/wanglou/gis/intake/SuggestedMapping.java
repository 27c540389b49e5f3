package org.wanglou.gis.intake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.LayerType;

/**
 * A mapping by the names of fields: an attribute's own name or label first, then words that offices
 * use. Only a suggestion; what does not match is left out and shown to who imports.
 */
public final class SuggestedMapping {
  /** First come, first served, both in a list and between lists. */
  private static final Map<String, List<String>> WORDS = words();

  private SuggestedMapping() {}

  private static Map<String, List<String>> words() {
    var words = new LinkedHashMap<String, List<String>>();
    words.put(
        FieldMapping.EXTERNAL_ID,
        List.of("externalid", "统一编号", "统一编码", "编号", "编码", "代码", "code", "id", "objectid", "fid"));
    words.put(
        FieldMapping.NAME,
        List.of("name", "名称", "名字", "单位名称", "企业名称", "项目名称", "点名", "地名", "title", "mc"));
    words.put(
        FieldMapping.LON, List.of("lon", "lng", "long", "longitude", "经度", "东经", "经度坐标", "jd"));
    words.put(FieldMapping.LAT, List.of("lat", "latitude", "纬度", "北纬", "纬度坐标", "wd"));
    words.put(FieldMapping.X, List.of("easting", "东坐标", "横坐标", "x坐标", "x"));
    words.put(FieldMapping.Y, List.of("northing", "北坐标", "纵坐标", "y坐标", "y"));
    words.put(FieldMapping.WKT, List.of("wkt", "geometrywkt", "geometry", "geom"));
    words.put(
        FieldMapping.PLACE,
        List.of("place", "所在地", "地点", "位置", "地址", "详细地址", "所在村", "村庄", "村", "行政村", "address"));
    words.put(FieldMapping.PROVENANCE, List.of("provenance"));
    words.put(FieldMapping.SOURCE, List.of("source", "数据来源", "来源"));
    words.put(FieldMapping.ACCURACY, List.of("accuracym"));
    words.put(FieldMapping.VALID_FROM, List.of("validfrom"));
    words.put(FieldMapping.VALID_TO, List.of("validto"));
    return words;
  }

  /** For a layer's type; without one only the words every feature has. */
  public static FieldMapping of(Optional<LayerType> type, SourceLayer layer) {
    var targets = new LinkedHashMap<String, String>();
    layer.fields().forEach(field -> targets.put(field.name(), null));
    var taken = new HashSet<String>();
    type.ifPresent(
        it ->
            it.attributes()
                .forEach(
                    attribute -> take(targets, taken, attribute.name(), names(attribute), layer)));
    WORDS.forEach((target, names) -> take(targets, taken, target, names, layer));
    return new FieldMapping(targets);
  }

  private static List<String> names(Attribute attribute) {
    return List.of(
        plain(attribute.name()), plain(attribute.label().zh()), plain(attribute.label().en()));
  }

  private static void take(
      Map<String, String> targets,
      Set<String> taken,
      String target,
      List<String> names,
      SourceLayer layer) {
    boolean isGeometry = layer.geometryType().isPresent();
    if (isGeometry && List.of("lon", "lat", "x", "y", "wkt", "place").contains(target)) {
      return; // the file has shapes of its own
    }
    for (var name : names) {
      for (var entry : targets.entrySet()) {
        if (entry.getValue() == null && plain(entry.getKey()).equals(name) && taken.add(target)) {
          entry.setValue(target);
          return;
        }
      }
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[(（\\[].*?[)）\\]]", "")
        .replaceAll("[\\s_\\-.·:：]", "");
  }
}
