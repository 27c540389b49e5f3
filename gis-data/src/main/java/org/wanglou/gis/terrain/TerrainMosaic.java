package org.wanglou.gis.terrain;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Several grids as one, on the posts of the first, wide enough for all. Where grids overlap the
 * first one with a height counts. A grid whose posts fall on those of the first, as tiles of one
 * series do, is taken over exactly; any other is read between its posts.
 */
public final class TerrainMosaic {
  private TerrainMosaic() {}

  /**
   * @throws org.wanglou.gis.fault.Fault INVALID {@code terrain.too_large}
   */
  public static TerrainGrid of(List<TerrainGrid> grids) {
    if (grids.size() == 1) {
      return grids.get(0);
    }
    var posts = covering(grids);
    SourceRaster.count(posts.columns(), posts.rows());
    return TerrainGrid.of(posts, (column, row) -> height(grids, posts.lon(column), posts.lat(row)));
  }

  private static double height(List<TerrainGrid> grids, double lon, double lat) {
    for (var grid : grids) {
      double height = grid.between(grid.posts().column(lon), grid.posts().row(lat));
      if (!Double.isNaN(height)) {
        return height;
      }
    }
    return Double.NaN;
  }

  private static Posts covering(List<TerrainGrid> grids) {
    var first = grids.get(0).posts();
    var box = new Envelope();
    grids.forEach(grid -> box.expandToInclude(grid.posts().box()));
    int west = (int) Math.ceil(Posts.snapped((first.west() - box.getMinX()) / first.stepLon()));
    int north = (int) Math.ceil(Posts.snapped((box.getMaxY() - first.north()) / first.stepLat()));
    double left = first.lon(-west);
    double top = first.lat(-north);
    return new Posts(
        left,
        top,
        first.stepLon(),
        first.stepLat(),
        (int) Math.ceil(Posts.snapped((box.getMaxX() - left) / first.stepLon())) + 1,
        (int) Math.ceil(Posts.snapped((top - box.getMinY()) / first.stepLat())) + 1);
  }
}
