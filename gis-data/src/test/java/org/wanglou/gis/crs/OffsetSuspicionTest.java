package org.wanglou.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.crs.OffsetSuspicion.Confidence;
import org.wanglou.gis.crs.OffsetSuspicion.Sample;
import org.wanglou.gis.crs.OffsetSuspicion.Supposed;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.sample.SampleCounty;

class OffsetSuspicionTest {
  private static Dataset county;
  private static OffsetReference roads;

  @BeforeAll
  static void makeCounty() {
    county = SampleCounty.xixian();
    roads = new OffsetReference(county.bounds().getEnvelopeInternal());
    county.roads().edges().forEach(it -> roads.add("road", "", it.geometry()));
  }

  static Stream<String> layers() {
    return SampleCounty.xixian().features().stream().map(it -> it.layer()).distinct();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void a_layer_that_lies_right_raises_no_suspicion(String layer) {
    assertThat(OffsetSuspicion.of(samples(layer), roads)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.wanglou.gis.crs.Disguise#all")
  void points_beside_roads_in_another_system_are_suspected_of_just_that(Disguise disguise) {
    var points = samples("school", "hospital", "depot", "village", "shelter", "police");
    assertThat(OffsetSuspicion.of(disguise.worn(points), roads))
        .hasValueSatisfying(
            it -> {
              assertThat(it.supposed()).isEqualTo(disguise.supposed());
              assertThat(it.nearAsSupposed()).isGreaterThan(2 * it.nearAsGiven());
            });
  }

  @Test
  void the_offset_of_gcj_02_in_the_county_is_some_500_m_to_the_east() {
    var points = Disguise.of(Supposed.GCJ_02).worn(samples("village"));
    assertThat(OffsetSuspicion.of(points, roads))
        .hasValueSatisfying(
            it -> {
              assertThat(it.offsetM()).isBetween(500., 565.);
              assertThat(it.bearingDeg()).isCloseTo(88, within(5.));
              assertThat(it.evidence()).isEqualTo("road");
              assertThat(it.confidence()).isEqualTo(Confidence.NEARLY_CERTAIN);
            });
  }

  @Test
  void names_alone_give_an_offset_away() {
    var names = new OffsetReference(county.bounds().getEnvelopeInternal());
    county.base().forEach(it -> names.add("place", it.name().orElse(""), it.geometry()));
    names.kinds().clear();
    var villages =
        county.features().stream()
            .filter(it -> it.layer().equals("village"))
            .map(it -> new Sample(it.geometry().getCoordinate(), Optional.of(it.name())))
            .toList();
    assertThat(OffsetSuspicion.of(villages, names)).isEmpty();
    assertThat(OffsetSuspicion.of(Disguise.of(Supposed.GCJ_02).worn(villages), names))
        .hasValueSatisfying(
            it -> {
              assertThat(it.evidence()).isEqualTo("name");
              assertThat(it.supposed()).isEqualTo(Supposed.GCJ_02);
            });
  }

  @Test
  void a_layer_of_roads_gives_itself_away_and_lies_right_unshifted() {
    var lines =
        county.roads().edges().stream()
            .limit(100)
            .flatMap(it -> OffsetSuspicion.samples(it.geometry(), Optional.empty(), 4).stream())
            .toList();
    assertThat(OffsetSuspicion.of(lines, roads)).isEmpty();
    assertThat(OffsetSuspicion.of(Disguise.of(Supposed.GCJ_02).worn(lines), roads))
        .hasValueSatisfying(it -> assertThat(it.supposed()).isEqualTo(Supposed.GCJ_02));
  }

  @Test
  void points_that_have_nothing_to_do_with_what_is_known_raise_no_suspicion() {
    var area = county.bounds().getEnvelopeInternal();
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var anywhere =
          IntStream.range(0, 10 + 5 * seed)
              .mapToObj(
                  i ->
                      new Coordinate(
                          random.nextDouble(area.getMinX(), area.getMaxX()),
                          random.nextDouble(area.getMinY(), area.getMaxY())))
              .map(it -> new Sample(it, Optional.empty()))
              .toList();
      assertThat(OffsetSuspicion.of(anywhere, roads)).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void a_few_points_say_nothing() {
    var few = samples("village").subList(0, OffsetSuspicion.FEWEST - 1);
    assertThat(OffsetSuspicion.of(Disguise.of(Supposed.GCJ_02).worn(few), roads)).isEmpty();
    assertThat(OffsetSuspicion.of(List.of(), roads)).isEmpty();
  }

  @Test
  void what_the_database_knows_is_reference_enough() {
    try (var database = TestDatabase.fresh("gis")) {
      var villages = Disguise.of(Supposed.GCJ_02).worn(samples("village", "depot"));
      database
          .database()
          .reference(
              tx -> {
                assertThat(
                        OffsetSuspicion.of(
                            villages,
                            OffsetReference.read(tx, county.bounds().getEnvelopeInternal())))
                    .isEmpty();
                return null;
              });
      Jdbi.create(database.owner().jdbcUrl(), database.owner().user(), database.owner().password())
          .useTransaction(tx -> DatasetLoader.store(tx, county));
      var found =
          database
              .database()
              .reference(
                  tx ->
                      OffsetSuspicion.of(
                          villages,
                          OffsetReference.read(tx, county.bounds().getEnvelopeInternal())));
      assertThat(found)
          .hasValueSatisfying(it -> assertThat(it.supposed()).isEqualTo(Supposed.GCJ_02));
    }
  }

  private static List<Sample> samples(String... layers) {
    var wanted = List.of(layers);
    var samples = new ArrayList<Sample>();
    county.features().stream()
        .filter(it -> wanted.contains(it.layer()))
        .forEach(it -> samples.addAll(OffsetSuspicion.samples(it.geometry(), Optional.empty(), 4)));
    return samples;
  }
}
