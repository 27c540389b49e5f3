package org.wanglou.gis.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.wanglou.gis.dataset.Dataset;

/** SHA-256 over every value of a dataset; also a program, so that another process can be asked. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Dataset dataset) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(dataset.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static void main(String[] ignored) {
    System.out.println(of(SampleCounty.xixian()));
  }
}
