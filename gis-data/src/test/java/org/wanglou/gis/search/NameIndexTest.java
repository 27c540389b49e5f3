package org.wanglou.gis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.Feature;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.sample.SampleCounty;

class NameIndexTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Instant NOW = Instant.parse("2040-01-01T00:00:00Z");
  private static TestDatabase database;
  private final NameIndex index = new NameIndex();

  @BeforeAll
  static void load() {
    database = TestDatabase.fresh("gis");
    write(tx -> DatasetLoader.store(tx, SampleCounty.xixian()));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_seat_is_found_by_its_initials_first_of_all() {
    assertThat(search("lq").get(0).entry())
        .satisfies(it -> assertThat(it.name()).startsWith("龙泉"))
        .satisfies(it -> assertThat(it.provenance()).isEqualTo(Provenance.SYNTHETIC))
        .satisfies(it -> assertThat(it.source()).isNotBlank());
    assertThat(search("lq").get(0).matched()).isEqualTo("initials");
  }

  @Test
  void what_is_a_layers_feature_and_a_place_of_the_map_is_told_once_with_its_layer() {
    var found =
        search("龙泉镇").stream().map(Hit::entry).filter(it -> it.name().equals("龙泉镇")).toList();
    assertThat(found).isNotEmpty().allSatisfy(it -> assertThat(it.layer()).isPresent());
  }

  @Test
  void a_division_is_found_by_its_code() {
    var hit = search("141031100").get(0);
    assertThat(hit.matched()).isEqualTo("code");
    assertThat(hit.entry().code()).contains("141031100");
  }

  @Test
  void a_road_is_found_by_its_number() {
    assertThat(search("g209")).extracting(it -> it.entry().kind()).contains(Entry.Kind.ROAD);
  }

  @Test
  void several_words_have_to_fit_all() {
    var feature = add("hospital", "城南 测试卫生院", at(110.93, 36.68), Map.of());
    assertThat(search("测试 卫生"))
        .extracting(it -> it.entry().id())
        .contains(Optional.of(feature.id()));
    assertThat(search("测试 消防")).isEmpty();
  }

  @Test
  void a_new_a_renamed_and_a_removed_feature_are_found_as_they_are_on_every_node() {
    var other = new NameIndex();
    search("x");
    search(other, "x");
    var feature = add("depot", "鼎鑫储备库", at(110.93, 36.68), Map.of());
    assertThat(search("dxcbk")).hasSize(1);
    assertThat(search(other, "dxcbk")).hasSize(1);
    write(
        tx -> {
          FeatureStore.remove(tx, "depot", feature.id(), feature.revision(), change());
          return null;
        });
    assertThat(search("dxcbk")).isEmpty();
    assertThat(search(other, "dxcbk")).isEmpty();
  }

  @Test
  void whole_names_come_before_starts_and_starts_before_the_inside() {
    add("school", "乾坤", at(110.93, 36.68), Map.of());
    add("school", "乾坤小学", at(110.93, 36.69), Map.of());
    add("school", "大乾坤中学", at(110.93, 36.70), Map.of());
    assertThat(search("乾坤"))
        .extracting(it -> it.entry().name())
        .containsExactly("乾坤", "乾坤小学", "大乾坤中学");
    assertThat(search("qiankun"))
        .extracting(it -> it.entry().name())
        .containsExactly("乾坤", "乾坤小学", "大乾坤中学");
  }

  @Test
  void among_equals_the_nearest_comes_first() {
    add("cistern", "麒麟池", at(110.80, 36.60), Map.of());
    add("cistern", "麒麟池", at(111.10, 36.80), Map.of());
    var near = Optional.of(new Coordinate(111.1, 36.8));
    assertThat(search("qlc", near).get(0).entry().lon()).isEqualTo(111.10);
    assertThat(search("qlc", Optional.of(new Coordinate(110.8, 36.6))).get(0).entry().lon())
        .isEqualTo(110.80);
  }

  @Test
  void units_are_found_with_the_rest_and_the_limit_holds() {
    var unit =
        new Entry(
            Entry.Kind.UNIT,
            "龙泉消防一号车",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            3,
            110.9,
            36.7,
            "unit",
            Provenance.REPORTED,
            Optional.empty(),
            Optional.empty());
    var found = read(tx -> index.search(tx, "龙泉消防", List.of(unit), Optional.empty(), NOW, 3));
    assertThat(found.get(0).entry()).isEqualTo(unit);
    assertThat(search("l")).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void an_empty_text_finds_nothing() {
    assertThat(search("  ' ")).isEmpty();
  }

  @Test
  void what_is_no_longer_valid_is_not_found() {
    write(
        tx ->
            FeatureStore.insert(
                tx,
                "helipad",
                new NewFeature(
                    Optional.empty(),
                    "琉璃停机坪",
                    at(110.9, 36.7),
                    Map.of(),
                    Provenance.SURVEYED,
                    "test",
                    OptionalDouble.empty(),
                    Optional.of(NOW.minusSeconds(10)),
                    Optional.of(NOW.plusSeconds(10))),
                change()));
    assertThat(search("琉璃")).hasSize(1);
    var after =
        read(tx -> index.search(tx, "琉璃", List.of(), Optional.empty(), NOW.plusSeconds(10), 5));
    assertThat(after).isEmpty();
  }

  @Test
  void a_kilometre_post_is_computed_between_the_posts_of_the_register() {
    var line =
        GEOMETRY.createLineString(
            new Coordinate[] {
              new Coordinate(110.9, 36.6), new Coordinate(110.9, 36.7), new Coordinate(111.0, 36.7)
            });
    var feature =
        add("road", "国道试验线", line, Map.of("code", "G999", "from_km", 10.0, "to_km", 30.0));
    var posts =
        read(tx -> KilometrePost.find(tx, KilometrePost.asked("G999 K12+500").orElseThrow()));
    assertThat(posts).hasSize(1);
    var post = posts.get(0);
    assertThat(post.feature()).isEqualTo(feature.id());
    double whole = Ground.lengthM(line.getCoordinates());
    assertThat(Ground.distanceM(post.at(), new Coordinate(110.9, 36.6)))
        .isCloseTo(whole * 2.5 / 20, within(0.5));
    assertThat(
            read(tx -> KilometrePost.find(tx, KilometrePost.asked("国道试验线 30公里").orElseThrow()))
                .get(0)
                .at())
        .isEqualTo(new Coordinate(111.0, 36.7));
    var beyond = read(tx -> KilometrePost.find(tx, KilometrePost.asked("G999 K31").orElseThrow()));
    assertThat(beyond).isEmpty();
  }

  private List<Hit> search(String text) {
    return search(text, Optional.empty());
  }

  private List<Hit> search(String text, Optional<Coordinate> near) {
    return read(tx -> index.search(tx, text, List.of(), near, NOW, 10));
  }

  private List<Hit> search(NameIndex other, String text) {
    return read(tx -> other.search(tx, text, List.of(), Optional.empty(), NOW, 10));
  }

  private static Feature add(
      String layer, String name, Geometry where, Map<String, Object> attributes) {
    return write(
        tx ->
            FeatureStore.insert(
                tx,
                layer,
                new NewFeature(
                    Optional.empty(),
                    name,
                    where,
                    attributes,
                    Provenance.SURVEYED,
                    "test",
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty()),
                change()));
  }

  private static Change change() {
    return new Change(Clock.systemUTC().instant(), "test", "test", Change.Act.CREATED);
  }

  private static Geometry at(double lon, double lat) {
    return GEOMETRY.createPoint(new Coordinate(lon, lat));
  }

  private static <T> T read(Function<Handle, T> work) {
    return database.database().reference(work);
  }

  private static <T> T write(Function<Handle, T> work) {
    return Jdbi.create(
            database.owner().jdbcUrl(), database.owner().user(), database.owner().password())
        .inTransaction(work::apply);
  }
}
