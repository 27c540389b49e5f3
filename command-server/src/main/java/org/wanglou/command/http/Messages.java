package org.wanglou.command.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wanglou.gis.fault.Fault;

/**
 * The texts people read. A key's part before the first dot names its file {@code
 * messages/<domain>_<language>.properties}. Placeholders are {0}, {1} ...; nothing else is special
 * in a text, so an apostrophe is an apostrophe.
 */
public final class Messages {
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final Locale ENGLISH = Locale.ENGLISH;
  // With the offset: the server's zone need not be the reader's.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  /** The reader's language: the first of Chinese and English that is accepted, Chinese else. */
  public static Locale language(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return CHINESE;
    }
    try {
      for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
        if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
          return CHINESE;
        }
        if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
          return ENGLISH;
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return CHINESE; // a header we cannot read is no reason to refuse the request
    }
    return CHINESE;
  }

  /** The text of a key; the key itself when there is none, so that nothing is ever blank. */
  public String text(Locale language, String key, List<?> args) {
    return find(language, key, args).orElse(key);
  }

  public String text(Locale language, String key, Object... args) {
    return text(language, key, List.of(args));
  }

  public Optional<String> find(Locale language, String key, List<?> args) {
    int dot = key.indexOf('.');
    var domain = dot < 0 ? key : key.substring(0, dot);
    var pattern = file(domain, language).getProperty(key);
    return Optional.ofNullable(pattern).map(text -> fill(language, text, args));
  }

  private Properties file(String domain, Locale language) {
    var name = domain + (language.equals(ENGLISH) ? "_en" : "_zh_CN");
    return files.computeIfAbsent(name, Messages::load);
  }

  private static Properties load(String name) {
    var texts = new Properties();
    try (var in = Messages.class.getResourceAsStream("/messages/" + name + ".properties")) {
      if (in != null) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("messages/" + name, e);
    }
    return texts;
  }

  private String fill(Locale language, String text, List<?> args) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              int i = Integer.parseInt(found.group(1));
              return Matcher.quoteReplacement(i < args.size() ? shown(language, args.get(i)) : "?");
            });
  }

  private String shown(Locale language, Object value) {
    if (value instanceof Fault.Term term) {
      return text(language, term.key());
    }
    if (value instanceof List<?> many) {
      return many.stream()
          .map(one -> shown(language, one))
          .collect(Collectors.joining(language.equals(ENGLISH) ? ", " : "、"));
    }
    if (value instanceof Instant time) {
      return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
    if (value instanceof Double || value instanceof Float) {
      return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
    return String.valueOf(value);
  }
}
