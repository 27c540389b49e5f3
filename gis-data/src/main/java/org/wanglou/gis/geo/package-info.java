/**
 * Measures on the ellipsoid and the order of places in memory; what every source of a dataset needs
 * and none owns. Uses nothing of ours.
 */
package org.wanglou.gis.geo;
