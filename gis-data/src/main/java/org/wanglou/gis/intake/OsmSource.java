package org.wanglou.gis.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;

/**
 * The layers of an OpenStreetMap extract, as the reader of whole counties makes them. Roads and
 * base map come with {@code ops/run --osm}, not this way.
 */
final class OsmSource implements SourceFile {
  private final Map<String, List<LayerFeature>> layers;

  OsmSource(Upload upload) {
    Dataset dataset = OsmReader.read(upload.main(), Progress.NONE);
    layers =
        dataset.features().stream()
            .collect(
                Collectors.groupingBy(
                    LayerFeature::layer, LinkedHashMap::new, Collectors.toList()));
  }

  @Override
  public FileFormat format() {
    return FileFormat.OSM_PBF;
  }

  @Override
  public List<SourceLayer> layers() {
    return layers.entrySet().stream().map(it -> layer(it.getKey(), it.getValue())).toList();
  }

  private static SourceLayer layer(String name, List<LayerFeature> features) {
    var types = new LinkedHashMap<String, SourceField.Type>();
    types.put("external_id", SourceField.Type.TEXT);
    types.put("name", SourceField.Type.TEXT);
    for (var feature : features) {
      feature.attributes().forEach((field, value) -> FieldTypes.note(types, field, value));
    }
    return new SourceLayer(
        name,
        OptionalLong.of(features.size()),
        Optional.of("mixed"),
        FieldTypes.fields(types),
        Optional.of("EPSG:4326"),
        Optional.of(TextEncoding.UTF_8),
        0);
  }

  @Override
  public Rows rows(SourceLayer layer) {
    var features = layers.getOrDefault(layer.name(), List.of());
    return new Rows() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < features.size();
      }

      @Override
      public RawRow next() {
        var feature = features.get(at++);
        Map<String, Object> fields = new HashMap<>(feature.attributes());
        fields.put("external_id", feature.externalId());
        fields.put("name", feature.name());
        return RawRow.of(at, Optional.of(feature.geometry()), fields);
      }

      @Override
      public double share() {
        return features.isEmpty() ? 1 : (double) at / features.size();
      }

      @Override
      public void close() {}
    };
  }
}
