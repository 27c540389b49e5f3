package org.wanglou.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wanglou.gis.layer.LayerFixtures.attribute;
import static org.wanglou.gis.layer.LayerFixtures.enumeration;
import static org.wanglou.gis.layer.LayerFixtures.required;
import static org.wanglou.gis.layer.LayerFixtures.table;
import static org.wanglou.gis.layer.LayerFixtures.type;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.fault.Fault;

class AttributeCheckTest {
  private static final Attribute KIND =
      enumeration(
          "kind",
          new Attribute.Value("dike", new Label("堤防", "Dike")),
          new Attribute.Value("sluice", new Label("水闸", "Sluice")));
  private static final Attribute WIDTH = attribute("width_m", Attribute.Type.NUMBER);
  private static final Attribute PEOPLE = attribute("people", Attribute.Type.INTEGER);
  private static final Attribute OPEN = attribute("open", Attribute.Type.BOOLEAN);
  private static final Attribute SINCE = attribute("since", Attribute.Type.DATE);
  private static final Attribute NOTE = attribute("note", Attribute.Type.TEXT);
  private static final Attribute STOCK =
      table(
          "stock",
          required(attribute("item", Attribute.Type.TEXT)),
          attribute("quantity", Attribute.Type.NUMBER));
  private static final LayerType LAYER =
      type(GeometryKind.ANY, KIND, WIDTH, PEOPLE, OPEN, SINCE, NOTE, STOCK);

  @Test
  void values_come_out_in_one_form_whatever_the_source_wrote() {
    var raw = new LinkedHashMap<String, Object>();
    raw.put("note", "  ");
    raw.put("since", java.time.LocalDate.of(2025, 1, 31));
    raw.put("people", 12.0);
    raw.put("width_m", 3);
    raw.put("kind", "dike");
    raw.put("open", null);
    var checked = AttributeCheck.checked(LAYER, raw);
    assertThat(checked)
        .isEqualTo(Map.of("kind", "dike", "width_m", 3.0, "people", 12L, "since", "2025-01-31"));
    assertThat(checked.keySet()).containsExactly("kind", "width_m", "people", "since");
  }

  @Test
  void every_wrong_value_is_pointed_to_also_in_the_cells_of_a_table() {
    var rows = Arrays.asList(Map.of("item", "a", "quantity", "many"), Map.of("quantity", 1), "x");
    var raw =
        Map.<String, Object>of(
            "kind",
            "wall",
            "people",
            1.5,
            "open",
            "yes",
            "since",
            "2025-02-30",
            "stock",
            rows,
            "unknown",
            1);
    assertThat(refused(() -> AttributeCheck.checked(LAYER, raw)))
        .containsExactlyInAnyOrder(
            "/attributes/kind layer.attribute_value",
            "/attributes/people layer.attribute_integer",
            "/attributes/open layer.attribute_boolean",
            "/attributes/since layer.attribute_date",
            "/attributes/stock/0/quantity layer.attribute_number",
            "/attributes/stock/1/item layer.attribute_missing",
            "/attributes/stock/2 layer.attribute_row",
            "/attributes/unknown layer.attribute_unknown");
  }

  @Test
  void there_are_not_fewer_than_no_people_but_a_height_may_be_below_zero() {
    assertThat(refused(() -> AttributeCheck.read(counted("person"), "-3")))
        .containsExactly("/attributes/n layer.attribute_negative");
    assertThat(AttributeCheck.read(counted("person"), "0")).isEqualTo(0.0);
    assertThat(AttributeCheck.read(counted("m"), "-3")).isEqualTo(-3.0);
  }

  private static Attribute counted(String unit) {
    return new Attribute(
        "n",
        Attribute.Type.NUMBER,
        Optional.of(unit),
        new Label("数", "Number"),
        false,
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void a_required_attribute_that_is_blank_is_missing() {
    var layer = type(GeometryKind.POINT, required(NOTE));
    assertThat(refused(() -> AttributeCheck.checked(layer, Map.of("note", " "))))
        .containsExactly("/attributes/note layer.attribute_missing");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_number_is_finite(double value) {
    assertThat(refused(() -> AttributeCheck.checked(LAYER, Map.of("width_m", value)))).hasSize(1);
  }

  @Test
  void a_whole_number_that_a_screen_could_not_show_exactly_is_refused() {
    assertThat(AttributeCheck.checked(LAYER, Map.of("people", 9_007_199_254_740_991L)))
        .containsEntry("people", 9_007_199_254_740_991L);
    assertThat(
            refused(() -> AttributeCheck.checked(LAYER, Map.of("people", 9_007_199_254_740_992L))))
        .hasSize(1);
    assertThat(refused(() -> AttributeCheck.checked(LAYER, Map.of("people", 1e300)))).hasSize(1);
  }

  @Property
  void what_has_passed_passes_again_unchanged(@ForAll("raw") Map<String, Object> raw) {
    Map<String, Object> once;
    try {
      once = AttributeCheck.checked(LAYER, raw);
    } catch (Fault refused) {
      assertThat(refused.details()).isNotEmpty();
      return;
    }
    assertThat(AttributeCheck.checked(LAYER, once)).isEqualTo(once);
    assertThat(raw.keySet()).containsAll(once.keySet());
  }

  @Property
  void a_number_written_as_text_is_read_as_that_number(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double number) {
    var text = new BigDecimal(Double.toString(number)).toPlainString();
    assertThat(AttributeCheck.read(WIDTH, text)).isEqualTo(Double.valueOf(text));
  }

  @Property
  void a_whole_number_is_read_with_and_without_thousands_commas(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long number) {
    assertThat(AttributeCheck.read(PEOPLE, Long.toString(number))).isEqualTo(number);
    assertThat(AttributeCheck.read(PEOPLE, "%,d".formatted(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-31, 2025-01-31",
    "2025/1/31, 2025-01-31",
    "2025.01.31, 2025-01-31",
    "20250131, 2025-01-31",
    "2025年1月31日, 2025-01-31",
    "2025-01-31T08:00:00, 2025-01-31",
    "2025-01-31 08:00, 2025-01-31"
  })
  void a_date_is_read_as_people_write_it(String text, String day) {
    assertThat(AttributeCheck.read(SINCE, text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-29", "31.1.2025", "2025", "20251301", "昨天", "45688"})
  void what_is_no_clear_date_is_refused(String text) {
    assertThat(refused(() -> AttributeCheck.read(SINCE, text)))
        .containsExactly("/attributes/since layer.attribute_date");
  }

  @ParameterizedTest
  @CsvSource({"dike, dike", "DIKE, dike", "堤防, dike", "sluice, sluice", "水闸, sluice"})
  void an_enumeration_is_read_by_its_code_or_either_label(String text, String code) {
    assertThat(AttributeCheck.read(KIND, text)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"是, true", "否, false", "TRUE, true", "0, false", "有, true", "n, false"})
  void yes_and_no_are_read_in_both_languages(String text, boolean value) {
    assertThat(AttributeCheck.read(OPEN, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2", "12,34", "1e", "0x10", "１２", "NaN", "12 m", "1.2.3"})
  void what_is_no_clear_number_is_refused(String text) {
    assertThat(refused(() -> AttributeCheck.read(WIDTH, text))).hasSize(1);
  }

  @Test
  void a_table_is_read_from_json() {
    assertThat(AttributeCheck.read(STOCK, "[{\"item\":\"帐篷\",\"quantity\":3}]"))
        .isEqualTo(List.of(Map.of("item", "帐篷", "quantity", 3.0)));
    assertThat(refused(() -> AttributeCheck.read(STOCK, "3 顶帐篷")))
        .containsExactly("/attributes/stock layer.attribute_table");
  }

  @Provide
  Arbitrary<Map<String, Object>> raw() {
    var values =
        Arbitraries.oneOf(
            Arbitraries.integers().map(it -> (Object) it),
            Arbitraries.doubles().map(it -> (Object) it),
            Arbitraries.strings().ofMaxLength(12).map(it -> (Object) it),
            Arbitraries.of(true, false).map(it -> (Object) it),
            Arbitraries.of("dike", "sluice", "2025-01-31", "", "\0").map(it -> (Object) it),
            Arbitraries.of("a", " ")
                .map(it -> (Object) List.of(Map.of("item", it, "quantity", 2))));
    var names =
        Arbitraries.of(LAYER.attributes().stream().map(Attribute::name).toArray(String[]::new));
    return Arbitraries.maps(names, values).ofMaxSize(7);
  }

  private static List<String> refused(Runnable act) {
    var fault = catchThrowableOfType(Fault.class, act::run);
    return fault.details().stream().map(it -> it.pointer() + " " + it.code()).toList();
  }
}
