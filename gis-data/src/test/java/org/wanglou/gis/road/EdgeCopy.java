package org.wanglou.gis.road;

import java.util.Optional;
import org.wanglou.gis.dataset.Dataset.RoadEdge;

/** An edge with one field changed at a time. */
final class EdgeCopy {
  private final RoadEdge base;
  private double lengthM;
  private String roadClass;
  private Optional<String> surface;
  private int oneWay;
  private String motorAccess;
  private String footAccess;
  private Optional<Integer> maxSpeedKmh;

  EdgeCopy(RoadEdge base) {
    this.base = base;
    lengthM = base.lengthM();
    roadClass = base.roadClass();
    surface = base.surface();
    oneWay = base.oneWay();
    motorAccess = base.motorAccess();
    footAccess = base.footAccess();
    maxSpeedKmh = base.maxSpeedKmh();
  }

  EdgeCopy lengthM(double value) {
    lengthM = value;
    return this;
  }

  EdgeCopy roadClass(String value) {
    roadClass = value;
    return this;
  }

  EdgeCopy surface(String value) {
    surface = Optional.of(value);
    return this;
  }

  EdgeCopy oneWay(int value) {
    oneWay = value;
    return this;
  }

  EdgeCopy motorAccess(String value) {
    motorAccess = value;
    return this;
  }

  EdgeCopy footAccess(String value) {
    footAccess = value;
    return this;
  }

  EdgeCopy maxSpeedKmh(int value) {
    maxSpeedKmh = Optional.of(value);
    return this;
  }

  RoadEdge edge() {
    return new RoadEdge(
        base.fromNode(),
        base.toNode(),
        base.geometry(),
        lengthM,
        roadClass,
        base.name(),
        base.ref(),
        surface,
        oneWay,
        motorAccess,
        footAccess,
        maxSpeedKmh,
        base.maxHeightM(),
        base.maxWidthM(),
        base.maxWeightT(),
        base.lanes(),
        base.structure(),
        base.level(),
        base.externalId());
  }
}
