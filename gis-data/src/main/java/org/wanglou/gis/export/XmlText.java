package org.wanglou.gis.export;

/** Text for an XML file; what XML cannot carry becomes the mark for it. */
final class XmlText {
  private XmlText() {}

  static String of(String text) {
    var xml = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(xml, c));
    return xml.toString();
  }

  private static void append(StringBuilder xml, int c) {
    switch (c) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      case '\r' -> xml.append("&#13;"); // else a parser makes a newline of it
      default -> {
        boolean allowed =
            c >= 0x20
                ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n';
        xml.appendCodePoint(allowed ? c : 0xFFFD);
      }
    }
  }
}
