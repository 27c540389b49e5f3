package org.wanglou.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wanglou.gis.layer.LayerFixtures.attribute;
import static org.wanglou.gis.layer.LayerFixtures.by;
import static org.wanglou.gis.layer.LayerFixtures.feature;
import static org.wanglou.gis.layer.LayerFixtures.point;
import static org.wanglou.gis.layer.LayerFixtures.table;
import static org.wanglou.gis.layer.LayerFixtures.type;
import static org.wanglou.gis.layer.LayerFixtures.wkt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Change.Act;

class FeatureStoreTest {
  private static final LayerType THING =
      type(
          GeometryKind.ANY,
          attribute("width_m", Attribute.Type.NUMBER),
          attribute("people", Attribute.Type.INTEGER),
          table(
              "stock",
              attribute("item", Attribute.Type.TEXT),
              attribute("quantity", Attribute.Type.NUMBER)));

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
  void what_is_put_in_comes_back_as_it_is() {
    var stock = List.of(Map.of("item", "水带", "quantity", 40.0));
    var put =
        in(
            tx ->
                FeatureStore.insert(
                    tx,
                    "thing",
                    feature("X-1", "北山隔离带", Map.of("width_m", 12.5, "stock", stock)),
                    by("li", Act.CREATED, 0)));
    var read = in(tx -> FeatureStore.require(tx, "thing", put.id()));
    assertThat(read).isEqualTo(put);
    assertThat(read.attributes()).isEqualTo(Map.of("width_m", 12.5, "stock", stock));
    assertThat((Object) read.geometry()).isEqualTo(point(110.9, 36.7));
    assertThat(read.revision()).isEqualTo(1);
    assertThat(read.validFrom()).isEqualTo(LayerFixtures.MONDAY);
    assertThat(read.changedBy()).isEqualTo("li");
    assertThat(read.reason()).contains("because 0");
  }

  @Test
  void every_change_is_in_the_history_with_who_when_and_why() {
    var id = inserted("A");
    renamed(id, 1, "B", 1);
    renamed(id, 2, "C", 2);
    assertThat(history(id)).containsExactly("3 CHANGED C u2", "2 CHANGED B u1", "1 CREATED A u0");
    var oldest = in(tx -> FeatureStore.history(tx, "thing", id)).get(2).feature();
    assertThat(oldest.changedAt()).isEqualTo(LayerFixtures.MONDAY);
    assertThat(oldest.reason()).contains("because 0");
  }

  @Test
  void who_edited_an_older_revision_is_told_and_given_the_newer_one() {
    var id = inserted("A");
    renamed(id, 1, "B", 1);
    var stale = catchThrowableOfType(StaleFeature.class, () -> renamed(id, 1, "C", 2));
    assertThat(stale.kind()).isEqualTo(Fault.Kind.CONFLICT);
    assertThat(stale.current().name()).isEqualTo("B");
    assertThat(stale.current().revision()).isEqualTo(2);
    assertThat(history(id)).hasSize(2);
  }

  @Test
  void a_removed_feature_is_gone_but_its_history_says_who_did_it() {
    var id = inserted("A");
    removed(id, 1, 1);
    Optional<Feature> gone = in(tx -> FeatureStore.find(tx, "thing", id));
    assertThat(gone).isEmpty();
    assertThat(history(id)).containsExactly("2 REMOVED A u1", "1 CREATED A u0");
    assertThatThrownBy(() -> renamed(id, 1, "B", 2))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.NOT_FOUND);
              assertThat(fault.details().get(0).code()).isEqualTo("layer.feature_removed");
              assertThat(fault.details().get(0).args()).contains("A", "u1");
            });
  }

  @Test
  void any_revision_can_be_brought_back_also_of_a_removed_feature_under_the_same_id() {
    var id = inserted("A");
    renamed(id, 1, "B", 1);
    restored(id, 1, 2);
    removed(id, 3, 3);
    var back = restored(id, 2, 4);
    assertThat(back.id()).isEqualTo(id);
    assertThat(back.name()).isEqualTo("B");
    assertThat(history(id))
        .containsExactly(
            "5 RESTORED B u4",
            "4 REMOVED A u3",
            "3 RESTORED A u2",
            "2 CHANGED B u1",
            "1 CREATED A u0");
    renamed(id, 5, "D", 5);
    assertThat(history(id)).hasSize(6);
  }

  @Test
  void a_revision_that_never_was_cannot_be_restored() {
    var id = inserted("A");
    assertThatThrownBy(() -> restored(id, 7, 1)).hasMessageContaining("layer.revision_unknown");
  }

  @Test
  void each_change_counts_up_the_revision_of_its_layer_and_of_no_other() {
    long before = revision("thing");
    long other = revision("hospital");
    var id = inserted("A");
    renamed(id, 1, "B", 1);
    removed(id, 2, 2);
    restored(id, 1, 3);
    assertThat(revision("thing")).isGreaterThanOrEqualTo(before + 4);
    assertThat(revision("hospital")).isEqualTo(other);
  }

  @Test
  void an_external_id_is_given_once() {
    put(feature("X", "A", Map.of()));
    assertThatThrownBy(() -> put(feature("X", "B", Map.of())))
        .hasMessageContaining("layer.external_id_taken");
  }

  @Test
  void a_geometry_of_another_kind_or_one_that_crosses_itself_is_refused() {
    var bowTie = wkt("POLYGON((110 36,111 37,111 36,110 37,110 36))");
    assertThatThrownBy(() -> put(with(bowTie))).hasMessageContaining("geometry.invalid");
    assertThatThrownBy(() -> put(with(wkt("POINT EMPTY")))).hasMessageContaining("geometry_kind");
    assertThat(GeometryKind.LINE.admits(wkt("MULTILINESTRING((1 1,2 2))"))).isTrue();
    assertThat(GeometryKind.LINE.admits(point(1, 1))).isFalse();
    assertThat(GeometryKind.ANY.admits(wkt("GEOMETRYCOLLECTION(POINT(1 1))"))).isFalse();
  }

  @Test
  void an_unknown_layer_and_an_unknown_feature_are_told_apart() {
    assertThatThrownBy(() -> in(tx -> FeatureStore.require(tx, "dragon", new UUID(1, 1))))
        .hasMessageContaining("layer.unknown");
    assertThatThrownBy(() -> in(tx -> FeatureStore.require(tx, "thing", new UUID(1, 1))))
        .hasMessageContaining("layer.feature_unknown");
  }

  private UUID inserted(String name) {
    return put(feature(null, name, Map.of())).id();
  }

  private Feature put(NewFeature feature) {
    return in(tx -> FeatureStore.insert(tx, "thing", feature, by("u0", Act.CREATED, 0)));
  }

  private Feature renamed(UUID id, int revision, String name, int day) {
    return in(
        tx ->
            FeatureStore.update(
                tx,
                "thing",
                id,
                revision,
                before -> named(before, name),
                by("u" + day, Act.CHANGED, day)));
  }

  private void removed(UUID id, int revision, int day) {
    in(tx -> FeatureStore.remove(tx, "thing", id, revision, by("u" + day, Act.REMOVED, day)));
  }

  private Feature restored(UUID id, int revision, int day) {
    return in(
        tx -> FeatureStore.restore(tx, "thing", id, revision, by("u" + day, Act.RESTORED, day)));
  }

  private List<String> history(UUID id) {
    return in(tx -> FeatureStore.history(tx, "thing", id)).stream()
        .map(
            it ->
                "%d %s %s %s"
                    .formatted(
                        it.feature().revision(),
                        it.act(),
                        it.feature().name(),
                        it.feature().changedBy()))
        .toList();
  }

  private long revision(String layer) {
    return in(tx -> LayerTypes.require(tx, layer)).revision();
  }

  private static NewFeature named(NewFeature it, String name) {
    return new NewFeature(
        it.externalId(),
        name,
        it.geometry(),
        it.attributes(),
        it.provenance(),
        it.source(),
        it.accuracyM(),
        it.validFrom(),
        it.validTo());
  }

  private static NewFeature with(org.locationtech.jts.geom.Geometry geometry) {
    var it = feature(null, "A", Map.of());
    return new NewFeature(
        Optional.empty(),
        it.name(),
        geometry,
        it.attributes(),
        it.provenance(),
        it.source(),
        it.accuracyM(),
        it.validFrom(),
        it.validTo());
  }

  private <T> T in(Function<Handle, T> work) {
    return db.database().reference(work);
  }
}
