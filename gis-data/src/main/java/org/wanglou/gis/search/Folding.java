package org.wanglou.gis.search;

/** How texts are made alike before they are compared: character by character, same length. */
final class Folding {
  private static final int FULL_WIDTH = 0xFEE0;

  private Folding() {}

  static String fold(String text) {
    var folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(text.charAt(i));
    }
    return new String(folded);
  }

  static char fold(char c) {
    char narrow = c >= '！' && c <= '～' ? (char) (c - FULL_WIDTH) : c == '　' ? ' ' : c;
    return Character.toLowerCase(narrow);
  }
}
