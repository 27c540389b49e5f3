package org.wanglou.command.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  static List<String> domains() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("_(zh_CN|en)\\.properties$", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void both_languages_have_the_same_keys_with_the_same_placeholders(String domain)
      throws IOException {
    var chinese = read(domain + "_zh_CN");
    var english = read(domain + "_en");
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    for (var key : chinese.stringPropertyNames()) {
      assertThat(placeholders(english.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(chinese.getProperty(key)));
      assertThat(CHINESE.matcher(chinese.getProperty(key)).find()).as(key).isTrue();
      assertThat(CHINESE.matcher(english.getProperty(key)).find()).as(key).isFalse();
    }
  }

  private static Set<String> placeholders(String text) {
    var found = new TreeSet<String>();
    var matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties read(String name) throws IOException {
    var texts = new Properties();
    try (var in =
        Files.newBufferedReader(FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
