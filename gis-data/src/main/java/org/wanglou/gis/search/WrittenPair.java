package org.wanglou.gis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two numbers as written, in degrees or metres, with what is known of their order.
 *
 * @param axisFirst {@code e} when the first is marked as longitude, {@code n} as latitude, else a
 *     blank
 */
record WrittenPair(double first, double second, char axisFirst, char axisSecond) {
  // A side of the world before or after; degrees; then minutes and seconds, each marked or after a
  // blank or colon.
  private static final Pattern ANGLE =
      Pattern.compile(
          "(?<before>东经|西经|北纬|南纬|经度|纬度|lon(?:gitude)?|lat(?:itude)?|lng|[ewnsxy])?\\s*[:=]?\\s*"
              + "(?<deg>[+-]?\\d+(?:\\.\\d+)?)\\s*(?:(?<mark>[°º度d˚])\\s*"
              + "(?:(?<min>\\d{1,2}+(?:\\.\\d++)?+)(?!\\s*[°º度d˚])\\s*(?:['’′‘`分m]\\s*"
              + "(?:(?<sec>\\d{1,2}+(?:\\.\\d++)?+)(?!\\s*[°º度d˚])\\s*(?:[\"”″“秒s]|''|′′|’’)?)?)?)?)?"
              + "\\s*(?<after>东经|西经|北纬|南纬|[ewns](?![a-z]))?");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;、，；/|]*");
  private static final Pattern NUMBERS =
      Pattern.compile("\\d{1,3}(?:[\\s:]+\\d{1,2}(?:\\.\\d+)?){1,2}");

  static Optional<WrittenPair> parse(String text) {
    var sexagesimal = byBlanks(text);
    if (sexagesimal.isPresent()) {
      return sexagesimal;
    }
    var matcher = ANGLE.matcher(text);
    var values = new ArrayList<Double>();
    var axes = new ArrayList<Character>();
    int end = 0;
    while (end < text.length() && matcher.find(end)) {
      if (!BETWEEN.matcher(text.substring(end, matcher.start())).matches()) {
        return Optional.empty();
      }
      // Of two sides of the world the second belongs to the next number.
      end =
          marked(matcher, "before") && marked(matcher, "after")
              ? matcher.start("after")
              : matcher.end();
      var value = value(matcher);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
      axes.add(axis(matcher));
    }
    if (values.size() != 2 || !BETWEEN.matcher(text.substring(end)).matches()) {
      return Optional.empty();
    }
    return Optional.of(new WrittenPair(values.get(0), values.get(1), axes.get(0), axes.get(1)))
        .filter(it -> it.axisFirst == ' ' || it.axisFirst != it.axisSecond);
  }

  boolean mayBeLonLat() {
    return axisFirst != 'n' && axisSecond != 'e';
  }

  boolean mayBeLatLon() {
    return axisFirst != 'e' && axisSecond != 'n';
  }

  /** {@code 110 56 27 36 41 36}, {@code 110:56:27, 36:41:36}, {@code 110 56.5 36 41.6}. */
  private static Optional<WrittenPair> byBlanks(String text) {
    var halves = text.contains(",") || text.contains("，") ? text.split("[,，]", -1) : middle(text);
    if (halves.length != 2) {
      return Optional.empty();
    }
    var values = new ArrayList<Double>();
    for (var half : halves) {
      if (!NUMBERS.matcher(half.strip()).matches()) {
        return Optional.empty();
      }
      var parts = List.of(half.strip().split("[\\s:]+", -1));
      double value = 0;
      for (int i = parts.size() - 1; i >= 0; i--) {
        double part = Double.parseDouble(parts.get(i));
        if (i > 0 && part >= 60) {
          return Optional.empty();
        }
        value = i > 0 ? (value + part) / 60 : value + part;
      }
      values.add(value);
    }
    return Optional.of(new WrittenPair(values.get(0), values.get(1), ' ', ' '));
  }

  private static String[] middle(String text) {
    var parts = text.split("\\s+", -1);
    if (parts.length % 2 != 0) {
      return new String[0];
    }
    int half = parts.length / 2;
    return new String[] {
      String.join(" ", List.of(parts).subList(0, half)),
      String.join(" ", List.of(parts).subList(half, parts.length))
    };
  }

  private static boolean marked(Matcher matcher, String where) {
    return matcher.group(where) != null;
  }

  private static Optional<Double> value(Matcher matcher) {
    double degrees = Double.parseDouble(matcher.group("deg"));
    double minutes = number(matcher.group("min"));
    double seconds = number(matcher.group("sec"));
    if (minutes >= 60 || seconds >= 60) {
      return Optional.empty();
    }
    double size = Math.abs(degrees) + minutes / 60 + seconds / 3_600;
    boolean negative = matcher.group("deg").startsWith("-") ^ otherHalf(matcher);
    return Optional.of(negative ? -size : size);
  }

  private static double number(String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }

  private static boolean otherHalf(Matcher matcher) {
    var side = side(matcher);
    return side.equals("w") || side.equals("s") || side.equals("西经") || side.equals("南纬");
  }

  private static char axis(Matcher matcher) {
    return switch (side(matcher)) {
      case "e", "w", "东经", "西经", "经度", "lon", "lng", "longitude" -> 'e';
      case "n", "s", "北纬", "南纬", "纬度", "lat", "latitude" -> 'n';
      default -> ' '; // x and y mean either, by the trade of who writes them
    };
  }

  private static String side(Matcher matcher) {
    var before = matcher.group("before");
    return before != null ? before : matcher.group("after") != null ? matcher.group("after") : "";
  }
}
