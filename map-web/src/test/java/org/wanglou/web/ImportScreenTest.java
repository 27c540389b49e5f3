package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of an office becomes a layer: asked, shown, tried, and only then stored. */
class ImportScreenTest extends AtTheScreen {
  @BeforeEach
  void fixtures() {
    ImportFixtures.on(screen);
  }

  @Test
  void
      both_encodings_are_shown_and_neither_it_nor_the_coordinate_system_is_chosen_for_the_person() {
    chooseFile("隔离带.zip", new byte[1000]);
    next();
    assertThat(screen.get("encoding-samples")).containsText("东山隔离带");
    assertThat(screen.page().locator("[name=import-crs]")).hasValue("");
    assertThat(screen.get("crs-declared")).containsText("CM 111E");
    next();
    assertThat(screen.get("problem-encoding")).isVisible();
    assertThat(screen.get("problem-crs")).isVisible();
    var first = screen.page().locator("[name=import-crs] optgroup").first();
    assertThat(first.locator("option[value='EPSG:4546']")).hasCount(1);
    assertThat(first.locator("option[value='EPSG:4535']")).hasCount(0);
  }

  @Test
  void a_dry_run_shows_numbers_places_and_both_states_of_what_was_repaired() {
    toTheCheck();
    assertThat(count("added")).containsText("3");
    assertThat(count("removed")).containsText("7");
    assertThat(screen.page().locator("[data-testid=brought][data-look=brought]")).hasCount(1);
    assertThat(screen.page().locator("[data-testid=brought][data-look=outside]")).hasCount(1);
    assertThat(screen.page().locator("path.brought.is-before")).hasCount(1);
    assertThat(screen.page().locator("path.brought.is-after")).hasCount(1);
    assertThat(screen.calls(ImportFixtures.IMPORT))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("dry_run", "EPSG:4546", "GBK", "background", "external_id")
                    .doesNotContain("skip_rejected"));
  }

  @Test
  void a_suspicion_is_followed_with_one_click_and_looked_at_again() {
    toTheCheck();
    assertThat(screen.get("import-warning")).containsText("521");
    screen.get("import-crs-instead").click();
    assertThat(screen.get("import-report")).isVisible();
    assertThat(screen.calls(ImportFixtures.IMPORT)).hasSize(2);
    assertThat(screen.calls(ImportFixtures.IMPORT).get(1).body()).contains("GCJ-02");
    screen.get("step-content").click();
    assertThat(screen.page().locator("[name=import-crs]")).hasValue("GCJ-02");
  }

  @Test
  void what_is_removed_is_said_before_it_is_stored_and_the_result_leads_to_the_layer() {
    toTheCheck();
    next();
    screen.page().check("[name=import-mode][value=replace]");
    assertThat(screen.get("import-removal")).containsText("7");
    assertThat(screen.get("import-confirm")).containsText("40");
    screen
        .on(
            ImportFixtures.IMPORT,
            202,
            ImportFixtures.report(ImportFixtures.STORED, "running", "replace", false, 0, ""))
        .on(
            "GET /api/v1/imports/" + ImportFixtures.STORED,
            200,
            ImportFixtures.report(ImportFixtures.STORED, "done", "replace", true, 0, ""));
    screen.get("import-confirm").click();
    assertThat(screen.get("import-done")).containsText("7");
    var calls = screen.calls(ImportFixtures.IMPORT);
    assertThat(calls.get(calls.size() - 1).body()).contains("replace").doesNotContain("dry_run");
    screen.get("import-to-layer").click();
    assertThat(screen.get("import-panel")).hasCount(0);
  }

  @Test
  void rejected_rows_are_listed_and_nothing_is_stored_unless_the_person_wants_the_rest() {
    screen.on("GET /api/v1/imports/" + ImportFixtures.DRY_RUN, 200, ImportFixtures.withBadRows());
    toTheCheck();
    assertThat(screen.get("rejected-rows").getByTestId("finding")).hasCount(2);
    assertThat(screen.get("rejected-rows")).containsText("应为数字");
    assertThat(screen.get("rejected-rows")).containsText("很宽");
    next();
    assertThat(screen.get("import-confirm")).isDisabled();
    screen.get("import-back").click();
    screen.page().check("[name=import-skip]");
    next();
    assertThat(screen.get("import-confirm")).isEnabled();
  }

  @Test
  void a_mended_file_takes_the_place_of_the_bad_one_and_every_choice_stays() {
    screen.on("GET /api/v1/imports/" + ImportFixtures.DRY_RUN, 200, ImportFixtures.withBadRows());
    toTheCheck();
    screen.get("import-mend").click();
    screen.on("GET /api/v1/imports/" + ImportFixtures.DRY_RUN, 200, ImportFixtures.good());
    screen.on(ImportFixtures.INSPECT, 200, ImportFixtures.IN_GBK);
    setFile("隔离带-改.zip", new byte[1000]);
    assertThat(screen.get("import-found")).isVisible();
    next();
    assertThat(screen.page().locator("[name=import-crs]")).hasValue("EPSG:4546");
    next();
    assertThat(screen.page().locator("[name=import-map][data-field=MC]")).hasValue("name");
    next();
    assertThat(screen.get("import-report")).isVisible();
    assertThat(screen.get("rejected-rows")).hasCount(0);
  }

  @Test
  void a_refusal_is_said_at_its_field_and_the_person_is_taken_there() {
    screen.on(
        ImportFixtures.IMPORT,
        422,
        Fixtures.problem(
            422,
            "内容有误",
            "{\"pointer\":\"/crs\",\"code\":\"import.crs_ask\",\"message\":\"请说明坐标系\"}"));
    toTheFields();
    next();
    assertThat(screen.get("import-panel")).hasAttribute("data-step", "content");
    assertThat(screen.get("problem-crs")).containsText("请说明坐标系");
    assertThat(screen.page().locator("[name=import-crs]")).isFocused();
  }

  @Test
  void heights_are_no_layer_and_go_to_the_terrain() {
    openWizard();
    setFile("N36E110.hgt", new byte[100]);
    assertThat(screen.get("import-terrain")).containsText("高程");
    next();
    screen.page().selectOption("[name=import-crs]", "EPSG:4326");
    next();
    screen.on("POST /api/v1/terrain", 201, "{\"available\":true}");
    screen.get("import-confirm").click();
    assertThat(screen.get("problem-mode")).isVisible();
    screen.page().check("[name=import-mode][value=merge]");
    screen.get("import-confirm").click();
    assertThat(screen.get("terrain-stored")).isVisible();
    assertThat(screen.calls(ImportFixtures.INSPECT)).isEmpty();
  }

  @Test
  void a_file_can_be_dropped() {
    openWizard();
    var carried =
        screen
            .page()
            .evaluateHandle(
                "() => { const it = new DataTransfer();"
                    + " it.items.add(new File(['x'], '隔离带.zip')); return it; }");
    screen.get("import-drop").dispatchEvent("drop", java.util.Map.of("dataTransfer", carried));
    assertThat(screen.get("import-found")).isVisible();
    assertThat(screen.get("import-name")).hasText("隔离带.zip");
  }

  @Test
  void a_dry_run_shows_how_far_it_is_and_can_be_stopped() {
    var run = "/api/v1/imports/" + ImportFixtures.DRY_RUN;
    var running = ImportFixtures.report(ImportFixtures.DRY_RUN, "running", "dry_run", false, 0, "");
    screen.on(
        "GET " + run,
        200,
        running.replaceFirst(
            "\\{", "{\"progress\":{\"rows\":1200,\"share\":0.4,\"seconds\":3,\"left_s\":5},"));
    toTheFields();
    next();
    assertThat(screen.get("import-progress")).containsText("1200");
    screen.on("DELETE " + run, 204, "");
    screen.get("import-stop").click();
    assertThat(screen.get("import-progress")).isVisible();
    screen.on(
        "GET " + run,
        200,
        running
            .replace("\"running\"", "\"stopped\"")
            .replaceFirst("\\{", "{\"problem\":{\"title\":\"导入已被停止\"},"));
    assertThat(screen.get("import-problem")).containsText("导入已被停止");
    assertThat(screen.calls("DELETE " + run)).hasSize(1);
    assertThat(screen.get("import-next")).isEnabled();
  }

  @Test
  void a_mapping_of_the_same_office_and_the_reports_of_earlier_imports_are_at_hand() {
    screen
        .on(
            "GET /api/v1/imports/mappings",
            200,
            "{\"results\":[{\"layer\":\"fire_break\",\"source\":\"林业局\",\"crs\":\"EPSG:4546\","
                + "\"mapping\":{\"MC\":\"name\",\"BH\":\"external_id\"},"
                + "\"saved_at\":\"2026-04-01T00:00:00Z\",\"saved_by\":\"li\"}],\"next\":null}")
        .on(
            "GET /api/v1/imports",
            200,
            "{\"results\":["
                + ImportFixtures.report(ImportFixtures.STORED, "done", "merge", true, 0, "")
                + "],\"next\":null}")
        .on(
            "GET /api/v1/imports/" + ImportFixtures.STORED,
            200,
            ImportFixtures.report(ImportFixtures.STORED, "done", "merge", true, 0, ""));
    openWizard();
    assertThat(screen.get("import-earlier")).hasAttribute("data-outcome", "stored");
    screen.get("import-earlier").click();
    assertThat(screen.get("import-report")).containsText("已存入图层");
    screen.get("report-back").click();
    setFile("隔离带.zip", new byte[10]);
    screen.get("import-found").waitFor();
    screen.on(ImportFixtures.INSPECT, 200, ImportFixtures.IN_GBK);
    next();
    screen.page().check("[name=import-encoding][value=GBK]");
    screen.page().selectOption("[name=import-crs]", "EPSG:4490");
    next();
    screen.get("saved-mapping").click();
    assertThat(screen.page().locator("[name=import-map][data-field=MC]")).hasValue("name");
    assertThat(screen.page().locator("[name=import-source]")).hasValue("林业局");
  }

  @Test
  void a_file_that_is_too_large_is_not_sent() {
    openWizard();
    setFile("大.zip", new byte[2_000_001]);
    assertThat(screen.get("import-problem")).containsText("2.0 MB");
    assertThat(screen.calls(ImportFixtures.INSPECT)).isEmpty();
  }

  @Test
  void putting_it_aside_loses_nothing() {
    toTheFields();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("import-panel")).hasCount(0);
    screen.get("layers").click();
    screen.get("import").click();
    assertThat(screen.get("import-panel")).hasAttribute("data-step", "fields");
    assertThat(screen.page().locator("[name=import-map][data-field=MC]")).hasValue("name");
  }

  @Test
  void a_layer_is_saved_as_a_file_in_the_chosen_format_and_system() {
    screen.live();
    screen.get("layers").click();
    screen.on("GET /api/v1/layers/fire_break/export", 200, "{}");
    layer("fire_break").getByTestId("layer-export").click();
    screen.page().selectOption("[name=export-format]", "shp");
    screen.page().selectOption("[name=export-crs]", "EPSG:4546");
    var download = screen.page().waitForDownload(() -> screen.get("export-save").click());
    assertThat(download.failure()).isNull();
    assertThat(screen.calls("GET /api/v1/layers/fire_break/export")).hasSize(1);
  }

  @Test
  void who_may_not_import_finds_no_button() {
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION);
    screen.live();
    screen.get("layers").click();
    assertThat(screen.get("layer").first()).isVisible();
    assertThat(screen.get("import")).hasCount(0);
    assertThat(screen.get("layer-import")).hasCount(0);
  }

  private void openWizard() {
    screen.live();
    screen.get("layers").click();
    layer("fire_break").getByTestId("layer-import").click();
    screen.get("import-panel").waitFor();
  }

  private void chooseFile(String name, byte[] content) {
    openWizard();
    setFile(name, content);
    assertThat(screen.get("import-found")).isVisible();
  }

  private void setFile(String name, byte[] content) {
    screen
        .page()
        .setInputFiles(
            "[name=import-file]", new FilePayload(name, "application/octet-stream", content));
  }

  private void toTheFields() {
    chooseFile("隔离带.zip", new byte[1000]);
    next();
    screen.on(ImportFixtures.INSPECT, 200, ImportFixtures.IN_GBK);
    screen.page().check("[name=import-encoding][value=GBK]");
    screen.page().selectOption("[name=import-crs]", "EPSG:4546");
    assertThat(screen.get("import-next")).isEnabled();
    next();
    screen.page().selectOption("[name=import-map][data-field=MC]", "name");
  }

  private void toTheCheck() {
    toTheFields();
    next();
    screen.get("import-report").waitFor();
  }

  private void next() {
    screen.get("import-next").click();
  }

  private Locator count(String kind) {
    return screen.page().locator("[data-testid=import-count][data-kind=" + kind + "]");
  }

  private Locator layer(String id) {
    return screen.page().locator("[data-testid=layer][data-layer=" + id + "]");
  }
}
