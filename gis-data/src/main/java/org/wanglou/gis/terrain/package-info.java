/**
 * The ground's heights: a grid with explicit voids, files that become one, its store, and what is
 * read from it: elevation, slope and aspect, profile, viewshed. {@link
 * org.wanglou.gis.terrain.TerrainGrid} holds. Uses only {@code db}, {@code geo}, {@code crs},
 * {@code ids} and {@code fault}.
 */
package org.wanglou.gis.terrain;
