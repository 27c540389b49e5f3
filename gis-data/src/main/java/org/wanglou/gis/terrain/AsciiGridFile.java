package org.wanglou.gis.terrain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wanglou.gis.fault.Fault;

/**
 * An Esri ASCII grid: a head of names and numbers (ncols, nrows, xllcorner or xllcenter, yllcorner
 * or yllcenter, cellsize or dx and dy, NODATA_value), then the heights row by row from the north.
 * Without NODATA_value it is -9999, as its makers say.
 */
final class AsciiGridFile {
  private static final double USUAL_NODATA = -9999;
  private static final int LONGEST_WORD = 64;

  private final BufferedReader in;
  private final Map<String, Double> head = new HashMap<>();
  private final StringBuilder word = new StringBuilder();

  private AsciiGridFile(BufferedReader in) {
    this.in = in;
  }

  static SourceRaster read(Path file, TerrainIntake.Progress progress) throws IOException {
    try (var in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return new AsciiGridFile(in).raster(progress);
    }
  }

  private SourceRaster raster(TerrainIntake.Progress progress) throws IOException {
    var first = readHead();
    int columns = (int) number("ncols");
    int rows = (int) number("nrows");
    var heights = new float[SourceRaster.count(columns, rows)];
    double stepX = head.containsKey("dx") ? number("dx") : number("cellsize");
    double stepY = head.containsKey("dy") ? number("dy") : number("cellsize");
    float nodata = head.getOrDefault("nodata_value", USUAL_NODATA).floatValue();
    var text = first;
    for (int i = 0; i < heights.length; i++) {
      if (text.isEmpty()) {
        throw Fault.invalid("/file", "terrain.asc_short", i, heights.length);
      }
      float height = (float) parsed(text, i / columns + 1);
      heights[i] = height == nodata ? Float.NaN : height;
      if (i % columns == 0) {
        progress.at(i, heights.length);
      }
      text = next();
    }
    if (!text.isEmpty()) {
      throw Fault.invalid("/file", "terrain.asc_long", heights.length);
    }
    double west =
        head.containsKey("xllcenter") ? number("xllcenter") : number("xllcorner") + stepX / 2;
    double south =
        head.containsKey("yllcenter") ? number("yllcenter") : number("yllcorner") + stepY / 2;
    return new SourceRaster(west, south + (rows - 1) * stepY, stepX, stepY, columns, rows, heights);
  }

  /** Returns the first word after the head. */
  private String readHead() throws IOException {
    var name = next();
    while (!name.isEmpty() && Character.isLetter(name.charAt(0)) && !isNumber(name)) {
      head.put(name.toLowerCase(Locale.ROOT), parsed(next(), 0));
      name = next();
    }
    return name;
  }

  private double number(String name) {
    var value = head.get(name);
    if (value == null) {
      throw Fault.invalid("/file", "terrain.asc_head", name);
    }
    return value;
  }

  private static boolean isNumber(String text) {
    return text.equalsIgnoreCase("nan");
  }

  private static double parsed(String text, int row) {
    try {
      return isNumber(text) ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      throw Fault.invalid("/file", "terrain.asc_number", text, row);
    }
  }

  /** The next word, empty at the end. */
  private String next() throws IOException {
    int c = in.read();
    while (c >= 0 && c <= ' ') {
      c = in.read();
    }
    word.setLength(0);
    while (c > ' ') {
      if (word.length() == LONGEST_WORD) {
        throw Fault.invalid("/file", "terrain.asc_number", word + "…", 0);
      }
      word.append((char) c);
      c = in.read();
    }
    return word.toString();
  }
}
