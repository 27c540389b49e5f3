package org.wanglou.gis.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;

class SqlFilterTest {
  private static final int COUNT = 80;
  private static TestDatabase db;

  @BeforeAll
  static void fill() {
    db = TestDatabase.fresh("gis");
    db.database()
        .reference(
            tx -> {
              Wells.store(tx, Wells.invented(COUNT, 5));
              return null;
            });
  }

  @AfterAll
  static void stop() {
    db.close();
  }

  @Test
  void nothing_that_came_from_outside_stands_in_the_sql() {
    var filter =
        SqlFilter.of(
            "kind = 'secret' AND depth > 4711 AND name LIKE 'secret%' AND dug > 2024-02-15"
                + " AND INTERSECTS(geom, POINT(110.123 36.5)) AND kind IS NULL",
            Wells.TYPE);
    assertThat(filter.sql())
        .doesNotContain("secret", "4711", "110.123", "2024", "kind", "depth")
        .contains("attributes ->> :filter_");
    assertThat(filter.parameters()).containsValue("secret").containsValue("kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'x'' OR ''1''=''1'",
        "kind = 'x''; DROP TABLE feature; --'",
        "kind LIKE '%'' OR 1=1 --'",
        "kind = ':filter_0' OR kind = '?' OR kind = '<tag>' OR kind = '$1'",
        "\"id\" = '0'' OR true --'",
        "name = 'x\\'' OR true --'",
        "IN ('x'' OR true')",
        "kind IN ('a'') OR (true', ');DELETE FROM feature;')"
      })
  void an_injection_is_a_value_like_any_other(String ecql) {
    assertThat(selected(ecql)).isEmpty();
    assertThat(selected("INCLUDE")).hasSize(COUNT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind' = 'x' OR '1\" = '1'",
        "\"kind) OR (true\" = 'x'",
        "\"attributes->>'kind'\" = 'x'",
        "password_hash = 'x'",
        "\"(SELECT 1)\" = 1",
        "\":filter_0\" = 'x'",
        "feature.name = 'x'",
        "attributes = 'x'"
      })
  void a_name_that_the_layer_does_not_have_is_refused(String ecql) {
    assertThat(refusal(ecql).details().get(0).code()).isEqualTo("filter.unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "depth = 'deep'              | filter.type",
        "kind = 5                    | filter.type",
        "covered > true              | filter.type",
        "covered = 2                 | filter.type",
        "dug = 'yesterday'           | filter.type",
        "dug = 20240101              | filter.type",
        "depth LIKE '1%'             | filter.type",
        "pumps = 'x'                 | filter.type",
        "geom = 'x'                  | filter.type",
        "kind = depth                | filter.type",
        "depth BETWEEN 'a' AND 'b'   | filter.type",
        "depth = 1e400               | filter.type",
        "INTERSECTS(kind, POINT(1 2)) | filter.type",
        "kind AFTER 2024-01-01T00:00:00Z | filter.type",
        "valid_from > 'soon'         | filter.type",
        "depth + 1 > 2               | filter.unsupported",
        "1 = 1                       | filter.unsupported",
        "kind EXISTS                 | filter.unsupported",
        "env('x') = 'y'              | filter.unsupported",
        "DWITHIN(geom, POINT(110 36), 9e99, meters) | filter.unsupported",
        "DWITHIN(geom, geom, 5, meters) | filter.unsupported",
        "INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | filter.geometry",
        "INTERSECTS(geom, POINT(200 36)) | filter.geometry",
        "INTERSECTS(geom, SRID=4326;POINT(1 2)) | filter.crs",
        "BBOX(geom, 1, 2, 3, 4, 'EPSG:4326') | filter.crs",
        "depth =                     | filter.unreadable",
        "depth = 5; DROP TABLE feature | filter.unreadable",
        "depth = 5) OR (1 = 1        | filter.unreadable",
        "kind = 'open                | filter.unreadable",
        "strange(kind) = 'x'         | filter.unreadable",
        "井深 = 5                     | filter.unreadable"
      })
  void what_cannot_be_answered_is_refused_with_its_reason(String ecql, String code) {
    assertThat(refusal(ecql).details().get(0).code()).as(ecql).isEqualTo(code);
    assertThat(refusal(ecql).details().get(0).pointer()).isEqualTo("/filter");
  }

  @Test
  void a_refusal_shows_the_place_in_the_text() {
    assertThat(refusal("depth > 1 AND colour = 'red'").details().get(0).args())
        .startsWith(15, "colour", "well");
    assertThat(refusal("depth > 1 AND\n depth ~ 5").details().get(0).args()).startsWith(22);
  }

  @Test
  void brackets_without_end_and_endless_texts_are_refused_before_they_cost_anything() {
    assertThat(refusal("(".repeat(5_000) + "depth = 1" + ")".repeat(5_000)).details().get(0).code())
        .isEqualTo("filter.too_deep");
    assertThat(refusal("depth = 1 OR ".repeat(2_000) + "depth = 1").details().get(0).code())
        .isEqualTo("filter.too_long");
    assertThat(selected("depth = 1 OR ".repeat(1_400) + "depth = 1"))
        .isEqualTo(selected("depth = 1"));
  }

  /** Every text ends in a selection or in a fault; nothing else comes out. */
  @Test
  void texts_made_of_any_pieces_never_break_the_database() {
    var pieces =
        List.of(
            "kind",
            "depth",
            "geom",
            " = ",
            "'x'",
            "5",
            "(",
            ")",
            " AND ",
            " OR ",
            "NOT ",
            "'",
            "\"",
            "POINT(1 2)",
            "INTERSECTS(",
            ",",
            " LIKE ",
            " IN ",
            " BETWEEN ",
            "\\",
            "%",
            ";",
            "--",
            ":x",
            "?",
            "\u0000",
            "井",
            " IS NULL",
            "true",
            "2024-01-01",
            "BBOX(",
            "-",
            "<",
            ">",
            "{0}");
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      try {
        selected(text.toString());
      } catch (Fault refused) {
        assertThat(refused.details().get(0).code()).as(text.toString()).startsWith("filter.");
      }
    }
    assertThat(selected("INCLUDE")).hasSize(COUNT);
  }

  @Test
  void a_stored_value_of_another_type_counts_as_missing() {
    db.database()
        .reference(
            tx -> {
              tx.execute(
                  "UPDATE feature SET attributes = '{\"depth\": \"deep\"}' WHERE layer = 'well' AND name = '井3'");
              return null;
            });
    var strange = selected("name = '井3'");
    assertThat(strange).isNotEmpty();
    assertThat(selected("depth > -100")).doesNotContainAnyElementsOf(strange);
    assertThat(selected("depth IS NULL")).containsAll(strange);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S_INTERSECTS(geom, BBOX(110, 36, 113, 39)) | BBOX(geom, 110, 36, 113, 39)",
        "s_within(geom, POLYGON((110 36,113 36,113 39,110 39,110 36))) | WITHIN(geom, POLYGON((110 36,113 36,113 39,110 39,110 36)))",
        "dug > DATE('2024-02-15') | dug > 2024-02-15",
        "T_AFTER(dug, DATE('2024-01-15')) | dug > 2024-01-15",
        "T_DURING(changed_at, INTERVAL('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z')) | INCLUDE",
        "changed_at < TIMESTAMP('2100-01-01T00:00:00Z') | INCLUDE",
        "CASEI(kind) LIKE casei('WELL') | kind ILIKE 'well'",
        "kind = 'S_WITHIN(x) DATE(''2024-01-01'')' | EXCLUDE",
        "depth NOT IN (0, 1) AND kind LIKE 'w%' | depth NOT IN (0, 1) AND kind LIKE 'w%'"
      })
  void cql2_text_means_the_same_as_its_ecql(String cql2, String ecql) {
    var filter = SqlFilter.ofCql2(cql2, Wells.TYPE);
    Set<String> found = db.database().reference(tx -> Wells.selected(tx, filter));
    assertThat(found).isEqualTo(selected(ecql));
  }

  private static Set<String> selected(String ecql) {
    return db.database().reference(tx -> Wells.selected(tx, ecql));
  }

  private static Fault refusal(String ecql) {
    var refusal = new Fault[1];
    LayerType type = Wells.TYPE;
    assertThatThrownBy(() -> SqlFilter.of(ecql, type))
        .as(ecql)
        .asInstanceOf(InstanceOfAssertFactories.type(Fault.class))
        .satisfies(it -> refusal[0] = it);
    return refusal[0];
  }
}
