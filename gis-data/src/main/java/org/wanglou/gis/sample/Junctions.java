package org.wanglou.gis.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;

/**
 * Cuts drawn lines where they meet or cross, and tidies what drawing leaves: junctions a few metres
 * apart become one, stubs and loose parts go, pieces that only a former junction parts are joined.
 */
final class Junctions {
  private static final double ONE_JUNCTION_M = 14;
  private static final double STUB_M = 26;
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

  private List<RoadPiece> pieces;

  private Junctions(List<RoadPiece> pieces) {
    this.pieces = pieces;
  }

  static List<RoadPiece> of(List<RoadLine> lines) {
    var junctions = new Junctions(cut(lines));
    junctions.contract();
    junctions.dropTwins();
    junctions.pieces = cut(junctions.lines()); // what was moved may cross another piece
    junctions.contract();
    junctions.dropTwins();
    junctions.dropStubs();
    junctions.keepLargestPart();
    junctions.join();
    return junctions.pieces;
  }

  private static List<RoadPiece> cut(List<RoadLine> lines) {
    var intersector = new RobustLineIntersector();
    intersector.setPrecisionModel(CENTIMETRES);
    var noder = new MCIndexNoder(new IntersectionAdder(intersector));
    var strings = new ArrayList<SegmentString>();
    for (var line : lines) {
      var places = new CoordinateList();
      for (var place : line.places()) {
        var exact = place.copy();
        CENTIMETRES.makePrecise(exact);
        places.add(exact, false);
      }
      strings.add(new NodedSegmentString(places.toCoordinateArray(), line));
    }
    noder.computeNodes(strings);
    @SuppressWarnings("unchecked") // declared raw in JTS
    var parts = (Collection<SegmentString>) noder.getNodedSubstrings();
    return parts.stream()
        .map(
            part -> {
              var line = (RoadLine) part.getData();
              return new RoadPiece(line.kind(), line.name(), false, part.getCoordinates());
            })
        .toList();
  }

  private List<RoadLine> lines() {
    return pieces.stream().map(p -> new RoadLine(p.kind(), p.name(), p.places())).toList();
  }

  private static Map<Coordinate, List<RoadPiece>> byEnd(List<RoadPiece> pieces) {
    var ends = new LinkedHashMap<Coordinate, List<RoadPiece>>();
    for (var piece : pieces) {
      ends.computeIfAbsent(piece.from(), k -> new ArrayList<>()).add(piece);
      ends.computeIfAbsent(piece.to(), k -> new ArrayList<>()).add(piece);
    }
    return ends;
  }

  private void contract() {
    var moved = new HashMap<Coordinate, Coordinate>();
    for (var piece : pieces) {
      var from = last(moved, piece.from());
      var to = last(moved, piece.to());
      if (piece.lengthM() < ONE_JUNCTION_M && !from.equals(to)) {
        moved.put(to, from);
      }
    }
    pieces =
        pieces.stream()
            .map(p -> p.between(last(moved, p.from()), last(moved, p.to())))
            .filter(p -> !p.from().equals(p.to()))
            .toList();
  }

  private static Coordinate last(Map<Coordinate, Coordinate> moved, Coordinate place) {
    var at = place;
    while (moved.containsKey(at)) {
      at = moved.get(at);
    }
    return at;
  }

  /** Of two pieces side by side between the same junctions, the better road stays. */
  private void dropTwins() {
    var best = new LinkedHashMap<Set<Coordinate>, List<RoadPiece>>();
    var ordered = new ArrayList<>(pieces);
    ordered.sort(Comparator.comparing(RoadPiece::kind));
    for (var piece : ordered) {
      var between = best.computeIfAbsent(Set.of(piece.from(), piece.to()), k -> new ArrayList<>());
      boolean twin =
          between.stream()
              .anyMatch(b -> Math.abs(b.lengthM() - piece.lengthM()) < 0.2 * b.lengthM());
      if (!twin) {
        between.add(piece);
      }
    }
    pieces = best.values().stream().flatMap(List::stream).toList();
  }

  private void dropStubs() {
    var ends = byEnd(pieces);
    pieces =
        pieces.stream()
            .filter(
                p ->
                    p.lengthM() > STUB_M
                        || (ends.get(p.from()).size() > 1 && ends.get(p.to()).size() > 1))
            .toList();
  }

  private void keepLargestPart() {
    var ends = byEnd(pieces);
    var seen = new HashSet<Coordinate>();
    Set<Coordinate> largest = Set.of();
    for (var start : ends.keySet()) {
      if (seen.contains(start)) {
        continue;
      }
      var part = new HashSet<Coordinate>();
      var open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        var at = open.pop();
        if (part.add(at)) {
          ends.get(at).forEach(p -> open.push(p.from().equals(at) ? p.to() : p.from()));
        }
      }
      seen.addAll(part);
      largest = part.size() > largest.size() ? part : largest;
    }
    var kept = largest;
    pieces = pieces.stream().filter(p -> kept.contains(p.from())).toList();
  }

  /** Joins two pieces of the same road where nothing else meets them. */
  private void join() {
    var ends = byEnd(pieces);
    var gone = new HashSet<RoadPiece>();
    for (var place : List.copyOf(ends.keySet())) {
      var here = ends.get(place);
      if (here.size() != 2
          || here.get(0).equals(here.get(1))
          || !here.get(0).isLikeIn(here.get(1))) {
        continue;
      }
      var first = here.get(0).to().equals(place) ? here.get(0) : here.get(0).reversed();
      var second = here.get(1).from().equals(place) ? here.get(1) : here.get(1).reversed();
      if (first.from().equals(second.to())) {
        continue; // would become a loop
      }
      var whole = first.joined(second);
      replace(ends.get(whole.from()), here, whole);
      replace(ends.get(whole.to()), here, whole);
      gone.addAll(here);
      here.clear();
    }
    var all = new LinkedHashMap<RoadPiece, Boolean>();
    ends.values().forEach(list -> list.forEach(p -> all.put(p, true)));
    all.keySet().removeAll(gone);
    pieces = List.copyOf(all.keySet());
  }

  private static void replace(List<RoadPiece> at, List<RoadPiece> old, RoadPiece by) {
    at.removeIf(old::contains);
    at.add(by);
  }
}
