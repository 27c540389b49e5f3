/**
 * One field for everything: names of layers, base map, roads and units, codes, kilometre posts and
 * coordinates. Reads only; what belongs to a realm is found in the caller's.
 */
package org.wanglou.command.search;
