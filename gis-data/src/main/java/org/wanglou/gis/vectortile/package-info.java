/**
 * Layers as Mapbox vector tiles, written by PostGIS. {@link org.wanglou.gis.vectortile.LayerTiles}
 * is the door. A tile's address carries the layer's revision, so that what was made once is right
 * for ever, here and in every browser.
 */
package org.wanglou.gis.vectortile;
