package org.wanglou.gis.terrain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What is known of the terrain in the database without reading its heights.
 *
 * @param id another one for each change: part of a tile's address
 * @param voidPosts posts without a height
 * @param lowestM empty when there is no height at all
 */
public record StoredTerrain(
    UUID id,
    Posts posts,
    long voidPosts,
    OptionalDouble lowestM,
    OptionalDouble highestM,
    Instant loadedAt,
    List<TerrainSource> sources) {
  public StoredTerrain {
    sources = List.copyOf(sources);
  }

  public double voidShare() {
    return (double) voidPosts / posts.count();
  }

  /** Distance between posts at the middle of the grid, the larger of both directions. */
  public double resolutionM() {
    var cell = MetricCell.at(posts.lat(posts.rows() / 2.0));
    return Math.max(
        cell.eastMPerDegree() * posts.stepLon(), cell.northMPerDegree() * posts.stepLat());
  }

  public boolean isSynthetic() {
    return sources.stream().anyMatch(TerrainSource::isSynthetic);
  }
}
