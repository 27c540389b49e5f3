package org.wanglou.gis.terrain;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A square of heights as bytes, exactly and small: the bits of each height less those of its
 * neighbour to the west, the four bytes of all posts apart, deflated. Whole metres take about one
 * byte a post.
 */
final class TerrainCoding {
  private static final int POSTS = Blocks.SIDE * Blocks.SIDE;
  private static final int PLANES = Float.BYTES;

  private TerrainCoding() {}

  static byte[] encoded(float[] heights) {
    var planes = new byte[POSTS * PLANES];
    int before = 0;
    for (int i = 0; i < POSTS; i++) {
      int bits = Float.floatToIntBits(heights[i]);
      int step = bits - before;
      before = bits;
      for (int plane = 0; plane < PLANES; plane++) {
        planes[plane * POSTS + i] = (byte) (step >>> (Byte.SIZE * plane));
      }
    }
    var deflater = new Deflater();
    try {
      deflater.setInput(planes);
      deflater.finish();
      var out = new ByteArrayOutputStream(POSTS);
      var buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static float[] decoded(byte[] bytes) {
    var planes = new byte[POSTS * PLANES];
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      if (inflater.inflate(planes) != planes.length) {
        throw new IllegalStateException("a square of heights is cut short");
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("a square of heights is damaged", e);
    } finally {
      inflater.end();
    }
    var heights = new float[POSTS];
    int bits = 0;
    for (int i = 0; i < POSTS; i++) {
      for (int plane = 0; plane < PLANES; plane++) {
        bits += (planes[plane * POSTS + i] & 0xff) << (Byte.SIZE * plane);
      }
      heights[i] = Float.intBitsToFloat(bits);
    }
    return heights;
  }
}
