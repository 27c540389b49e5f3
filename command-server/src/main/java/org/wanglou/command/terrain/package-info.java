/**
 * Questions about the ground: height, slope, profile, view from a tower; and heights brought in by
 * a file. Reads the terrain in force, which belongs to no realm; rules and figures are in {@code
 * gis.terrain}.
 */
package org.wanglou.command.terrain;
