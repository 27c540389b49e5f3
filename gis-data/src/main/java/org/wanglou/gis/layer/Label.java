package org.wanglou.gis.layer;

/** What people read, in both languages. */
public record Label(String zh, String en) {
  public Label {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a label needs both languages: " + zh + " / " + en);
    }
  }
}
