package org.wanglou.gis.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells UTF-8 from GBK by trying both strictly on all bytes. Where only one fits, that is it. Where
 * both do, as with short names, it is UTF-8 if that gives Chinese and GBK would give rare
 * characters only; what is left, such as the GBK bytes of 学习, which are Cyrillic and Greek in
 * UTF-8, is not decided: who sent it is asked.
 */
final class TextEncoding {
  static final String UTF_8 = "UTF-8";
  static final String GBK = "GBK";

  private final CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
  private final CharsetDecoder gbk = strict(charset(GBK));
  private final CharBuffer waste = CharBuffer.allocate(1 << 12);
  private boolean plain = true;
  private boolean fitsUtf8 = true;
  private boolean fitsGbk = true;
  private boolean utf8IsChinese = true;
  private boolean gbkIsCommon = true;

  /** GB18030 reads all of GBK, and the rare characters of village names besides. */
  static Charset charset(String encoding) {
    return encoding.equals(GBK) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  /**
   * What a .cpg file or a header calls it: {@code 936}, {@code cp936}, {@code GB2312}, {@code
   * utf8}.
   */
  static Optional<String> named(String name) {
    var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (plain) {
      case "utf8", "65001", "cp65001" -> Optional.of(UTF_8);
      case "936", "cp936", "gbk", "gb2312", "gb18030", "ansi936", "ms936", "windows936", "54936" ->
          Optional.of(GBK);
      default -> Optional.empty();
    };
  }

  /**
   * One text, for example a cell.
   *
   * @param mayBeCut it fills its place, so half a character at its end proves nothing
   */
  void add(ByteBuffer text, boolean mayBeCut) {
    if (isPlain(text)) {
      return;
    }
    plain = false;
    fitsUtf8 = fitsUtf8 && fits(utf8, text, mayBeCut);
    fitsGbk = fitsGbk && fits(gbk, text, mayBeCut);
    look(text);
  }

  /** First bytes: above 0xE1 UTF-8 has Chinese; from 0xB0 to 0xD7 GBK has the common characters. */
  private void look(ByteBuffer text) {
    for (int i = text.position(); i < text.limit(); i++) {
      int first = text.get(i) & 0xFF;
      utf8IsChinese &= first < 0xC0 || first > 0xE1;
    }
    for (int i = text.position(); i + 1 < text.limit(); i++) {
      int first = text.get(i) & 0xFF;
      if (first >= 0x80) {
        gbkIsCommon &= first >= 0xB0 && first <= 0xD7 && (text.get(i + 1) & 0xFF) >= 0xA1;
        i++;
      }
    }
  }

  boolean isPlainAscii() {
    return plain;
  }

  boolean fits(String encoding) {
    return encoding.equals(GBK) ? fitsGbk : fitsUtf8;
  }

  /** Empty when it could be either, or is none. */
  Optional<String> decided() {
    if (plain || (fitsUtf8 && !fitsGbk)) {
      return Optional.of(UTF_8);
    }
    if (fitsUtf8 && utf8IsChinese && !gbkIsCommon) {
      return Optional.of(UTF_8);
    }
    return fitsGbk && !fitsUtf8 ? Optional.of(GBK) : Optional.empty();
  }

  static boolean fits(String encoding, ByteBuffer text, boolean mayBeCut) {
    return isPlain(text) || new TextEncoding().fits(strict(charset(encoding)), text, mayBeCut);
  }

  private boolean fits(CharsetDecoder decoder, ByteBuffer text, boolean mayBeCut) {
    decoder.reset();
    var in = text.duplicate();
    while (true) {
      waste.clear();
      CoderResult result = decoder.decode(in, waste, !mayBeCut);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
    }
  }

  private static boolean isPlain(ByteBuffer text) {
    for (int i = text.position(); i < text.limit(); i++) {
      if (text.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
