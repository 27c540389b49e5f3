package org.wanglou.gis.imagery;

/** A key of a service: goes to that service only, and into no text, log or answer. */
public record Secret(String value) {
  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an empty key");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
