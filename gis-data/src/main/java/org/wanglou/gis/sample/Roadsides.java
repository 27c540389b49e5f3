package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Finds plots for things that stand beside a road, each plot once. */
final class Roadsides {
  private static final double ASIDE_M = 28;
  private static final double APART_M = 45;

  private final List<RoadPiece> pieces;
  private final Land land;
  private final List<Coordinate> taken = new ArrayList<>();

  Roadsides(List<RoadPiece> pieces, Land land) {
    this.pieces = pieces.stream().filter(p -> !p.bridge() && p.lengthM() > 60).toList();
    this.land = land;
  }

  /** A free plot at a road of one of the kinds, as near to a place as there is one. */
  Coordinate near(Coordinate place, List<RoadKind> kinds) {
    return plot(
        pieces.stream()
            .filter(p -> kinds.contains(p.kind()))
            .sorted(Comparator.comparingDouble(p -> middle(p).distance(place)))
            .toList());
  }

  /** A free plot at the first road that suits, in an order by chance. */
  Coordinate anywhere(String purpose, Predicate<Coordinate> suits, List<RoadKind> kinds) {
    var found =
        new ArrayList<>(
            pieces.stream()
                .filter(p -> kinds.contains(p.kind()) && suits.test(middle(p)))
                .toList());
    java.util.Collections.shuffle(found, Noise.dice(purpose));
    return plot(found);
  }

  private Coordinate plot(List<RoadPiece> along) {
    for (var piece : along) {
      var line = new LengthIndexedLine(piece.line());
      for (double aside : new double[] {ASIDE_M, -ASIDE_M}) {
        var plot = line.extractPoint(line.getEndIndex() / 2, aside);
        if (land.waterM(plot) > 40 && taken.stream().allMatch(t -> t.distance(plot) > APART_M)) {
          taken.add(plot);
          return plot;
        }
      }
    }
    throw new IllegalStateException("no free plot beside a road");
  }

  private static Coordinate middle(RoadPiece piece) {
    return piece.places()[piece.places().length / 2];
  }
}
