package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.fault.Fault;

class VoiceTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  @Test
  void it_speaks_the_language_of_the_locale_and_both_without_one() {
    assertThat(said(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("已全部停止。\n");
    assertThat(said(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_GB.UTF-8")))
        .isEqualTo("All is stopped.\n");
    assertThat(said(Map.of("WANGLOU_LOCALE", "en_GB.UTF-8", "LC_ALL", "C.UTF-8")))
        .isEqualTo("All is stopped.\n");
    assertThat(said(Map.of("LANG", "C.UTF-8"))).isEqualTo("已全部停止。\nAll is stopped.\n");
  }

  @Test
  void a_refusal_says_what_to_do() {
    var out = new ByteArrayOutputStream();
    voice(Map.of("LANG", "en_US.UTF-8"), out)
        .explain(Fault.invalid("", "launch.disk_full", "/data", 12L, 200L));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("12 MB are left at /data, at least 200 MB")
        .contains("\n  Free some space there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"launch", "cluster", "database"})
  void both_languages_have_the_same_texts(String domain) throws Exception {
    var chinese = read(domain + "_zh_CN");
    var english = read(domain + "_en");
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    chinese.forEach(
        (key, text) -> assertThat((String) text).as((String) key).matches("(?s).*\\p{IsHan}.*"));
  }

  private static String said(Map<String, String> environment) {
    var out = new ByteArrayOutputStream();
    voice(environment, out).say("launch.stopped");
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Voice voice(Map<String, String> environment, ByteArrayOutputStream out) {
    return new Voice(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private static Properties read(String name) throws Exception {
    var texts = new Properties();
    try (Reader in = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
      texts.load(in);
    }
    return texts;
  }
}
