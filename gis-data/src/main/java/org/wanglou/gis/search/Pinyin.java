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

  private Pinyin() {}

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
