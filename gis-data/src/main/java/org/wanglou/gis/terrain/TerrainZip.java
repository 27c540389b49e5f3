package org.wanglou.gis.terrain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wanglou.gis.fault.Fault;

/**
 * The one file of heights in a ZIP. Where the ZIP says it belongs does not matter; it is counted
 * while it unpacks, whatever size the ZIP tells.
 */
final class TerrainZip {
  private static final long MOST_BYTES = 1L << 30;

  record Inside(Path file, String name) {}

  private TerrainZip() {}

  static Inside unpack(Path zip, Path scratch) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      var heights =
          archive.stream()
              .filter(entry -> !entry.isDirectory())
              .filter(entry -> TerrainIntake.isNamed(entry.getName()))
              .filter(entry -> !entry.getName().endsWith(".zip"))
              .toList();
      if (heights.size() != 1) {
        throw Fault.invalid("/file", "terrain.zip_content", heights.size());
      }
      var file = scratch.resolve("heights");
      try (var in = archive.getInputStream(heights.get(0))) {
        copy(in, file);
      }
      var path = heights.get(0).getName().replace('\\', '/');
      return new Inside(file, path.substring(path.lastIndexOf('/') + 1));
    } catch (ZipException e) {
      throw Fault.invalid("/file", "terrain.zip_broken", e.getMessage());
    }
  }

  private static void copy(InputStream in, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > MOST_BYTES) {
          throw Fault.invalid("/file", "terrain.zip_too_large", MOST_BYTES >> 20);
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
