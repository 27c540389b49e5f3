package org.wanglou.ops.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.wanglou.gis.fault.Fault;

/** Tells two files of the same name apart; short enough to stand in a source line. */
final class Fingerprint {
  private static final int SHOWN_BYTES = 8;

  private Fingerprint() {}

  /** The first 16 digits of the content's SHA-256. */
  static String of(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return "SHA-256 " + HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    } catch (IOException e) {
      throw Fault.invalid("", "launch.file_unreadable", file, e.toString());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
