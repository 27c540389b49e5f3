/**
 * The layers as OGC API Features (parts 1 to 3) and OGC API Tiles under {@code /ogc}, for QGIS,
 * GDAL and others. A collection is a layer, its items are the features that are valid now, or at
 * the time that {@code datetime} names. Reads only; JSON only. Uses {@code gis.filter} and {@code
 * gis.vectortile}.
 */
package org.wanglou.command.ogc;
