package org.wanglou.gis.terrain;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.MultiPolygon;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.SightLine.Sight;

/**
 * What is seen from a tower over bare ground: woods and buildings are not in it. Each post within
 * the radius is looked at along its own sight line ({@link SightLine}) with earth curvature and
 * refraction; nothing is taken over from a neighbour.
 *
 * @param visible areas around seen posts, without specks of fewer than {@value #LEAST_POSTS} posts
 * @param unknown areas of which nothing can be said, because a height is missing there or on the
 *     way
 * @param visibleShare of the posts within the radius, specks included
 * @param hiddenShare of them
 * @param unknownShare of them; the three make 1
 * @param resolutionM distance between the posts that were looked at
 * @param eyeM height of the observer's eye above the sea
 */
public record Viewshed(
    MultiPolygon visible,
    MultiPolygon unknown,
    double visibleShare,
    double hiddenShare,
    double unknownShare,
    double resolutionM,
    double eyeM) {
  /** Coefficient of refraction, the usual value for light over land by day. */
  public static final double REFRACTION = 0.13;

  public static final double FARTHEST_M = 30_000;

  /** Areas of fewer posts, and holes as small, are left out of the drawing. */
  static final int LEAST_POSTS = 3;

  /**
   * From where, how high above the ground, what is to be seen how high above its own ground, how
   * far.
   */
  public record Tower(Coordinate place, double heightM, double targetHeightM, double radiusM) {}

  /**
   * @throws Fault INVALID {@code terrain.unknown_here} where the tower's own ground is not known,
   *     {@code terrain.radius} beyond {@value #FARTHEST_M} m
   */
  public static Viewshed from(Terrain terrain, Tower tower) {
    if (!(tower.radiusM() > 0 && tower.radiusM() <= FARTHEST_M)) {
      throw Fault.invalid("/radius_m", "terrain.radius", Math.round(FARTHEST_M / 1_000));
    }
    double groundM =
        terrain
            .elevationM(tower.place().x, tower.place().y)
            .orElseThrow(() -> Fault.invalid("/from", "terrain.unknown_here"));
    double eyeM = groundM + tower.heightM();
    var window = SightWindow.around(terrain.grid(), tower.place(), tower.radiusM());
    var line = new SightLine(window, eyeM, tower.targetHeightM(), REFRACTION);
    var sights = Sights.of(window, line, tower.radiusM());
    return new Viewshed(
        areas(window, sights, Sight.VISIBLE),
        areas(window, sights, Sight.UNKNOWN),
        sights.share(Sight.VISIBLE),
        sights.share(Sight.HIDDEN),
        sights.share(Sight.UNKNOWN),
        Math.max(window.eastM, window.northM),
        eyeM);
  }

  private static MultiPolygon areas(SightWindow window, Sights sights, Sight sight) {
    var areas =
        PostAreas.of(
            window.width(),
            window.height(),
            (column, row) -> sights.is(column, row, sight),
            LEAST_POSTS);
    areas.apply(
        (CoordinateFilter)
            place -> {
              place.setY(window.lat(place.y));
              place.setX(window.lon(place.x));
            });
    areas.geometryChanged();
    return areas;
  }
}
