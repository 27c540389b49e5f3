package org.wanglou.gis.sample;

import java.util.Optional;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.layer.Provenance;

/**
 * The county that the program shows when it has no data: Xi County 隰县. Real are its name, the names
 * and codes of its divisions and its population; its outline is simplified by hand; all else is
 * invented from a fixed seed and marked SYNTHETIC, the same bytes on every run and machine.
 */
public final class SampleCounty {
  private SampleCounty() {}

  /** Generates the county; takes a few seconds. */
  public static Dataset xixian() {
    var outline = XiOutline.polygon();
    var land = Land.of(Plane.flat(outline));
    var settlements = Settlements.on(land);
    var forests = Forests.on(land, settlements);
    var people = Population.of(settlements);
    var plan = RoadPlan.of(land, settlements, forests);
    var roads = Bridges.over(land.rivers().rivers(), Junctions.of(plan.lines()));
    var townships = Townships.of(land.outline(), settlements);
    var outskirts = Outskirts.around(land.terrain());
    var around = Neighbours.of(land, outskirts);
    var terrain = Relief.of(land, outskirts, around.rivers());
    var features = Resources.of(land, people, forests, new Roadsides(roads, land));
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
}
