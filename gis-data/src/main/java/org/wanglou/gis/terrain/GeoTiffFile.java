package org.wanglou.gis.terrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;

/**
 * A GeoTIFF, decoded by GDAL as a process of its own: it may open nothing but this file as a TIFF,
 * has a time limit, and is asked for the pixels only when their number is known to be bearable. The
 * first band is the heights.
 */
final class GeoTiffFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The last identifier of a coordinate system's text is that of the whole. */
  private static final Pattern WHOLE_ID = Pattern.compile("ID\\[\"EPSG\",(\\d+)\\]\\]\\s*$");

  private GeoTiffFile() {}

  /**
   * @param scratch a folder for the decoded pixels; the caller removes it
   */
  static SourceRaster read(Path file, SourceCrs crs, Path scratch) throws IOException {
    var info =
        JSON.readTree(
            Gdal.run(scratch, "gdalinfo", "-if", "GTiff", "-json", "-nomd", file.toString()));
    int columns = info.path("size").path(0).asInt();
    int rows = info.path("size").path(1).asInt();
    int count = SourceRaster.count(columns, rows);
    requireSame(info, crs);
    var transform = info.path("geoTransform");
    if (transform.size() != 6) {
      throw Fault.invalid("/file", "terrain.tif_no_place");
    }
    double stepX = transform.get(1).asDouble();
    double stepY = transform.get(5).asDouble();
    if (transform.get(2).asDouble() != 0 || transform.get(4).asDouble() != 0 || stepX <= 0) {
      throw Fault.invalid("/file", "terrain.tif_turned");
    }
    var raw = scratch.resolve("heights.raw");
    Gdal.run(
        scratch,
        "gdal_translate",
        "-q",
        "-if",
        "GTiff",
        "-of",
        "ENVI",
        "-ot",
        "Float32",
        "-b",
        "1",
        "-mask",
        "none",
        file.toString(),
        raw.toString());
    var heights = heights(raw, count, info.path("bands").path(0));
    double west = transform.get(0).asDouble() + stepX / 2;
    double first = transform.get(3).asDouble() + stepY / 2;
    if (stepY > 0) {
      turnOver(heights, columns);
      first += (rows - 1) * stepY;
    }
    return new SourceRaster(west, first, stepX, Math.abs(stepY), columns, rows, heights);
  }

  /** What the file itself says must not contradict what was asked for. */
  private static void requireSame(JsonNode info, SourceCrs crs) {
    var declared = WHOLE_ID.matcher(info.path("coordinateSystem").path("wkt").asText());
    if (declared.find()) {
      var code = "EPSG:" + declared.group(1);
      boolean bothDegrees = TerrainIntake.isKept(crs) && code.matches("EPSG:(4326|4490|4979|4480)");
      if (!bothDegrees && !code.equals(crs.code())) {
        throw Fault.invalid("/crs", "terrain.crs_contradicts", code, crs.code());
      }
    }
  }

  private static float[] heights(Path raw, int count, JsonNode band) throws IOException {
    double scale = band.path("scale").asDouble(1);
    double offset = band.path("offset").asDouble(0);
    var declared = band.path("noDataValue");
    float nodata = declared.isNumber() ? (float) declared.asDouble() : Float.NaN;
    if (Files.size(raw) != (long) count * Float.BYTES) {
      throw new IllegalStateException("GDAL wrote " + Files.size(raw) + " bytes for " + count);
    }
    var heights = new float[count];
    try (var in = FileChannel.open(raw)) {
      var pixels =
          in.map(FileChannel.MapMode.READ_ONLY, 0, Files.size(raw)).order(ByteOrder.LITTLE_ENDIAN);
      read(pixels, heights, nodata, scale, offset);
    }
    return heights;
  }

  private static void read(
      ByteBuffer pixels, float[] heights, float nodata, double scale, double offset) {
    for (int i = 0; i < heights.length; i++) {
      float pixel = pixels.getFloat();
      heights[i] = pixel == nodata ? Float.NaN : (float) (pixel * scale + offset);
    }
  }

  private static void turnOver(float[] heights, int columns) {
    var row = new float[columns];
    for (int top = 0, bottom = heights.length - columns;
        top < bottom;
        top += columns, bottom -= columns) {
      System.arraycopy(heights, top, row, 0, columns);
      System.arraycopy(heights, bottom, heights, top, columns);
      System.arraycopy(row, 0, heights, bottom, columns);
    }
  }
}
