package org.wanglou.gis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;

/** Real files of others. */
@Tag("realdata")
class RealFilesTest {
  private static final LayerType AREAS =
      new LayerType(
          "area",
          GeometryKind.POLYGON,
          new Label("区域", "Area"),
          "own",
          "pin",
          java.util.List.of(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          1,
          1,
          1);

  @ParameterizedTest
  @ValueSource(strings = {SharedData.LIECHTENSTEIN, SharedData.ANDORRA})
  void an_osm_extract_has_the_layers_that_the_reader_of_counties_makes(String name) {
    var pbf = SharedData.require(name);
    Map<String, Long> counts = new TreeMap<>();
    for (LayerFeature feature : OsmReader.read(pbf, Progress.NONE).features()) {
      counts.merge(feature.layer(), 1L, Long::sum);
    }
    var folder = Reading.folder();
    try {
      var upload = Upload.of(pbf, name, folder, IntakeLimits.STANDARD);
      assertThat(upload.format()).isEqualTo(FileFormat.OSM_PBF);
      try (var source = SourceFiles.open(upload, Optional.empty(), IntakeLimits.STANDARD)) {
        Map<String, Long> found = new TreeMap<>();
        for (var layer : source.layers()) {
          long rows = 0;
          try (var all = source.rows(layer)) {
            while (all.hasNext()) {
              assertThat(all.next().geometry()).isPresent();
              rows++;
            }
          }
          found.put(layer.name(), rows);
        }
        assertThat(found).isEqualTo(counts).isNotEmpty();
      }
    } finally {
      Reading.delete(folder);
    }
  }

  @Test
  void the_boundary_of_the_county_is_one_area_and_its_neighbours_are_areas() {
    var county =
        Reading.of(SharedData.require("boundary/xixian-county-141031.geojson"), AREAS, "EPSG:4326");
    assertThat(county.features()).hasSize(1);
    var neighbours =
        Reading.of(
            SharedData.require("boundary/xixian-neighbour-counties.geojson"), AREAS, "EPSG:4326");
    assertThat(neighbours.features())
        .extracting(it -> it.name())
        .containsExactlyInAnyOrder("大宁县", "永和县", "蒲县", "汾西县", "石楼县", "交口县");
    assertThat(neighbours.rejected()).isEmpty();
  }
}
