package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Which roads are built, in the order in which they came to be: the national road, the provincial
 * one, county roads to the towns, a road to each village and group, then short cuts, then tracks
 * into the woods. Each later road uses the earlier ones.
 */
final class RoadPlan {
  private static final Coordinate NORTH = Plane.place(111.06, 36.918);
  private static final Coordinate SOUTH = Plane.place(110.874, 36.465);
  private static final Coordinate WEST = Plane.place(110.806, 36.70);
  private static final Coordinate EAST = Plane.place(111.256, 36.68);
  private static final int TRACKS = 130;
  private static final double TRACK_APART_M = 1_100;

  private final Land land;
  private final Grid grid;
  private final List<Settlement> settlements;
  private final List<Town> towns;
  private final RoadSearch search;
  private final RoadDrawing drawing;
  private final Map<String, Coordinate> hearts = new HashMap<>();

  private RoadPlan(Land land, List<Settlement> settlements) {
    this.land = land;
    this.grid = land.grid();
    this.settlements = settlements;
    this.search = new RoadSearch(land);
    this.drawing = new RoadDrawing(grid, search);
    this.towns =
        settlements.stream().filter(Settlement::isTown).map(s -> Town.of(s, land)).toList();
  }

  static RoadPlan of(Land land, List<Settlement> settlements, List<Polygon> forests) {
    var plan = new RoadPlan(land, settlements);
    plan.foundTowns();
    plan.nationalRoad();
    plan.provincialRoad();
    plan.countyRoads();
    plan.villageRoads();
    plan.shortCuts();
    plan.tracks(forests);
    return plan;
  }

  List<Town> towns() {
    return towns;
  }

  /** Where the road of a village ends. */
  Map<String, Coordinate> hearts() {
    return hearts;
  }

  List<RoadLine> lines() {
    var lines = new ArrayList<RoadLine>(drawing.lines());
    towns.forEach(t -> lines.addAll(streets(t)));
    for (var settlement : settlements) {
      if (hearts.containsKey(settlement.code())) {
        lines.addAll(Village.lanes(land, settlement, hearts.get(settlement.code())));
      }
    }
    return lines;
  }

  /** Streets of a town, and of those to its gates the ones that lead on. */
  List<RoadLine> streets(Town town) {
    var lines = new ArrayList<>(town.streets());
    for (int i = 0; i < town.gates().size(); i++) {
      int gate = grid.at(town.gates().get(i));
      if (drawing.isUsed(gate)) {
        lines.add(drawing.ledOn(gate, town.gateStreets().get(i)));
      }
    }
    return lines;
  }

  private void foundTowns() {
    for (var town : towns) {
      for (int cell = 0; cell < grid.size(); cell++) {
        if (Math.abs(grid.x(cell) - town.settlement().centre().x) < 1_600
            && Math.abs(grid.y(cell) - town.settlement().centre().y) < 1_600
            && town.covers(grid.middle(cell))) {
          search.shut(cell);
        }
      }
      for (var gate : town.gates()) {
        drawing.fix(grid.at(gate), gate);
      }
      search.join(gates(town));
    }
  }

  private List<Integer> gates(Town town) {
    return town.gates().stream().map(grid::at).toList();
  }

  /** North border, through the seat and the town south of it, to the south-western border. */
  private void nationalRoad() {
    var seat = towns.get(0);
    var south = towns.get(1);
    int north = northern(seat);
    lay(List.of(border(NORTH)), List.of(gates(seat).get(north)), Names.NATIONAL_ROAD);
    int nearer = northern(south);
    lay(
        List.of(gates(seat).get(1 - north)),
        List.of(gates(south).get(nearer)),
        Names.NATIONAL_ROAD);
    lay(List.of(gates(south).get(1 - nearer)), List.of(border(SOUTH)), Names.NATIONAL_ROAD);
  }

  private static int northern(Town town) {
    return town.gates().get(0).y > town.gates().get(1).y ? 0 : 1;
  }

  private void lay(List<Integer> from, List<Integer> to, String name) {
    drawing.build(search.course(from, to::contains, RoadKind.NATIONAL), RoadKind.NATIONAL, name);
  }

  private int border(Coordinate at) {
    int best = -1;
    for (int cell = 0; cell < grid.size(); cell++) {
      double inside = land.terrain().insideM()[cell];
      if (inside > 190
          && inside < 300
          && land.riverM()[cell] > 200
          && (best < 0 || at.distance(grid.middle(cell)) < at.distance(grid.middle(best)))) {
        best = cell;
      }
    }
    return best;
  }

  private void provincialRoad() {
    for (var end : List.of(WEST, EAST)) {
      var name = (end.x < 0 ? "隰县—县界西" : "隰县—县界东") + "公路" + Names.MARK;
      var course =
          search.course(List.of(border(end)), gates(towns.get(0))::contains, RoadKind.PROVINCIAL);
      drawing.build(course, RoadKind.PROVINCIAL, name);
    }
  }

  /** Each town joins the network; then the nearest pairs get a road of their own. */
  private void countyRoads() {
    var seat = towns.get(0).settlement();
    var rest = new ArrayList<>(towns.subList(2, towns.size()));
    rest.sort(Comparator.comparingDouble(t -> t.settlement().distance(seat)));
    for (var town : rest) {
      var own = gates(town);
      var course =
          search.course(own, c -> search.onNetwork(c) && !own.contains(c), RoadKind.COUNTY);
      drawing.build(course, RoadKind.COUNTY, pair(town, towns.get(0)));
    }
    var paired = new HashSet<Set<Town>>();
    for (var town : towns.subList(1, towns.size())) {
      for (var other : neighbours(town).subList(0, 3)) {
        if (paired.add(Set.of(town, other))) {
          var course = search.course(gates(town).get(0), gates(other).get(0), RoadKind.COUNTY);
          drawing.build(course, RoadKind.COUNTY, pair(town, other));
        }
      }
    }
  }

  private List<Town> neighbours(Town town) {
    return towns.stream()
        .filter(t -> !t.equals(town))
        .sorted(Comparator.comparingDouble(t -> t.settlement().distance(town.settlement())))
        .toList();
  }

  private static String pair(Town one, Town other) {
    return stem(one) + "—" + stem(other) + "公路" + Names.MARK;
  }

  private static String stem(Town town) {
    var name = town.settlement().name();
    return town.settlement().kind() == Settlement.Kind.SEAT
        ? "隰县"
        : name.substring(0, name.length() - 1);
  }

  private void villageRoads() {
    for (var kind : List.of(Settlement.Kind.VILLAGE, Settlement.Kind.GROUP)) {
      var all = new ArrayList<>(settlements.stream().filter(s -> s.kind() == kind).toList());
      all.sort(Comparator.comparingDouble(this::toTown));
      for (var village : all) {
        int cell = grid.at(village.centre());
        var course = search.course(List.of(cell), search::onNetwork, RoadKind.VILLAGE);
        if (search.isShut(cell) || course.isEmpty()) {
          throw new IllegalStateException("no road leads to " + village.name());
        }
        drawing.build(course, RoadKind.VILLAGE, roadName(village));
        hearts.put(village.code(), drawing.place(cell));
      }
    }
  }

  private static String roadName(Settlement village) {
    return village.name() + "路" + Names.MARK;
  }

  private double toTown(Settlement village) {
    return towns.stream().mapToDouble(t -> t.settlement().distance(village)).min().orElseThrow();
  }

  /**
   * Between villages, and by field tracks between groups, that are neighbours in a straight line.
   */
  private void shortCuts() {
    shortCuts(Settlement.Kind.VILLAGE, 3, RoadKind.VILLAGE);
    shortCuts(Settlement.Kind.GROUP, 2, RoadKind.TRACK);
  }

  private void shortCuts(Settlement.Kind among, int nearest, RoadKind kind) {
    var places = settlements.stream().filter(s -> s.kind() == among).toList();
    for (var place : places) {
      var near =
          places.stream()
              .filter(other -> !other.equals(place))
              .sorted(Comparator.comparingDouble(other -> other.distance(place)))
              .limit(nearest);
      near.forEach(
          other -> {
            int from = grid.at(place.centre());
            var course = search.course(from, grid.at(other.centre()), kind);
            drawing.build(course, kind, kind == RoadKind.TRACK ? "" : roadName(place));
          });
    }
  }

  private void tracks(List<Polygon> forests) {
    var prepared = forests.stream().map(f -> PreparedGeometryFactory.prepare(f)).toList();
    var dice = Noise.dice("tracks");
    var ends = new ArrayList<Coordinate>();
    for (int tries = 0; tries < 4_000 && ends.size() < TRACKS; tries++) {
      int cell = dice.nextInt(grid.size());
      var place = grid.middle(cell);
      boolean apart = ends.stream().allMatch(e -> e.distance(place) > TRACK_APART_M);
      if (land.terrain().insideM()[cell] > 500
          && apart
          && !search.isShut(cell)
          && !search.onNetwork(cell)
          && in(prepared, place)) {
        ends.add(place);
        var course = search.course(List.of(cell), search::onNetwork, RoadKind.TRACK);
        if (course.size() > 6) {
          drawing.build(course, RoadKind.TRACK, "");
        }
      }
    }
  }

  private static boolean in(List<PreparedGeometry> forests, Coordinate place) {
    var point = new GeometryFactory().createPoint(place);
    return forests.stream().anyMatch(f -> f.contains(point));
  }
}
