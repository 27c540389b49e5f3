package org.wanglou.gis.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * The readings of Chinese characters in lower-case letters without tones, all of them: a place name
 * often has the rare one. The vowel ü is written v, as it is typed, and u as well.
 */
final class Pinyin {
  private static final String[] NONE = {};
  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;
  private static final AtomicReferenceArray<String[]> KNOWN =
      new AtomicReferenceArray<>(LAST - FIRST + 1);

  /** Of each character the letters its readings begin with, a bit each; 0 is not looked up yet. */
  private static final int[] INITIALS = new int[LAST - FIRST + 1];

  private static final int LOOKED_UP = 1 << 31;

  private Pinyin() {}

  /** Whether a reading begins with the letter a to z. Threads that race find the same bits. */
  static boolean mayBegin(char character, char letter) {
    if (character < FIRST || character > LAST) {
      return false;
    }
    int bits = INITIALS[character - FIRST];
    if (bits == 0) {
      bits = LOOKED_UP;
      for (var reading : readings(character)) {
        bits |= 1 << (reading.charAt(0) - 'a');
      }
      INITIALS[character - FIRST] = bits;
    }
    return ((bits >> (letter - 'a')) & 1) != 0;
  }

  /** Empty for what is no Chinese character. The array is shared: do not write into it. */
  static String[] readings(char character) {
    if (character < FIRST || character > LAST) {
      return NONE;
    }
    var known = KNOWN.get(character - FIRST);
    if (known == null) {
      known = look(character);
      KNOWN.set(character - FIRST, known);
    }
    return known;
  }

  private static String[] look(char character) {
    var toned = PinyinHelper.toHanyuPinyinStringArray(character);
    if (toned == null) {
      return NONE;
    }
    return Arrays.stream(toned)
        .map(it -> it.replaceAll("[0-9]", "").replace("u:", "v"))
        .flatMap(
            it ->
                it.contains("v")
                    ? Arrays.stream(new String[] {it, it.replace('v', 'u')})
                    : Arrays.stream(new String[] {it}))
        .distinct()
        .toArray(String[]::new);
  }
}
