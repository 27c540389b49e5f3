package org.wanglou.ops.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.db.ClusterFailure;
import org.wanglou.gis.fault.Fault;

/**
 * What the launcher says to the person at the terminal: in the language of the locale; in Chinese
 * and then in English where the locale names neither, as on a bare server. The scripts hand the
 * person's locale on as {@code WANGLOU_LOCALE}: Java's own has to be one that is installed.
 */
final class Voice {
  private final Messages messages = new Messages();
  private final List<Locale> languages;
  private final PrintStream out;

  Voice(Map<String, String> environment, PrintStream out) {
    var locale =
        Stream.of("WANGLOU_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::get)
            .filter(it -> it != null && !it.isBlank())
            .findFirst()
            .orElse("");
    this.languages =
        locale.startsWith("zh")
            ? List.of(Messages.CHINESE)
            : locale.startsWith("en")
                ? List.of(Messages.ENGLISH)
                : List.of(Messages.CHINESE, Messages.ENGLISH);
    this.out = out;
  }

  /** UTF-8 whatever the locale is: a bare server has none, and Java would print question marks. */
  static Voice onTerminal(Map<String, String> environment) {
    return new Voice(
        environment,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  /** The options; {@code ops/run --help} prints the same files without Java. */
  void help() {
    for (var language : languages) {
      var file = "/help/" + (language.equals(Messages.ENGLISH) ? "en" : "zh_CN") + ".txt";
      try (var text = Voice.class.getResourceAsStream(file)) {
        out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void say(String key, Object... args) {
    for (var language : languages) {
      out.println(messages.text(language, key, args));
    }
  }

  /** A text whose first value is a text itself. */
  void sayOf(String firstKey, String key, Object second, Object third) {
    for (var language : languages) {
      out.println(messages.text(language, key, messages.text(language, firstKey), second, third));
    }
  }

  /** What is wrong, and what to do about it. */
  void explain(String code, List<?> args) {
    for (var language : languages) {
      out.println(messages.text(language, code, args));
      messages.find(language, code + ".hint", args).ifPresent(hint -> out.println("  " + hint));
    }
  }

  void explain(Fault fault) {
    fault.details().forEach(detail -> explain(detail.code(), detail.args()));
  }

  void explain(ClusterFailure failure) {
    explain(failure.code(), List.of(failure.where(), String.valueOf(failure.reason())));
  }
}
