package org.wanglou.gis.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rewrites CQL2 text (OGC 21-065) as ECQL: where the two differ, token by token, never inside of
 * quotes. What it does not know it leaves as it is, for the ECQL parser to judge.
 */
final class Cql2Text {
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*+'|\"[^\"]*+\"|[\\p{L}_][\\p{L}\\p{N}_.]*|\\s+|.", Pattern.DOTALL);
  private static final Map<String, String> RELATIONS =
      Map.of(
          "S_INTERSECTS", "INTERSECTS",
          "S_EQUALS", "EQUALS",
          "S_DISJOINT", "DISJOINT",
          "S_TOUCHES", "TOUCHES",
          "S_WITHIN", "WITHIN",
          "S_OVERLAPS", "OVERLAPS",
          "S_CROSSES", "CROSSES",
          "S_CONTAINS", "CONTAINS");
  private static final Map<String, String> TIMES =
      Map.of("T_AFTER", " > ", "T_BEFORE", " < ", "T_EQUALS", " = ", "T_DURING", " DURING ");
  private static final Pattern NOT_ASCII = Pattern.compile(".*[^\\x00-\\x7f].*");

  private final List<String> tokens;

  private Cql2Text(List<String> tokens) {
    this.tokens = tokens;
  }

  static String toEcql(String cql2) {
    var found = TOKEN.matcher(cql2).results().map(it -> it.group()).toList();
    return new Cql2Text(found).rewritten(0, found.size());
  }

  private String rewritten(int from, int to) {
    var out = new StringBuilder();
    boolean anyCase = false;
    for (int i = from; i < to; i++) {
      var word = tokens.get(i).toUpperCase(Locale.ROOT);
      var arguments = opens(i + 1, to) ? arguments(next(i + 1), to) : List.<int[]>of();
      if (!arguments.isEmpty() && isRewritten(word, arguments)) {
        out.append(call(word, arguments));
        anyCase |= word.equals("CASEI");
        i = arguments.get(arguments.size() - 1)[1];
      } else if (word.equals("LIKE") && anyCase) {
        out.append("ILIKE");
        anyCase = false;
      } else if (RELATIONS.containsKey(word)) {
        out.append(RELATIONS.get(word));
      } else {
        out.append(name(tokens.get(i)));
      }
    }
    return out.toString();
  }

  /** ECQL takes names that are not plain ASCII, and its own word id, in double quotes only. */
  private static String name(String token) {
    boolean bare = Character.isLetter(token.codePointAt(0)) || token.charAt(0) == '_';
    return token.equals("id") || (bare && NOT_ASCII.matcher(token).matches())
        ? '"' + token + '"'
        : token;
  }

  private boolean isRewritten(String word, List<int[]> arguments) {
    return switch (word) {
      case "DATE", "TIMESTAMP", "CASEI" -> arguments.size() == 1;
      case "INTERVAL" -> arguments.size() == 2;
      case "BBOX" -> arguments.size() == 4;
      default -> TIMES.containsKey(word) && arguments.size() == 2;
    };
  }

  private String call(String word, List<int[]> arguments) {
    var parts = arguments.stream().map(it -> rewritten(it[0], it[1]).strip()).toList();
    return switch (word) {
      case "DATE", "TIMESTAMP" -> unquoted(parts.get(0));
      case "CASEI" -> parts.get(0);
      case "INTERVAL" -> unquoted(parts.get(0)) + "/" + unquoted(parts.get(1));
      case "BBOX" -> box(parts);
      case "T_DURING" -> during(parts.get(0), parts.get(1));
      default -> "(" + parts.get(0) + TIMES.get(word) + parts.get(1) + ")";
    };
  }

  /** Without both ends; an end may be open. */
  private static String during(String name, String interval) {
    var ends = interval.split("/", -1);
    if (ends.length != 2) {
      return name + TIMES.get("T_DURING") + interval;
    }
    var after = ends[0].equals("..") ? "" : name + " > " + ends[0];
    var before = ends[1].equals("..") ? "" : name + " < " + ends[1];
    var both = after.isEmpty() || before.isEmpty() ? "" : " AND ";
    return "(" + after + both + before + ")";
  }

  private static String unquoted(String text) {
    return text.startsWith("'") && text.endsWith("'") && text.length() > 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static String box(List<String> sides) {
    return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(sides.toArray());
  }

  private boolean opens(int i, int to) {
    int at = next(i);
    return at < to && tokens.get(at).equals("(");
  }

  /** The next token that is not space. */
  private int next(int i) {
    int at = i;
    while (at < tokens.size() && tokens.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** From and to of each argument, the last one's end being the closing bracket; empty if none. */
  private List<int[]> arguments(int open, int to) {
    var found = new ArrayList<int[]>();
    int depth = 0;
    int from = open + 1;
    for (int i = open; i < to; i++) {
      var token = tokens.get(i);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.equals(","))) {
        found.add(new int[] {from, i});
        from = i + 1;
      }
      if (depth == 0) {
        return found;
      }
    }
    return List.of();
  }
}
