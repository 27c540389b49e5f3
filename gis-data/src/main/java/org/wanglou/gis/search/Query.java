package org.wanglou.gis.search;

import java.util.Arrays;
import java.util.List;

/**
 * What was typed: words that a name has to fit all, in any order, and the whole as a code.
 *
 * @param code the text without blanks when it may be a code, else empty
 */
record Query(List<Matcher> words, String code) {
  private static final int MOST_WORDS = 4;

  static Query of(String text) {
    var folded = Folding.fold(text).replaceAll("['’·]", "").strip();
    var words =
        Arrays.stream(folded.split("\\s+", 0))
            .filter(it -> !it.isEmpty())
            .limit(MOST_WORDS)
            .map(Matcher::new)
            .toList();
    boolean code = folded.matches("[a-z]{0,4}[0-9][0-9a-z-]*");
    return new Query(words, code ? folded : "");
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Of several words the worst counts. */
  Match match(char[] names, int from, int to) {
    Match worst = null;
    for (var word : words) {
      var match = word.best(names, from, to);
      if (match == null) {
        return null;
      }
      if (worst == null || match.compareTo(worst) > 0) {
        worst = match;
      }
    }
    return worst;
  }
}
