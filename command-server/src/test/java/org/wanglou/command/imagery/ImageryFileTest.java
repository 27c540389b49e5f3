package org.wanglou.command.imagery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.imagery.Bounds;
import org.wanglou.gis.imagery.Datum;
import org.wanglou.gis.imagery.Imagery;
import org.wanglou.gis.imagery.ImageryConfig;

class ImageryFileTest {
  @TempDir Path folder;

  @Test
  void the_example_says_nothing_until_its_lines_are_taken_in_and_then_it_is_right()
      throws IOException {
    var example = Files.readString(Path.of("../ops/imagery.yaml.example"));
    assertThat(read(example)).isEqualTo(ImageryConfig.NONE);
    var config = read(example.replaceAll("(?m)^#( {2,}\\S)", "$1"));
    assertThat(config.files().get("ortho-2024.mbtiles").datum()).isEqualTo(Datum.CGCS2000);
    assertThat(config.services()).hasSize(2);
    var tianditu =
        config.services().stream()
            .filter(it -> it.id().equals("tianditu"))
            .findFirst()
            .orElseThrow();
    assertThat(tianditu.kind()).isEqualTo(Imagery.Kind.WMTS);
    assertThat(tianditu.keys().get("tk").value()).isEqualTo("YOUR-KEY");
    assertThat(tianditu.maxAge()).isEqualTo(Duration.ofDays(90));
    assertThat(tianditu.privateNetwork()).isFalse();
    var office =
        config.services().stream()
            .filter(it -> !it.id().equals("tianditu"))
            .findFirst()
            .orElseThrow();
    assertThat(office.privateNetwork()).isTrue();
    assertThat(office.bounds()).contains(new Bounds(110.5, 36.3, 111.2, 37.0));
    assertThat(config.toString()).doesNotContain("YOUR-KEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service: {} | imagery.unknown_key",
        "services: {a: {xyz: 'https://h/{z}/{x}/{y}', wmts: 'https://h'}} | imagery.one_address",
        "services: {a: {name: x}} | imagery.one_address",
        "services: {'../a': {xyz: 'https://h'}} | imagery.bad_id",
        "services: {a: {xyz: 'https://h', datum: bd09}} | imagery.no_datum",
        "services: {a: {xyz: 'https://h', max_zoom: 40}} | imagery.no_number",
        "services: {a: {xyz: 'https://h', bounds: '1,2,3'}} | imagery.no_bounds",
        "services: {a: {xyz: 'https://h', private_network: perhaps}} | imagery.no_flag",
        "services: [1] | imagery.no_mapping",
        "'services: {a: {key: {tk: SECRET' | imagery.file_no_yaml",
      })
  void a_mistake_is_told_with_its_place(String yaml, String code) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            Fault.class, it -> assertThat(it.details().get(0).code()).isEqualTo(code))
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void a_file_with_a_mistake_changes_nothing() throws IOException {
    var path = folder.resolve("imagery.yaml");
    var file = new ImageryFile(path);
    assertThat(file.get()).isEqualTo(ImageryConfig.NONE);
    Files.writeString(path, "cache_mb: 7");
    assertThat(file.get()).isEqualTo(new ImageryConfig(7 << 20, Map.of(), java.util.List.of()));
    Files.writeString(path, "cache_mb: seven");
    assertThat(file.get().cacheBytes()).isEqualTo(7 << 20);
    assertThat(file.mistake()).isPresent();
    Files.writeString(path, "cache_mb: 17");
    assertThat(file.get().cacheBytes()).isEqualTo(17 << 20);
    assertThat(file.mistake()).isEmpty();
  }

  private static ImageryConfig read(String yaml) {
    return ImageryFile.read(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
