package org.wanglou.gis.imagery;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;

/**
 * Makes Web Mercator tiles of tiles in another matrix set or datum: for each pixel the place, where
 * that is in the source, and the colour between its four pixels (bilinear). The place is computed
 * exactly at every 16th pixel and in between linearly, which errs by less than a hundredth of a
 * pixel from zoom 8 up.
 */
final class Resampler {
  private static final int SIDE = 256;
  private static final int STEP = 16;
  private static final int KNOTS = SIDE / STEP + 1;
  private static final int MOST_TILES = 64;
  private static final SourceCrs GCJ02 = SourceCrs.of("GCJ-02");

  /** The source's own tiles. */
  @FunctionalInterface
  interface Tiles {
    Optional<TileSource.Tile> at(Matrix matrix, long column, long row);
  }

  private final MatrixSet set;
  private final Datum datum;
  private final Tiles tiles;

  Resampler(MatrixSet set, Datum datum, Tiles tiles) {
    this.set = set;
    this.datum = datum;
    this.tiles = tiles;
  }

  /** Empty where the source has nothing. */
  Optional<TileSource.Tile> tile(TileAt at) {
    return new Sheet(set.near(at.z()), at).paint();
  }

  /** One tile in the making. */
  private final class Sheet {
    private final Matrix matrix;
    private final double[][] columns = new double[KNOTS][KNOTS];
    private final double[][] rows = new double[KNOTS][KNOTS];
    private final Map<Long, Optional<BufferedImage>> loaded = new HashMap<>();
    private Duration age = Duration.ZERO;
    private boolean outdated;
    private boolean gaps;
    private boolean any;

    Sheet(Matrix matrix, TileAt at) {
      this.matrix = matrix;
      for (int i = 0; i < KNOTS; i++) {
        for (int j = 0; j < KNOTS; j++) {
          // Pixels' centres: half a pixel off here, and back in the source.
          knot(i, j, (at.x() * 256.0 + j * STEP + 0.5), (at.y() * 256.0 + i * STEP + 0.5), at.z());
        }
      }
    }

    private void knot(int i, int j, double pixelX, double pixelY, int zoom) {
      double world = 256.0 * (1L << zoom);
      double longitude = pixelX / world * 360 - 180;
      double latitude = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * pixelY / world))));
      var place = new Coordinate(longitude, latitude);
      if (datum.isShifted()) {
        place = GCJ02.from4490(longitude, latitude);
      }
      double x = place.x;
      double y = place.y;
      if (!set.geographic()) {
        x = place.x / 180 * Matrix.MERCATOR_HALF;
        double northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(place.y) / 2)) / Math.PI;
        y = northing * Matrix.MERCATOR_HALF;
      }
      columns[i][j] = (x - matrix.left()) / matrix.unitsPerPixel() - 0.5;
      rows[i][j] = (matrix.top() - y) / matrix.unitsPerPixel() - 0.5;
    }

    Optional<TileSource.Tile> paint() {
      var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int colour = colour(between(columns, x, y), between(rows, x, y));
          gaps |= colour >>> 24 != 255;
          image.setRGB(x, y, colour);
        }
      }
      if (!any) {
        return Optional.empty();
      }
      return Optional.of(
          new TileSource.Tile(Raster.encode(gaps ? image : opaque(image)), age, outdated));
    }

    private BufferedImage opaque(BufferedImage image) {
      var plain = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      plain.setRGB(0, 0, SIDE, SIDE, image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE), 0, SIDE);
      return plain;
    }

    private double between(double[][] knots, int x, int y) {
      int j = x / STEP;
      int i = y / STEP;
      double right = (x % STEP) / (double) STEP;
      double down = (y % STEP) / (double) STEP;
      double upper = knots[i][j] * (1 - right) + knots[i][j + 1] * right;
      double lower = knots[i + 1][j] * (1 - right) + knots[i + 1][j + 1] * right;
      return upper * (1 - down) + lower * down;
    }

    /** Of the four pixels around, those that are there; none where the nearest is not. */
    private int colour(double column, double row) {
      long left = (long) Math.floor(column);
      long top = (long) Math.floor(row);
      double right = column - left;
      double down = row - top;
      int nearest = pixel(Math.round(column), Math.round(row));
      if (nearest >>> 24 == 0) {
        return 0;
      }
      double[] sum = new double[4];
      add(sum, pixel(left, top), (1 - right) * (1 - down));
      add(sum, pixel(left + 1, top), right * (1 - down));
      add(sum, pixel(left, top + 1), (1 - right) * down);
      add(sum, pixel(left + 1, top + 1), right * down);
      return (nearest & 0xFF000000)
          | channel(sum[1], sum[0]) << 16
          | channel(sum[2], sum[0]) << 8
          | channel(sum[3], sum[0]);
    }

    private void add(double[] sum, int colour, double weight) {
      double share = weight * (colour >>> 24);
      sum[0] += share;
      sum[1] += share * (colour >> 16 & 0xFF);
      sum[2] += share * (colour >> 8 & 0xFF);
      sum[3] += share * (colour & 0xFF);
    }

    private int channel(double sum, double weight) {
      return (int) Math.min(255, Math.round(sum / weight));
    }

    private int pixel(long column, long row) {
      long tileColumn = Math.floorDiv(column, matrix.tileWidth());
      long tileRow = Math.floorDiv(row, matrix.tileHeight());
      if (!matrix.has(tileColumn, tileRow)) {
        return 0;
      }
      var tile = loaded.get(tileRow * matrix.columns() + tileColumn);
      if (tile == null) {
        tile = load(tileColumn, tileRow);
      }
      if (tile.isEmpty()) {
        return 0;
      }
      int x = Math.floorMod(column, matrix.tileWidth());
      int y = Math.floorMod(row, matrix.tileHeight());
      var image = tile.get();
      return x < image.getWidth() && y < image.getHeight() ? image.getRGB(x, y) : 0;
    }

    private Optional<BufferedImage> load(long column, long row) {
      if (loaded.size() >= MOST_TILES) {
        // The source's finest zoom is far too fine for this one, and it has no coarser.
        throw new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.too_many_tiles");
      }
      var tile = tiles.at(matrix, column, row);
      tile.ifPresent(
          it -> {
            any = true;
            age = it.age().compareTo(age) > 0 ? it.age() : age;
            outdated |= it.outdated();
          });
      var image = tile.map(it -> Raster.decode(it.picture()));
      loaded.put(row * matrix.columns() + column, image);
      return image;
    }
  }
}
