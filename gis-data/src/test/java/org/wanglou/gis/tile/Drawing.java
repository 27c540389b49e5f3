package org.wanglou.gis.tile;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wanglou.gis.terrain.Posts;
import org.wanglou.gis.terrain.TerrainGrid;
import org.wanglou.gis.terrain.TerrainPyramid;

/** A small map by hand: coordinates are CSS pixels of one zoom, counted from a tile's corner. */
final class Drawing {
  static final TileStyle STYLE = StyleReader.builtIn();
  static final LabelFonts FONTS = LabelFonts.of(STYLE.fonts());
  static final TileRenderer RENDERER = new TileRenderer(STYLE, FONTS);
  static final int X = 13_000;
  static final int Y = 6_400;

  private final int zoom;
  private final List<MapShape> shapes = new ArrayList<>();
  private final List<MapRoad> roads = new ArrayList<>();
  private TerrainGrid grid;

  private Drawing(int zoom) {
    this.zoom = zoom;
  }

  static Drawing at(int zoom) {
    return new Drawing(zoom);
  }

  /** The tile whose corner the coordinates are counted from. */
  TileId tile(int right, int down) {
    return new TileId(
        zoom, (X >> (14 - Math.min(14, zoom))) + right, (Y >> (14 - Math.min(14, zoom))) + down);
  }

  Drawing shape(String kind, String name, int rank, String wkt) {
    shapes.add(new MapShape(kind, Optional.ofNullable(name), rank, Outline.of(ground(wkt))));
    return this;
  }

  Drawing road(String roadClass, String wkt) {
    return road(roadClass, null, MapRoad.Course.GROUND, 0, wkt);
  }

  Drawing road(String roadClass, String name, MapRoad.Course course, int level, String wkt) {
    roads.add(
        new MapRoad(
            roadClass,
            Optional.ofNullable(name),
            Optional.empty(),
            course,
            level,
            Outline.of(ground(wkt))));
    return this;
  }

  /** Heights by pixel of the first tile, four of them apart, over nine tiles around it. */
  Drawing heights(TerrainGrid.Heights heights) {
    var northWest = ground("POINT (-256 -256)").getCoordinate();
    var southEast = ground("POINT (512 512)").getCoordinate();
    var posts =
        new Posts(
            northWest.x,
            northWest.y,
            (southEast.x - northWest.x) / 192,
            (northWest.y - southEast.y) / 192,
            193,
            193);
    grid = TerrainGrid.of(posts, (c, r) -> heights.at(c * 4 - 256, r * 4 - 256));
    return this;
  }

  TerrainGrid grid() {
    return grid;
  }

  BaseMap map() {
    return new BaseMap(
        new UUID(0, 1),
        ground("POLYGON ((-600 -600, 1200 -600, 1200 1200, -600 1200, -600 -600))"),
        shapes,
        roads,
        Optional.ofNullable(grid).map(it -> new Relief(new TerrainPyramid(it))));
  }

  BufferedImage paint(String style, PixelWindow window) {
    return RENDERER.paint(map(), STYLE.palette(style), window);
  }

  BufferedImage day() {
    return paint("day", tile(0, 0).window());
  }

  static int colour(String style, String name) {
    return STYLE.palette(style).colour(name).getRGB();
  }

  private Geometry ground(String wkt) {
    try {
      var geometry = new WKTReader().read(wkt);
      var corner = tile(0, 0).window();
      var world = 256.0 * (1 << zoom);
      geometry.apply(
          (org.locationtech.jts.geom.CoordinateFilter)
              c -> {
                var mercator = Math.PI * (1 - 2 * (corner.top() + c.y) / world);
                c.x = (corner.left() + c.x) / world * 360 - 180;
                c.y = Math.toDegrees(Math.atan(Math.sinh(mercator)));
              });
      geometry.geometryChanged();
      return geometry;
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
