package org.wanglou.gis.imagery;

/** Attributions come as HTML now and then; the screen shows text. */
final class PlainText {
  private PlainText() {}

  static String of(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&copy;", "©")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
