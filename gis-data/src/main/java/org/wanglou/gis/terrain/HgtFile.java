package org.wanglou.gis.terrain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wanglou.gis.fault.Fault;

/**
 * A tile of SRTM's form: a square degree, named by its south-western corner, heights in whole
 * metres, two bytes with the higher first, row by row from the north; -32768 is a void. Posts stand
 * on the edges too, so neighbouring tiles share them.
 */
final class HgtFile {
  private static final Pattern NAME = Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})(\\D.*)?\\.hgt");
  private static final int BYTES = 2;

  private HgtFile() {}

  static boolean isNamed(String name) {
    return NAME.matcher(upright(name)).matches();
  }

  private static String upright(String name) {
    var upper = name.toUpperCase(Locale.ROOT);
    return upper.endsWith(".HGT") ? upper.substring(0, upper.length() - 4) + ".hgt" : upper;
  }

  static SourceRaster read(Path file, String name) throws IOException {
    var corner = NAME.matcher(upright(name));
    if (!corner.matches()) {
      throw Fault.invalid("/file", "terrain.hgt_name", name);
    }
    int south = Integer.parseInt(corner.group(2)) * (corner.group(1).equals("N") ? 1 : -1);
    int west = Integer.parseInt(corner.group(4)) * (corner.group(3).equals("E") ? 1 : -1);
    long size = Files.size(file);
    int side = (int) Math.round(Math.sqrt(size / (double) BYTES));
    if ((long) side * side * BYTES != size || side < 2) {
      throw Fault.invalid("/file", "terrain.hgt_size", name, size);
    }
    var heights = new float[SourceRaster.count(side, side)];
    try (var in = FileChannel.open(file)) {
      var row = ByteBuffer.allocate(side * BYTES);
      for (int i = 0; i < heights.length; i++) {
        if (i % side == 0) {
          fill(in, row);
        }
        short height = row.getShort();
        heights[i] = height == Short.MIN_VALUE ? Float.NaN : height;
      }
    }
    double step = 1.0 / (side - 1);
    return new SourceRaster(west, south + 1.0, step, step, side, side, heights);
  }

  private static void fill(FileChannel in, ByteBuffer row) throws IOException {
    row.clear();
    int read = 0;
    while (row.hasRemaining() && read >= 0) {
      read = in.read(row);
    }
    row.flip();
  }
}
