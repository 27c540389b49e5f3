package org.wanglou.gis.imagery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A tile matrix set, coarsest matrix first.
 *
 * @param geographic degrees; else Web Mercator metres
 */
record MatrixSet(String id, boolean geographic, List<Matrix> matrices) {
  /** A service may say a little less than what a zoom asks for. */
  private static final double ENOUGH = 1.2;

  MatrixSet {
    matrices =
        matrices.stream()
            .sorted(Comparator.comparingDouble(Matrix::unitsPerPixel).reversed())
            .toList();
  }

  static MatrixSet xyz(int minZoom, int maxZoom) {
    return new MatrixSet(
        "xyz", false, IntStream.rangeClosed(minZoom, maxZoom).mapToObj(Matrix::xyz).toList());
  }

  /** The matrix whose tiles are the XYZ scheme's at this zoom. */
  Optional<Matrix> same(int zoom) {
    return geographic
        ? Optional.empty()
        : matrices.stream().filter(it -> it.isXyz(zoom)).findFirst();
  }

  /** The coarsest that is fine enough for a zoom, else the finest. */
  Matrix near(int zoom) {
    double wanted = unitsPerPixel(zoom) * ENOUGH;
    return matrices.stream()
        .filter(it -> it.unitsPerPixel() <= wanted)
        .findFirst()
        .orElse(matrices.get(matrices.size() - 1));
  }

  int minZoom() {
    return zoomOf(matrices.get(0));
  }

  int maxZoom() {
    return zoomOf(matrices.get(matrices.size() - 1));
  }

  private int zoomOf(Matrix matrix) {
    double zoom = Math.log(unitsPerPixel(0) / matrix.unitsPerPixel()) / Math.log(2);
    return (int) Math.max(0, Math.min(TileAt.MAX_ZOOM, Math.round(zoom)));
  }

  private double unitsPerPixel(int zoom) {
    return (geographic ? 360.0 : 2 * Matrix.MERCATOR_HALF) / 256 / (1L << zoom);
  }
}
