package org.wanglou.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.wanglou.gis.crs.OffsetSuspicion.Sample;
import org.wanglou.gis.crs.OffsetSuspicion.Supposed;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;

/**
 * Real roads and real things beside them, carried to random places of China, where the offset has
 * any size and direction. Only the roads are told to be known.
 */
@Tag("realdata")
class OffsetSuspicionRealDataTest {
  private static final int PLACES = 4;

  @ParameterizedTest
  @ValueSource(strings = {SharedData.LIECHTENSTEIN, SharedData.ANDORRA})
  void anywhere_in_china_true_points_are_believed_and_offset_ones_suspected(String extract) {
    var dataset = OsmReader.read(SharedData.require(extract), Progress.NONE);
    var random = new Random(5);
    for (int place = 0; place < PLACES; place++) {
      var carried =
          carrier(dataset, new Coordinate(random.nextDouble(100, 122), random.nextDouble(24, 42)));
      var known = known(dataset, carried);
      var things = things(dataset, carried);
      var vertices = vertices(dataset, carried);
      assertThat(OffsetSuspicion.of(things, known)).as("true points").isEmpty();
      assertThat(OffsetSuspicion.of(vertices, known)).as("true roads").isEmpty();
      for (var supposed : Supposed.values()) {
        var disguise = Disguise.of(supposed);
        assertThat(suspicion(disguise.worn(vertices), known)).contains(supposed);
        // Some hundred points in a dense valley may be too few, but lead to nothing else.
        assertThat(suspicion(disguise.worn(things), known).orElse(supposed)).isEqualTo(supposed);
      }
      assertThat(suspicion(Disguise.of(Supposed.GCJ_02).worn(things), known))
          .contains(Supposed.GCJ_02);
    }
  }

  private static Optional<Supposed> suspicion(List<Sample> points, OffsetReference known) {
    return OffsetSuspicion.of(points, known).map(OffsetSuspicion::supposed);
  }

  private static AffineTransformation carrier(Dataset dataset, Coordinate to) {
    var from = dataset.bounds().getCentroid().getCoordinate();
    double widen = Math.cos(Math.toRadians(from.y)) / Math.cos(Math.toRadians(to.y));
    return AffineTransformation.translationInstance(-from.x, -from.y)
        .scale(widen, 1)
        .translate(to.x, to.y);
  }

  private static OffsetReference known(Dataset dataset, AffineTransformation carried) {
    var bounds = carried.transform((Geometry) dataset.bounds()).getEnvelopeInternal();
    var known = new OffsetReference(bounds);
    dataset.roads().edges().forEach(it -> known.add("road", "", carried.transform(it.geometry())));
    dataset.base().stream()
        .filter(it -> !it.kind().equals("forest"))
        .forEach(it -> known.add(it.kind(), "", carried.transform(it.geometry())));
    return known;
  }

  /** As of a layer of roads that comes without any hint. */
  private static List<Sample> vertices(Dataset dataset, AffineTransformation carried) {
    return dataset.roads().edges().stream()
        .limit(200)
        .map(it -> carried.transform(it.geometry()).getCoordinate())
        .map(it -> new Sample(it, Optional.empty()))
        .toList();
  }

  private static List<Sample> things(Dataset dataset, AffineTransformation carried) {
    return dataset.features().stream()
        .map(it -> carried.transform(it.geometry()).getCentroid().getCoordinate())
        .map(it -> new Sample(it, Optional.empty()))
        .toList();
  }
}
