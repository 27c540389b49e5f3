package org.wanglou.gis.imagery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a picture's coordinates refer to; said by whoever brings it, never guessed. */
public enum Datum {
  WGS84,
  /** Within a metre of WGS 84. */
  CGCS2000,
  /** Shifted by some 500 m; put back to its place before it is shown. */
  GCJ02,
  /** Nobody said; shown with that remark. */
  UNDECLARED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One that can be declared. */
  public static Optional<Datum> declared(String code) {
    return Arrays.stream(values())
        .filter(it -> it != UNDECLARED && it.code().equals(code))
        .findFirst();
  }

  boolean isShifted() {
    return this == GCJ02;
  }
}
