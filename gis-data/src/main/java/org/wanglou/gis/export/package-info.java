/**
 * Files out: a layer as GeoJSON, GeoPackage, Shapefile, CSV, XLSX or KML, each such that its import
 * gives the same layer. Every file carries where its features come from, whether they are invented,
 * its coordinate system and the date of each feature. Uses {@code layer}, {@code crs} and GDAL by
 * {@link org.wanglou.gis.intake.Ogr}.
 */
package org.wanglou.gis.export;
