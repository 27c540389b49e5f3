package org.wanglou.gis.sample;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.terrain.TerrainGrid;

/**
 * The county that the program shows when it has no data: Xi County 隰县. Real are its name, the names
 * and codes of its divisions and its population; its outline is simplified by hand; all else is
 * invented from a fixed seed and marked SYNTHETIC, the same bytes on every run and machine.
 */
public final class SampleCounty {
  private record Beyond(Neighbours neighbours, TerrainGrid terrain) {
    static Beyond of(Land land) {
      var outskirts = Outskirts.around(land.terrain());
      var neighbours = Neighbours.of(land, outskirts);
      return new Beyond(neighbours, Relief.of(land, outskirts, neighbours.rivers()));
    }
  }

  private SampleCounty() {}

  /** Generates the county; takes a few seconds. */
  public static Dataset xixian() {
    var outline = XiOutline.polygon();
    var land = Land.of(Plane.flat(outline));
    // Nothing in the county asks what lies beyond it: both are made at once.
    var beyond = CompletableFuture.supplyAsync(() -> Beyond.of(land));
    var settlements = Settlements.on(land);
    var forests = Forests.on(land, settlements);
    var people = Population.of(settlements);
    var plan = RoadPlan.of(land, settlements, forests);
    var roads = Bridges.over(land.rivers().rivers(), Junctions.of(plan.lines()));
    var townships = Townships.of(land.outline(), settlements);
    var around = beyond.join().neighbours();
    var terrain = beyond.join().terrain();
    var scene =
        new Scene(land, people, townships, forests, roads, terrain, new Roadsides(roads, land));
    var features = layers(scene);
    return new Dataset(
        "sample",
        "隰县（合成样例）",
        "望楼合成样例县：县名、区划名称与代码、人口总数为真，轮廓为手工简化（误差约 1 公里），其余均为虚构"
            + " · Wanglou sample county: real names, codes and census total; outline simplified by"
            + " hand (to about 1 km); everything else is invented",
        "合成数据，非真实地图 · Synthetic data, not a real map",
        Provenance.SYNTHETIC,
        Optional.empty(),
        outline,
        Numbering.of(roads),
        BaseShapes.of(land, people, forests, plan, townships, around),
        features,
        Units.stationedAt(features),
        Optional.of(terrain));
  }

  /** In the order in which they take the plots beside the roads; later ones name earlier ones. */
  private static List<LayerFeature> layers(Scene scene) {
    var layers = new Layers();
    PlaceLayers.into(layers, scene);
    RoadRegister.into(layers, scene);
    WaterLayers.into(layers, scene);
    FloodWorks.into(layers, scene);
    Resources.into(layers, scene);
    Depots.into(layers, scene);
    WoodLayers.into(layers, scene);
    HazardLayers.into(layers, scene);
    GasLayers.into(layers, scene);
    SafetyLayers.into(layers, scene);
    Stations.into(layers, scene);
    return layers.all();
  }
}
