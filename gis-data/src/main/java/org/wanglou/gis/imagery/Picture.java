package org.wanglou.gis.imagery;

import java.util.Optional;

/** An encoded picture whose first bytes say what it is; anything else is none. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the network, nobody compares them
public record Picture(byte[] bytes, String mediaType) {
  static final String PNG = "image/png";
  static final String JPEG = "image/jpeg";
  static final String WEBP = "image/webp";

  /** A tile is some 20 KB; the largest that is taken. */
  static final int MOST_BYTES = 4 << 20;

  /** Empty for HTML, XML, vector tiles and whatever else is not a PNG, JPEG or WebP. */
  static Optional<Picture> of(byte[] bytes) {
    if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(new Picture(bytes, PNG));
    }
    if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(new Picture(bytes, JPEG));
    }
    if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(new Picture(bytes, WEBP));
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int from, int... wanted) {
    if (bytes.length < from + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[from + i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
