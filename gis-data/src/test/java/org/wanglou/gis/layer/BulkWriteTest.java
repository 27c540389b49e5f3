package org.wanglou.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wanglou.gis.layer.LayerFixtures.attribute;
import static org.wanglou.gis.layer.LayerFixtures.by;
import static org.wanglou.gis.layer.LayerFixtures.feature;
import static org.wanglou.gis.layer.LayerFixtures.type;
import static org.wanglou.gis.layer.LayerFixtures.wkt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.layer.Change.Act;

class BulkWriteTest {
  private static final LayerType THING =
      type(GeometryKind.ANY, attribute("width_m", Attribute.Type.NUMBER));

  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis");
    in(
        tx -> {
          LayerTypes.insert(tx, THING);
          return null;
        });
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void the_same_file_again_changes_nothing() {
    var file =
        List.of(
            feature("X", "A", Map.of("width_m", 3)),
            feature(null, "B", Map.of()),
            feature(null, "B", Map.of("width_m", 4)));
    assertThat(replace(1, file).added().count()).isEqualTo(3);
    var before = stored();
    var again = replace(2, file);
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(again.added().count() + again.changed().count() + again.removed().count()).isZero();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void what_is_really_different_is_named_and_its_former_state_is_kept() {
    replace(1, List.of(feature("X", "A", Map.of("width_m", 3)), feature("Y", "B", Map.of())));
    var result =
        merge(2, List.of(feature("X", "A", Map.of("width_m", 4)), feature("Y", "B", Map.of())));
    assertThat(result.changed().first()).containsExactly(new BulkResult.Row(Optional.of("X"), "A"));
    assertThat(result.unchanged()).isEqualTo(1);
    var id = id("X");
    var history = in(tx -> FeatureStore.history(tx, "thing", id));
    assertThat(history)
        .extracting(it -> it.feature().attributes().get("width_m") + " " + it.act())
        .containsExactly("4.0 IMPORTED", "3.0 IMPORTED");
  }

  @Test
  void a_feature_that_comes_back_after_its_removal_has_its_old_id_and_its_whole_history() {
    replace(1, List.of(feature("X", "A", Map.of())));
    var id = id("X");
    replace(2, List.of(feature("Y", "B", Map.of())));
    replace(3, List.of(feature("X", "A again", Map.of())));
    assertThat(id("X")).isEqualTo(id);
    var history = in(tx -> FeatureStore.history(tx, "thing", id));
    assertThat(history)
        .extracting(it -> it.feature().revision() + " " + it.act())
        .containsExactly("3 IMPORTED", "2 REMOVED", "1 IMPORTED");
  }

  @Test
  void real_features_drive_out_synthetic_ones_also_when_merged() {
    replace(1, List.of(synthetic("S", "invented"), synthetic("X", "invented too")));
    var result = merge(2, List.of(feature("X", "real", Map.of())));
    assertThat(result.removed().first())
        .containsExactly(new BulkResult.Row(Optional.of("S"), "invented"));
    assertThat(stored()).hasSize(1);
    assertThat(merge(3, List.of(synthetic("T", "practice"))).removed().count()).isZero();
  }

  @Test
  void an_external_id_that_stands_twice_in_the_file_is_refused_and_nothing_is_stored() {
    var file = List.of(feature("X", "A", Map.of()), feature("X", "B", Map.of()));
    assertThatThrownBy(() -> replace(1, file)).hasMessageContaining("layer.external_id_twice");
    assertThat(stored()).isEmpty();
  }

  @Test
  void a_polygon_that_crosses_itself_is_refused_and_nothing_is_stored() {
    var bowTie = wkt("POLYGON((110 36,111 37,111 36,110 37,110 36))");
    var it = feature("X", "A", Map.of());
    var bad =
        new NewFeature(
            it.externalId(),
            it.name(),
            bowTie,
            it.attributes(),
            it.provenance(),
            it.source(),
            it.accuracyM(),
            it.validFrom(),
            it.validTo());
    assertThatThrownBy(() -> replace(1, List.of(feature("Y", "B", Map.of()), bad)))
        .hasMessageContaining("layer.geometry_invalid");
    assertThat(stored()).isEmpty();
  }

  @Test
  void more_than_can_be_named_are_counted() {
    var many = IntStream.range(0, 450).mapToObj(i -> feature("X" + i, "N" + i, Map.of())).toList();
    var result = replace(1, many);
    assertThat(result.added().count()).isEqualTo(450);
    assertThat(result.added().first()).hasSize(BulkResult.NAMED);
    assertThat(result.added().first().get(0).name()).isEqualTo("N0");
  }

  /** Any sequence of files does to the tables what it does to a list in memory. */
  @Test
  void any_files_do_what_they_do_to_a_simple_list() {
    for (long seed = 0; seed < 12; seed++) {
      var random = new Random(seed);
      in(tx -> tx.execute("DELETE FROM feature") + tx.execute("DELETE FROM feature_past"));
      var model = new LayerModel();
      for (int step = 1; step <= 8; step++) {
        var file = randomFile(random);
        boolean whole = random.nextBoolean();
        var expected = whole ? model.replace(file) : model.merge(file);
        var result = whole ? replace(step, file) : merge(step, file);
        assertThat(LayerModel.counts(result))
            .as("seed %s, file %s", seed, step)
            .isEqualTo(expected);
        assertThat(stored()).as("seed %s, file %s", seed, step).isEqualTo(model.stored());
        model.checkIds(ids());
      }
    }
  }

  private static List<NewFeature> randomFile(Random random) {
    var file = new ArrayList<NewFeature>();
    boolean synthetic = random.nextInt(3) == 0;
    var pool = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
    java.util.Collections.shuffle(pool, random);
    for (int i = 0; i < random.nextInt(7); i++) {
      var externalId = random.nextInt(3) == 0 ? null : "X" + pool.get(i);
      var name = "N" + random.nextInt(3);
      Map<String, Object> attributes =
          random.nextBoolean() ? Map.of() : Map.of("width_m", (double) random.nextInt(3));
      var it = feature(externalId, name, attributes);
      file.add(synthetic ? synthetic(it) : it);
    }
    return file;
  }

  private BulkResult replace(int day, List<NewFeature> file) {
    return in(
        tx -> FeatureStore.replace(tx, THING, file.stream(), by("import", Act.IMPORTED, day)));
  }

  private BulkResult merge(int day, List<NewFeature> file) {
    return in(tx -> FeatureStore.merge(tx, THING, file.stream(), by("import", Act.IMPORTED, day)));
  }

  /** One line for each stored feature, sorted. */
  private List<String> stored() {
    return features().stream()
        .map(it -> LayerModel.line(it.content(), it.revision()))
        .sorted()
        .toList();
  }

  private Map<String, UUID> ids() {
    var ids = new java.util.HashMap<String, UUID>();
    features().forEach(it -> it.externalId().ifPresent(key -> ids.put(key, it.id())));
    return ids;
  }

  private Stream<Feature> all(Handle tx) {
    return tx
        .createQuery("SELECT " + FeatureRows.READ + " FROM feature ORDER BY id")
        .map(FeatureRows::feature)
        .list()
        .stream();
  }

  private List<Feature> features() {
    return in(tx -> all(tx).toList());
  }

  private UUID id(String externalId) {
    return ids().get(externalId);
  }

  private static NewFeature synthetic(String externalId, String name) {
    return synthetic(feature(externalId, name, Map.of()));
  }

  private static NewFeature synthetic(NewFeature it) {
    return new NewFeature(
        it.externalId(),
        it.name(),
        it.geometry(),
        it.attributes(),
        Provenance.SYNTHETIC,
        it.source(),
        OptionalDouble.empty(),
        it.validFrom(),
        it.validTo());
  }

  private <T> T in(Function<Handle, T> work) {
    return db.database().reference(work);
  }
}
