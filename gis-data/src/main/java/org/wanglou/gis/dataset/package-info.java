/**
 * What a source gives about a county, and the one writer that stores it. Used by the OSM reader,
 * the sample generator and later imports; uses only {@code ids}.
 */
package org.wanglou.gis.dataset;
