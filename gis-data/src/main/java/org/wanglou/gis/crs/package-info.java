/**
 * The coordinate systems data arrives in, and the way from each to EPSG:4490, longitude first, in
 * which everything is kept. A source's system is told by a person and never guessed; what only
 * looks wrong is said by {@link org.wanglou.gis.crs.OffsetSuspicion}.
 */
package org.wanglou.gis.crs;
