package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** A stretch of road between two junctions, on the plane. Junctions are equal coordinates. */
@SuppressWarnings("ArrayRecordComponent") // vertices in order; never compared by them
record RoadPiece(RoadKind kind, String name, boolean bridge, Coordinate[] places) {
  Coordinate from() {
    return places[0];
  }

  Coordinate to() {
    return places[places.length - 1];
  }

  LineString line() {
    return XiOutline.GEOMETRIES.createLineString(places);
  }

  double lengthM() {
    return line().getLength();
  }

  boolean isLikeIn(RoadPiece other) {
    return kind == other.kind && name.equals(other.name) && bridge == other.bridge;
  }

  RoadPiece between(Coordinate from, Coordinate to) {
    var moved = places.clone();
    moved[0] = from;
    moved[moved.length - 1] = to;
    return new RoadPiece(kind, name, bridge, moved);
  }

  RoadPiece reversed() {
    var back = new Coordinate[places.length];
    for (int i = 0; i < back.length; i++) {
      back[i] = places[places.length - 1 - i];
    }
    return new RoadPiece(kind, name, bridge, back);
  }

  /** This piece and the next, which begins where this one ends. */
  RoadPiece joined(RoadPiece next) {
    var all = new Coordinate[places.length + next.places.length - 1];
    System.arraycopy(places, 0, all, 0, places.length);
    System.arraycopy(next.places, 1, all, places.length, next.places.length - 1);
    return new RoadPiece(kind, name, bridge, all);
  }
}
