package org.wanglou.gis.tile;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.terrain.TerrainPyramid;

/** Draws a dataset without a database, so that the picture can be judged by itself. */
final class DatasetMap {
  private DatasetMap() {}

  static BaseMap of(Dataset dataset) {
    var shapes =
        dataset.base().stream()
            .sorted(
                Comparator.comparing(Dataset.BaseFeature::kind)
                    .thenComparing(Dataset.BaseFeature::rank)
                    .thenComparing(feature -> -feature.geometry().getArea()))
            .map(f -> new MapShape(f.kind(), f.name(), f.rank(), Outline.of(f.geometry())))
            .toList();
    var roads = dataset.roads().edges().stream().map(DatasetMap::road).toList();
    return new BaseMap(new UUID(0, 2), dataset.bounds(), shapes, roads, relief(dataset));
  }

  static Optional<Relief> relief(Dataset dataset) {
    return dataset.terrain().map(grid -> new Relief(new TerrainPyramid(grid)));
  }

  private static MapRoad road(Dataset.RoadEdge edge) {
    var course =
        switch (edge.structure().orElse("")) {
          case "tunnel" -> MapRoad.Course.TUNNEL;
          case "bridge" -> MapRoad.Course.BRIDGE;
          default -> MapRoad.Course.GROUND;
        };
    return new MapRoad(
        edge.roadClass(),
        edge.name(),
        edge.ref(),
        course,
        edge.level(),
        Outline.of(edge.geometry()));
  }
}
