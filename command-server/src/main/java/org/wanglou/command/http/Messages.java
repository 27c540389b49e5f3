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
  private static final DateTimeFormatter CHINESE_TIME =
      DateTimeFormatter.ofPattern("y年M月d日 HH:mm:ss", CHINESE);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("d MMM y HH:mm:ss", ENGLISH);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("' (UTC'xxx')'", Locale.ROOT);
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
  public String text(Reader reader, String key, List<?> args) {
    return find(reader, key, args).orElse(key);
  }

  public String text(Locale language, String key, List<?> args) {
    return text(Reader.of(language), key, args);
  }

  public String text(Locale language, String key, Object... args) {
    return text(language, key, List.of(args));
  }

  public Optional<String> find(Locale language, String key, List<?> args) {
    return find(Reader.of(language), key, args);
  }

  public Optional<String> find(Reader reader, String key, List<?> args) {
    int dot = key.indexOf('.');
    var domain = dot < 0 ? key : key.substring(0, dot);
    var pattern = file(domain, reader.language()).getProperty(key);
    return Optional.ofNullable(pattern).map(text -> fill(reader, text, args));
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

  private String fill(Reader reader, String text, List<?> args) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              int i = Integer.parseInt(found.group(1));
              return Matcher.quoteReplacement(i < args.size() ? shown(reader, args.get(i)) : "?");
            });
  }

  private String shown(Reader reader, Object value) {
    if (value instanceof Fault.Term term) {
      return text(reader, term.key(), List.of());
    }
    if (value instanceof Fault.Labelled named) {
      var label = reader.language().equals(ENGLISH) ? named.en() : named.zh();
      return label + " (" + named.code() + ")";
    }
    if (value instanceof List<?> many) {
      return many.stream()
          .map(one -> shown(reader, one))
          .collect(Collectors.joining(reader.language().equals(ENGLISH) ? ", " : "、"));
    }
    if (value instanceof Instant time) {
      return time(reader, time);
    }
    if (value instanceof Double || value instanceof Float) {
      return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
    return String.valueOf(value);
  }

  /** In the reader's zone; in the server's, which then has to be named, when it is not known. */
  private static String time(Reader reader, Instant time) {
    var at = time.atZone(reader.zone().orElseGet(ZoneId::systemDefault));
    var form = reader.language().equals(ENGLISH) ? ENGLISH_TIME : CHINESE_TIME;
    return form.format(at) + (reader.zone().isPresent() ? "" : OFFSET.format(at));
  }
}
