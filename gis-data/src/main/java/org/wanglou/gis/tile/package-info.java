/**
 * The offline base map: 256 px Web Mercator tiles (512 px at double density) painted with Java2D
 * from the tables base_feature and road_edge. {@link org.wanglou.gis.tile.BaseTiles} is the door;
 * {@link org.wanglou.gis.tile.TileRenderer} paints one window of the plane; the look is the
 * resource {@code style.json}, in which day, night and the one that lies over imagery differ by
 * palette. Labels are placed for a whole zoom level at once, so that no tile border can cut one.
 * Uses only {@code db}, {@code terrain} and {@code fault}.
 */
package org.wanglou.gis.tile;
