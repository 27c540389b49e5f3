package org.wanglou.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the screen's sources keep to, beyond their types. */
class SourceRulesTest {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final List<String> LAYERS = List.of("net", "model", "map", "ui", "views");
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import)\\s+'([^']+)'|import\\('([^']+)'\\)");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}|[、。，；：？！（）“”]");
  private static final Pattern TEXT_KEY = Pattern.compile("\\bt\\('([^'`]+)'");
  private static final Pattern KEY = Pattern.compile("^  '([^']+)': '", Pattern.MULTILINE);
  private static final int MOST_LINES = 300;

  @Test
  void layers_import_only_downward() throws IOException {
    var wrong = new ArrayList<String>();
    modules()
        .forEach(
            (path, text) -> {
              int own = LAYERS.indexOf(layer(path));
              for (var target : imports(path, code(text))) {
                if (own < LAYERS.indexOf(layer(target))) {
                  wrong.add(path + " imports " + target);
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void texts_import_nothing_of_the_screen() throws IOException {
    modules()
        .forEach(
            (path, text) -> {
              if (path.startsWith("i18n/")) {
                assertThat(imports(path, code(text))).allMatch(it -> it.startsWith("i18n/"));
              }
            });
  }

  @Test
  void leaflet_stays_behind_the_map() throws IOException {
    assertThat(modules())
        .allSatisfy(
            (path, text) ->
                assertThat(path.startsWith("map/") || !text.contains("'leaflet'"))
                    .as(path)
                    .isTrue());
  }

  @Test
  void no_file_is_longer_than_300_lines() throws IOException {
    assertThat(files(".js", ".css", ".d.ts", ".html"))
        .allSatisfy(
            (path, text) ->
                assertThat(text.lines().count()).as(path).isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void nothing_needs_inline_script_or_style_or_another_host() throws IOException {
    assertThat(files(".js", ".html", ".css"))
        .allSatisfy(
            (path, text) ->
                assertThat(text)
                    .as(path)
                    .doesNotContain("style=")
                    .doesNotContain("innerHTML")
                    .doesNotContain("unsafeHTML")
                    .doesNotContainPattern("\\bon(click|load|input)=\"")
                    .doesNotContain("eval(")
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)"));
  }

  @Test
  void both_languages_have_the_same_texts_with_the_same_places_for_values() throws IOException {
    var chinese = texts("zh-CN");
    var english = texts("en");
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    assertThat(chinese)
        .allSatisfy(
            (key, line) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(line)));
  }

  @Test
  void each_text_that_is_asked_for_is_there_and_each_that_is_there_is_asked_for()
      throws IOException {
    var keys = texts("en").keySet();
    var all = String.join("\n", modules().values());
    var asked = TEXT_KEY.matcher(all).results().map(it -> it.group(1)).collect(Collectors.toSet());
    assertThat(keys).containsAll(asked);
    var groups = Set.of("kind", "words", "level", "source", "unitType", "unitGlyph", "capability");
    var screen = modules();
    screen.keySet().removeIf(path -> path.startsWith("i18n/en") || path.startsWith("i18n/zh"));
    var used = String.join("\n", screen.values());
    assertThat(keys)
        .allSatisfy(
            key -> {
              var group = key.substring(0, key.indexOf('.'));
              assertThat(
                      groups.contains(group)
                          || used.contains("'" + key + "'")
                          || used.contains("`" + group + ".")
                          || used.contains("'" + group + "'"))
                  .as(key)
                  .isTrue();
            });
  }

  @Test
  void no_chinese_stands_outside_the_texts() throws IOException {
    files(".js", ".html", ".css", ".svg", ".d.ts")
        .forEach(
            (path, text) -> {
              if (!path.startsWith("i18n/zh-CN") && !path.startsWith("i18n/en.js")) {
                assertThat(HAN.matcher(text).results().map(it -> it.group())).as(path).isEmpty();
              }
            });
  }

  private static Map<String, String> texts(String language) throws IOException {
    var found = new TreeMap<String, String>();
    files(".js")
        .forEach(
            (path, text) -> {
              if (path.startsWith("i18n/" + language + ".")) {
                text.lines()
                    .forEach(
                        line -> {
                          var key = KEY.matcher(line);
                          if (key.find()) {
                            found.put(key.group(1), line.substring(key.end()));
                          }
                        });
              }
            });
    assertThat(found).hasSizeGreaterThan(200);
    return found;
  }

  private static Set<String> places(String line) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(line)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String layer(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }

  /** Paths below the web folder; types are no import, they leave nothing behind. */
  private static List<String> imports(String from, String text) {
    return IMPORT
        .matcher(text)
        .results()
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .filter(it -> it.startsWith("."))
        .map(it -> Path.of(from).resolveSibling(it).normalize().toString())
        .toList();
  }

  private static String code(String text) {
    return text.replaceAll("(?s)/\\*\\*.*?\\*/", "");
  }

  private static Map<String, String> modules() throws IOException {
    return files(".js");
  }

  private static Map<String, String> files(String... endings) throws IOException {
    var found = new TreeMap<String, String>();
    try (var all = Files.walk(WEB)) {
      for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        var path = WEB.relativize(file).toString();
        if (List.of(endings).stream().anyMatch(path::endsWith)) {
          found.put(path, Files.readString(file));
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }
}
