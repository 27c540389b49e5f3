package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Streets of the county seat or of a small town: a bent grid along the valley, with gaps and
 * without what would lie in the water. Country roads begin at its gates.
 */
final class Town {
  private static final double GATE_M = 90; // from the last street to the gate
  private static final double DRY_M = 75; // streets keep away from water

  private final Settlement settlement;
  private final Land land;
  private final double[] along;
  private final double[] aside;
  private final Coordinate[][] corners;
  private final List<RoadLine> streets = new ArrayList<>();
  private final List<Coordinate> gates = new ArrayList<>();
  private final List<RoadLine> gateStreets = new ArrayList<>();
  private IndexedFacetDistance ground;
  private final List<Polygon> blocks = new ArrayList<>();

  private Town(Settlement settlement, Land land) {
    this.settlement = settlement;
    this.land = land;
    boolean seat = settlement.kind() == Settlement.Kind.SEAT;
    along = seat ? ladder(-1_150, 150, 17) : ladder(-360, 120, 7);
    aside = seat ? ladder(-390, 130, 7) : ladder(-110, 110, 3);
    corners = new Coordinate[along.length][aside.length];
  }

  static Town of(Settlement settlement, Land land) {
    var town = new Town(settlement, land);
    town.place();
    town.layStreets();
    town.ground =
        new IndexedFacetDistance(
            XiOutline.GEOMETRIES.createMultiLineString(
                town.streets.stream()
                    .map(s -> XiOutline.GEOMETRIES.createLineString(s.places()))
                    .toArray(LineString[]::new)));
    town.openGates();
    town.layBlocks();
    return town;
  }

  Settlement settlement() {
    return settlement;
  }

  List<RoadLine> streets() {
    return streets;
  }

  /** Ends of streets at the town's rim: the two of the main street first. */
  List<Coordinate> gates() {
    return gates;
  }

  /** The street to each gate. */
  List<RoadLine> gateStreets() {
    return gateStreets;
  }

  /** Ground between streets, where buildings stand. */
  List<Polygon> blocks() {
    return blocks;
  }

  /** Whether country roads have no business at a place. */
  boolean covers(Coordinate place) {
    return ground.distance(XiOutline.GEOMETRIES.createPoint(place)) < GATE_M - 20;
  }

  private static double[] ladder(double from, double step, int count) {
    var rungs = new double[count];
    for (int i = 0; i < count; i++) {
      rungs[i] = from + i * step;
    }
    return rungs;
  }

  private void place() {
    for (int i = 0; i < along.length; i++) {
      for (int j = 0; j < aside.length; j++) {
        var place = bent(settlement.place(along[i], aside[j]));
        corners[i][j] = dry(place) ? place : null;
      }
    }
  }

  /** No town is a chessboard. */
  private Coordinate bent(Coordinate place) {
    var bend = Noise.of("bend" + settlement.code());
    return new Coordinate(
        place.x + 45 * bend.smooth(place.x, place.y, 420),
        place.y + 45 * bend.smooth(place.x + 9_000, place.y, 420));
  }

  private boolean dry(Coordinate place) {
    return land.waterM(place) > DRY_M && land.insideM(place) > 250;
  }

  private boolean dry(Coordinate from, Coordinate to) {
    var line = XiOutline.GEOMETRIES.createLineString(new Coordinate[] {from, to});
    return land.waterM(line) > DRY_M && land.insideM(to) > 250;
  }

  private int mainStreet() {
    return aside.length / 2;
  }

  private void layStreets() {
    for (int j = 0; j < aside.length; j++) {
      var line = new ArrayList<Coordinate>();
      for (int i = 0; i < along.length; i++) {
        boolean gap = corners[i][j] == null || (i > 0 && missing(i, j, 0));
        if (gap) {
          close(line, streetKind(j), streetName(j));
        }
        if (corners[i][j] != null) {
          line.add(corners[i][j]);
        }
      }
      close(line, streetKind(j), streetName(j));
    }
    for (int i = 0; i < along.length; i++) {
      var line = new ArrayList<Coordinate>();
      boolean avenue = settlement.kind() == Settlement.Kind.SEAT && i % 5 == 3;
      for (int j = 0; j < aside.length; j++) {
        if (corners[i][j] == null || (j > 0 && !avenue && missing(i, j, 1))) {
          close(line, avenue ? RoadKind.AVENUE : RoadKind.STREET, "");
        }
        if (corners[i][j] != null) {
          line.add(corners[i][j]);
        }
      }
      close(
          line,
          avenue ? RoadKind.AVENUE : RoadKind.STREET,
          avenue ? List.of("南街", "学府街", "龙泉街").get(i / 5) + Names.MARK : "");
    }
  }

  private boolean onNationalRoad() {
    return settlement.kind() == Settlement.Kind.SEAT
        || settlement.code().equals(Settlements.SOUTH_OF_SEAT);
  }

  private RoadKind streetKind(int j) {
    boolean seat = settlement.kind() == Settlement.Kind.SEAT;
    if (j == mainStreet()) {
      return onNationalRoad() ? RoadKind.NATIONAL : RoadKind.COUNTY;
    }
    return seat && Math.abs(j - mainStreet()) == 2 ? RoadKind.AVENUE : RoadKind.STREET;
  }

  private String streetName(int j) {
    if (j == mainStreet()) {
      return onNationalRoad() ? Names.NATIONAL_ROAD : settlement.name() + "街" + Names.MARK;
    }
    if (settlement.kind() != Settlement.Kind.SEAT) {
      return "";
    }
    return Math.abs(j - mainStreet()) == 2 ? (j > mainStreet() ? "昕水路" : "怡泽路") + Names.MARK : "";
  }

  /** One side street in eight is missing; the main street is whole. */
  private boolean missing(int i, int j, int direction) {
    return (direction == 1 || j != mainStreet())
        && Noise.of("gaps" + settlement.code()).at(2L * i + direction, j) < 0.13;
  }

  private void close(List<Coordinate> line, RoadKind kind, String name) {
    if (line.size() > 1) {
      streets.add(new RoadLine(kind, name, line.toArray(Coordinate[]::new)));
    }
    line.clear();
  }

  /** The main street's ends, then the ends of cross streets, where the ground is dry. */
  private void openGates() {
    int main = mainStreet();
    int first = 0;
    int last = along.length - 1;
    while (corners[first][main] == null) {
      first++;
    }
    while (corners[last][main] == null) {
      last--;
    }
    var kind = streetKind(main);
    gate(along[first] - GATE_M, 0, corners[first][main], kind, streetName(main));
    gate(along[last] + GATE_M, 0, corners[last][main], kind, streetName(main));
    int top = aside.length - 1;
    for (int i = 1; i < along.length - 1; i += along.length > 9 ? 4 : 2) {
      sideGate(along[i], aside[0] - GATE_M, corners[i][0]);
      sideGate(along[i], aside[top] + GATE_M, corners[i][top]);
    }
  }

  private void sideGate(double u, double v, Coordinate corner) {
    if (corner != null && dry(corner, bent(settlement.place(u, v)))) {
      gate(u, v, corner, RoadKind.STREET, "");
    }
  }

  private void gate(double u, double v, Coordinate corner, RoadKind kind, String name) {
    var gate = bent(settlement.place(u, v));
    gates.add(gate);
    gateStreets.add(new RoadLine(kind, name, new Coordinate[] {corner, gate}));
  }

  private void layBlocks() {
    var geometries = new GeometryFactory();
    for (int i = 1; i < along.length; i++) {
      for (int j = 1; j < aside.length; j++) {
        var a = corners[i - 1][j - 1];
        var b = corners[i][j - 1];
        var c = corners[i][j];
        var d = corners[i - 1][j];
        if (a != null && b != null && c != null && d != null) {
          blocks.add(geometries.createPolygon(new Coordinate[] {a, b, c, d, a}));
        }
      }
    }
  }
}
