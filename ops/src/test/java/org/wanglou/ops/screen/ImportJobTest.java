package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.client.Seat;
import org.wanglou.ops.launch.LauncherProcess;
import org.wanglou.ops.screen.OfficeShapefile.Row;

/**
 * The forest office sends its fire breaks: a shapefile in GBK and EPSG:4546 with three bad rows.
 * Nothing is stored until they are mended; a year later the same breaks come again and keep their
 * ids.
 */
class ImportJobTest {
  private static final int BREAKS = 12;
  private static final double LONGEST_MS = 30_000;

  @TempDir static Path folder;
  private static LauncherProcess tower;
  private static URI address;
  private static Chromium browser;
  private static Seat field;

  @BeforeAll
  static void open() throws Exception {
    tower = LauncherProcess.start(folder.resolve("data"), "--port", "0", "--no-simulator");
    address = tower.address();
    field = new Seat(address, "admin", LauncherProcess.PASSWORD);
    browser = new Chromium();
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    tower.close();
  }

  @Test
  void a_shapefile_with_three_bad_rows_is_reported_mended_stored_and_brought_again_with_its_ids()
      throws Exception {
    var before = features();
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      chooseFile(desk, OfficeShapefile.write(folder, "隔离带", withThreeBadRows()));
      describe(desk);
      assertThat(desk.at("rejected-rows").getByTestId("finding")).hasCount(3);
      assertThat(desk.at("rejected-rows")).containsText("很宽");
      assertThat(desk.at("rejected-rows")).containsText("火墙");
      assertThat(desk.at("brought").or(desk.named("path.brought")).first()).isAttached();
      desk.picture("import-report");
      desk.at("import-next").click();
      assertThat(desk.at("import-confirm")).isDisabled();
      assertThat(features()).isEqualTo(before);
      desk.at("import-back").click();

      var csv = desk.page().waitForDownload(() -> desk.at("import-csv").click());
      assertThat(Files.readString(csv.path())).contains("很宽").contains("火墙");

      desk.at("import-mend").click();
      setFile(desk, OfficeShapefile.write(folder, "隔离带-改", OfficeShapefile.rows(BREAKS)));
      desk.at("import-next").click();
      assertThat(desk.named("[name=import-crs]")).hasValue("EPSG:4546");
      desk.at("import-next").click();
      desk.at("import-next").click();
      reported(desk);
      desk.at("import-next").click();
      // The county's own fire breaks are invented: they leave as a whole, and it is said how many.
      assertThat(desk.named("[name=import-mode][value=merge]")).isDisabled();
      assertThat(desk.at("import-removal")).containsText("" + before.size());
      desk.picture("import-confirm");
      store(desk);
      var stored = features();
      assertThat(stored).hasSize(BREAKS).doesNotContainKey("");
      assertThat(lonOf("LY001")).isCloseTo(110.85, org.assertj.core.data.Offset.offset(1e-6));

      again(desk);
      assertThat(features()).isEqualTo(stored);
      assertThat(nameOf("LY002")).isEqualTo("西山隔离带");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  /** The same breaks a year later, one with another name: merged by the office's numbers. */
  private static void again(Window desk) throws Exception {
    desk.at("import-again").click();
    var rows = OfficeShapefile.rows(BREAKS);
    rows.set(1, new Row("LY002", "西山隔离带", "12", "生土隔离带", true));
    setFile(desk, OfficeShapefile.write(folder, "隔离带-明年", rows));
    describe(desk);
    assertThat(count(desk, "changed")).containsText("1");
    assertThat(count(desk, "unchanged")).containsText("" + (BREAKS - 1));
    desk.at("import-next").click();
    assertThat(desk.named("[name=import-mode][value=merge]")).isChecked();
    store(desk);
    desk.at("import-to-layer").click();
    assertThat(desk.at("import-panel")).hasCount(0);
  }

  private static void chooseFile(Window desk, Path file) {
    desk.press("l");
    desk.at("layer", "data-layer", "fire_break").getByTestId("layer-import").click();
    assertThat(desk.at("import-panel")).isVisible();
    setFile(desk, file);
  }

  private static void setFile(Window desk, Path file) {
    desk.page().setInputFiles("[name=import-file]", file);
    assertThat(desk.at("import-found")).isVisible(patiently());
  }

  /** In which encoding and system it is, and what its fields are. */
  private static void describe(Window desk) {
    desk.at("import-next").click();
    assertThat(desk.named("[name=import-encoding][value=GBK]")).isChecked();
    assertThat(desk.at("import-samples")).containsText("东山1号隔离带");
    assertThat(desk.named("[name=import-crs]")).hasValue("");
    desk.page().selectOption("[name=import-crs]", "EPSG:4546");
    desk.at("import-next").click();
    assertThat(desk.named("[name=import-map][data-field=编号]")).hasValue("external_id");
    assertThat(desk.named("[name=import-map][data-field=宽度]")).hasValue("width_m");
    desk.named("[name=import-source]").fill("县林业局");
    desk.at("import-next").click();
    reported(desk);
  }

  private static void reported(Window desk) {
    assertThat(desk.at("import-report")).isVisible(patiently());
  }

  private static void store(Window desk) {
    desk.at("import-confirm").click();
    assertThat(desk.at("import-done")).isVisible(patiently());
  }

  private static IsVisibleOptions patiently() {
    return new IsVisibleOptions().setTimeout(LONGEST_MS);
  }

  private static com.microsoft.playwright.Locator count(Window desk, String kind) {
    return desk.at("import-count", "data-kind", kind).locator("dd");
  }

  /** A word where a number belongs, no shape, and a kind that nobody knows. */
  private static List<Row> withThreeBadRows() {
    var rows = new ArrayList<>(OfficeShapefile.rows(BREAKS));
    rows.set(2, new Row("LY003", "东山3号隔离带", "很宽", "生土隔离带", true));
    rows.set(4, new Row("LY005", "东山5号隔离带", "15", "生土隔离带", false));
    rows.set(6, new Row("LY007", "东山7号隔离带", "17", "火墙", true));
    return rows;
  }

  private static List<JsonObject> all() throws Exception {
    return field
        .get("/api/v1/layers/fire_break/features?limit=5000")
        .getJsonArray("features")
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** Ids by the office's numbers. */
  private static Map<String, String> features() throws Exception {
    return all().stream()
        .collect(
            Collectors.toMap(
                it -> String.valueOf(it.getJsonObject("properties").getString("external_id", "")),
                it -> it.getString("id")));
  }

  private static JsonObject one(String number) throws Exception {
    return all().stream()
        .filter(it -> number.equals(it.getJsonObject("properties").getString("external_id")))
        .findFirst()
        .orElseThrow();
  }

  private static String nameOf(String number) throws Exception {
    return one(number).getJsonObject("properties").getString("name");
  }

  private static double lonOf(String number) throws Exception {
    return one(number)
        .getJsonObject("geometry")
        .getJsonArray("coordinates")
        .getJsonArray(0)
        .getDouble(0);
  }
}
