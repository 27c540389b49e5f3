package org.wanglou.gis.search;

import org.locationtech.jts.geom.Coordinate;

/**
 * One way to read coordinates.
 *
 * @param at in EPSG:4490
 * @param crs code of the system it was read in, see {@link org.wanglou.gis.crs.SourceCrs}
 * @param latitudeFirst whether the first number was taken for the latitude (northing)
 * @param inCounty whether it lies in the county's box
 */
public record Reading(Coordinate at, String crs, boolean latitudeFirst, boolean inCounty) {}
