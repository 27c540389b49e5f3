package org.wanglou.gis.sample;

import java.nio.ByteBuffer;
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
      digest.update(withoutTerrain(dataset).toString().getBytes(StandardCharsets.UTF_8));
      var ground = dataset.terrain().orElseThrow();
      var row = ByteBuffer.allocate(Float.BYTES * ground.posts().columns());
      digest.update(ground.posts().toString().getBytes(StandardCharsets.UTF_8));
      for (int r = 0; r < ground.posts().rows(); r++) {
        row.clear();
        for (int c = 0; c < ground.posts().columns(); c++) {
          row.putFloat(ground.height(c, r));
        }
        digest.update(row.array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Dataset withoutTerrain(Dataset it) {
    return new Dataset(
        it.kind(),
        it.name(),
        it.source(),
        it.attribution(),
        it.provenance(),
        it.dataDate(),
        it.bounds(),
        it.roads(),
        it.base(),
        it.features(),
        it.units());
  }

  public static void main(String[] ignored) {
    System.out.println(of(SampleCounty.xixian()));
  }
}
