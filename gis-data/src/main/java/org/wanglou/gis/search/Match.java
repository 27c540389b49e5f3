package org.wanglou.gis.search;

/**
 * How well a text fits a name; the smaller the better.
 *
 * @param where 0 the whole name, 1 its start, 2 the start of a word, 3 elsewhere
 * @param how 0 as written, 1 in pinyin, 2 by initials
 */
record Match(int where, int how) implements Comparable<Match> {
  static final int WHOLE = 0;
  static final int START = 1;
  static final int WORD = 2;
  static final int INSIDE = 3;

  static final int WRITTEN = 0;
  static final int SPELT = 1;
  static final int INITIALS = 2;

  /**
   * The start by initials is better than the inside as written, but no whole name by initials is
   * better than a start as written.
   */
  int weight() {
    return switch (where) {
      case WHOLE -> 2 * how;
      case START -> 1 + 2 * how;
      case WORD -> 4 + how;
      default -> 7 + how;
    };
  }

  @Override
  public int compareTo(Match other) {
    return Integer.compare(weight(), other.weight());
  }
}
