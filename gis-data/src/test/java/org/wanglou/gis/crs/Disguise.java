package org.wanglou.gis.crs;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.crs.OffsetSuspicion.Sample;
import org.wanglou.gis.crs.OffsetSuspicion.Supposed;

/** True points as a source in another system gives them. */
record Disguise(Supposed supposed, UnaryOperator<Coordinate> move) {
  static Stream<Disguise> all() {
    return Stream.of(Supposed.values()).map(Disguise::of);
  }

  static Disguise of(Supposed supposed) {
    var gcj = SourceCrs.of("GCJ-02");
    var bd = SourceCrs.of("BD-09");
    return new Disguise(
        supposed,
        switch (supposed) {
          case GCJ_02 -> it -> gcj.from4490(it.x, it.y);
          case BD_09 -> it -> bd.from4490(it.x, it.y);
          case GCJ_02_TAKEN_OFF -> it -> gcj.to4490(it.x, it.y);
          case BD_09_TAKEN_OFF -> it -> bd.to4490(it.x, it.y);
        });
  }

  List<Sample> worn(List<Sample> points) {
    return points.stream().map(it -> new Sample(move.apply(it.at()), it.name())).toList();
  }

  @Override
  public String toString() {
    return supposed.name();
  }
}
