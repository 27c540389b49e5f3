package org.wanglou.gis.search;

/**
 * Fits one typed word to names. A character of the name is met by itself, by a whole reading, by
 * the first letter of one (zh, ch and sh too), and the last typed letters by the beginning of a
 * reading: {@code lq}, {@code longquan}, {@code longq}, {@code 龙q} and {@code quan} all find 龙泉.
 * Every reading is tried, so a name needs no list of its spellings.
 */
final class Matcher {
  private final String word;
  private final boolean latin;
  private final boolean latinStart;

  /**
   * @param word folded, not empty
   */
  Matcher(String word) {
    this.word = word;
    this.latinStart = word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
    this.latin = word.chars().anyMatch(it -> it >= 'a' && it <= 'z');
  }

  /** The best fit within {@code names[from, to)}, or null. */
  Match best(char[] names, int from, int to) {
    Match best = null;
    for (int at = from; at < to; at++) {
      if (!mayStart(names[at])) {
        continue;
      }
      int found = fit(names, at, to, 0);
      if (found != NO) {
        var match = new Match(where(names, from, to, at, found >> 2), found & 3);
        if (best == null || match.compareTo(best) < 0) {
          best = match;
        }
        if (best.where() <= Match.START) {
          return best;
        }
      }
    }
    return best;
  }

  private static final int NO = -1;

  private boolean mayStart(char c) {
    if (c == word.charAt(0)) {
      return true;
    }
    return latinStart && Pinyin.mayBegin(c, word.charAt(0));
  }

  private static int where(char[] names, int from, int to, int at, int end) {
    if (at > from) {
      return Character.isLetterOrDigit(names[at - 1]) ? Match.INSIDE : Match.WORD;
    }
    return end == to ? Match.WHOLE : Match.START;
  }

  /** Where the fit ends in the name, times four, plus how it was met at worst; or NO. */
  private int fit(char[] names, int at, int to, int typed) {
    if (typed == word.length()) {
      return at << 2;
    }
    if (at == to) {
      return NO;
    }
    int best = NO;
    if (names[at] == word.charAt(typed)) {
      best = fit(names, at + 1, to, typed + 1);
    }
    if (latin && (best == NO || (best & 3) > Match.WRITTEN)) {
      for (var reading : Pinyin.readings(names[at])) {
        best = better(best, spelt(names, at, to, typed, reading));
      }
    }
    return best;
  }

  private int spelt(char[] names, int at, int to, int typed, String reading) {
    int left = word.length() - typed;
    if (word.startsWith(reading, typed)) {
      int rest = worst(fit(names, at + 1, to, typed + reading.length()), Match.SPELT);
      if (rest != NO) {
        return rest;
      }
    }
    if (left > 1 && left < reading.length() && reading.startsWith(word.substring(typed))) {
      return ((at + 1) << 2) | Match.SPELT;
    }
    if (reading.charAt(0) != word.charAt(typed)) {
      return NO;
    }
    int rest = worst(fit(names, at + 1, to, typed + 1), Match.INITIALS);
    boolean twoLetters = reading.length() > 1 && reading.charAt(1) == 'h' && left > 1;
    if (rest == NO && twoLetters && word.charAt(typed + 1) == 'h') {
      return worst(fit(names, at + 1, to, typed + 2), Match.INITIALS);
    }
    return rest;
  }

  private static int worst(int fit, int how) {
    return fit == NO || (fit & 3) >= how ? fit : (fit & ~3) | how;
  }

  private static int better(int a, int b) {
    if (a == NO || b == NO) {
      return a == NO ? b : a;
    }
    return (b & 3) < (a & 3) ? b : a;
  }
}
