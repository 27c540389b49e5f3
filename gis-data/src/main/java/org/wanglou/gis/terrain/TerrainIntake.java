package org.wanglou.gis.terrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;

/**
 * Reads heights from a file: GeoTIFF, Esri ASCII grid, SRTM's HGT, each also alone in a ZIP. In
 * which coordinate system the file is must be said; a file that says otherwise itself is refused. A
 * grid in degrees of EPSG:4490 or 4326 is taken over post by post; any other is read once, bilinear
 * between its own posts, at posts of EPSG:4490 as far apart as its own. Bounded by {@value
 * SourceRaster#MOST_POSTS} posts, and by the heap.
 */
public final class TerrainIntake {
  /** Told from time to time how far the reading is. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (done, total) -> {};

    void at(long done, long total);
  }

  private static final int POINTS_ON_SIDE = 64;

  private TerrainIntake() {}

  /** Whether the name is that of a kind of file that is read here; a ZIP may be. */
  public static boolean isNamed(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(tif|tiff|asc|agr|hgt|hgt\\.zip)");
  }

  /**
   * @param name the file's own name, which the path need not have: of an HGT it is the place
   * @throws Fault INVALID with what is wrong with the file
   */
  public static TerrainGrid read(Path file, String name, SourceCrs crs, Progress progress) {
    try {
      var scratch = Files.createTempDirectory("wanglou-terrain");
      try {
        return grid(raster(file, name, crs, scratch, progress), crs, progress);
      } finally {
        remove(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private static SourceRaster raster(
      Path file, String name, SourceCrs crs, Path scratch, Progress progress) throws IOException {
    var head = head(file);
    if (head.startsWith("PK\u0003\u0004")) {
      var inside = TerrainZip.unpack(file, scratch);
      return raster(inside.file(), inside.name(), crs, scratch, progress);
    }
    if (head.matches("(?s)(II[*+]\0|MM\0[*+]).*")) {
      return GeoTiffFile.read(file.toAbsolutePath(), crs, scratch);
    }
    if (head.strip().matches("(?is)(ncols|nrows)\\s.*")) {
      return AsciiGridFile.read(file, progress);
    }
    if (HgtFile.isNamed(name)) {
      if (!isKept(crs)) {
        throw Fault.invalid("/crs", "terrain.hgt_is_degrees", crs.code());
      }
      return HgtFile.read(file, name);
    }
    throw Fault.invalid("/file", "terrain.unknown_format", name);
  }

  private static String head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether the numbers of the system are those that are kept. */
  static boolean isKept(SourceCrs crs) {
    return crs.code().equals("EPSG:4490") || crs.code().equals("EPSG:4326");
  }

  private static TerrainGrid grid(SourceRaster raster, SourceCrs crs, Progress progress) {
    if (isKept(crs)) {
      var posts =
          new Posts(
              raster.x(),
              raster.y(),
              raster.stepX(),
              raster.stepY(),
              raster.columns(),
              raster.rows());
      return TerrainGrid.of(posts, raster.heights());
    }
    var posts = covering(raster, crs);
    SourceRaster.count(posts.columns(), posts.rows());
    return TerrainGrid.of(
        posts,
        (column, row) -> {
          if (column == 0) {
            progress.at((long) row * posts.columns(), posts.count());
          }
          var place = crs.from4490(posts.lon(column), posts.lat(row));
          return raster.at(place.x, place.y);
        });
  }

  /** Posts as far apart on the ground as the source's own at its middle. */
  private static Posts covering(SourceRaster raster, SourceCrs crs) {
    double east = raster.x() + (raster.columns() - 1) * raster.stepX();
    double south = raster.y() - (raster.rows() - 1) * raster.stepY();
    var box = new Envelope();
    for (int i = 0; i <= POINTS_ON_SIDE; i++) {
      double x = raster.x() + (east - raster.x()) * i / POINTS_ON_SIDE;
      double y = south + (raster.y() - south) * i / POINTS_ON_SIDE;
      box.expandToInclude(crs.to4490(x, south));
      box.expandToInclude(crs.to4490(x, raster.y()));
      box.expandToInclude(crs.to4490(raster.x(), y));
      box.expandToInclude(crs.to4490(east, y));
    }
    double middleX = (raster.x() + east) / 2;
    double middleY = (raster.y() + south) / 2;
    var middle = crs.to4490(middleX, middleY);
    var right = crs.to4490(middleX + raster.stepX(), middleY);
    var up = crs.to4490(middleX, middleY + raster.stepY());
    return Posts.covering(box, Math.abs(right.x - middle.x), Math.abs(up.y - middle.y));
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
