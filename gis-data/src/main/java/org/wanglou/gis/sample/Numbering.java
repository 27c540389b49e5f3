package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.geo.HilbertOrder;

/**
 * Road pieces as the tables want them: in degrees, measured, nodes numbered in {@link
 * HilbertOrder}.
 */
final class Numbering {
  private Numbering() {}

  static RoadNetwork of(List<RoadPiece> pieces) {
    var box = new Envelope();
    pieces.forEach(p -> box.expandToInclude(p.line().getEnvelopeInternal()));
    var curve = new HilbertOrder(box);
    var places =
        pieces.stream()
            .flatMap(p -> java.util.stream.Stream.of(p.from(), p.to()))
            .distinct()
            .sorted(Comparator.<Coordinate>comparingInt(curve::code).thenComparing(c -> c))
            .toList();
    var numbers = new HashMap<Coordinate, Integer>();
    var nodes = new ArrayList<Point>();
    for (var place : places) {
      numbers.put(place, nodes.size());
      nodes.add(XiOutline.GEOMETRIES.createPoint(Plane.lonLat(place)));
    }
    var edges =
        pieces.stream()
            .map(p -> edge(p, numbers))
            .sorted(
                Comparator.<RoadEdge>comparingInt(e -> Math.min(e.fromNode(), e.toNode()))
                    .thenComparingInt(e -> Math.max(e.fromNode(), e.toNode()))
                    .thenComparingDouble(RoadEdge::lengthM))
            .toList();
    return new RoadNetwork(nodes, edges, List.of());
  }

  private static RoadEdge edge(RoadPiece piece, Map<Coordinate, Integer> numbers) {
    var line = line(piece);
    var kind = piece.kind();
    return new RoadEdge(
        numbers.get(piece.from()),
        numbers.get(piece.to()),
        line,
        lengthM(line),
        kind.roadClass,
        Optional.of(piece.name()).filter(name -> !name.isEmpty()),
        kind == RoadKind.NATIONAL ? Optional.of(Names.NATIONAL_REF) : Optional.empty(),
        Optional.of(piece.bridge() && kind == RoadKind.TRACK ? "concrete" : kind.surface),
        0,
        "yes",
        "yes",
        posted(kind.maxSpeedKmh),
        Optional.empty(),
        Optional.empty(),
        piece.bridge() && kind.bridgeBearsT > 0
            ? Optional.of((double) kind.bridgeBearsT)
            : Optional.empty(),
        posted(kind.lanes),
        piece.bridge() ? Optional.of("bridge") : Optional.empty(),
        piece.bridge() ? 1 : 0,
        Optional.empty());
  }

  private static Optional<Integer> posted(int value) {
    return value > 0 ? Optional.of(value) : Optional.empty();
  }

  private static LineString line(RoadPiece piece) {
    var places = new CoordinateList();
    for (var place : piece.places()) {
      places.add(Plane.lonLat(place), false);
    }
    return XiOutline.GEOMETRIES.createLineString(places.toCoordinateArray());
  }

  /** On the ellipsoid, to the centimetre. */
  private static double lengthM(LineString line) {
    return Math.rint(100 * Ground.lengthM(line.getCoordinates())) / 100;
  }
}
