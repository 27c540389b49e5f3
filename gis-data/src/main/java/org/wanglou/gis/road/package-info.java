/**
 * The road engine: an immutable graph in flat arrays, loaded from the road tables, and searches on
 * it (route, nearest by driving time, matrix) that honour one-ways, access, turn restrictions and
 * closures. Uses only {@code dataset} (records), {@code fault} and a transaction's handle; knows
 * nothing of units, incidents or realms.
 *
 * <p>Read in this order: {@link org.wanglou.gis.road.RoadGraph}, {@link
 * org.wanglou.gis.road.Router}.
 */
package org.wanglou.gis.road;
