package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Invents where the townships' seats, the villages and the groups of villagers lie: on valley
 * floors and spurs, apart from each other. Only the county seat stands near its true place (some 2
 * km).
 */
final class Settlements {
  /** Seat of the county, about 2 km exact. */
  static final Coordinate SEAT = Plane.place(110.94, 36.69);

  private static final String SEAT_TOWNSHIP = "141031100";

  /** 城南, "south of the city": the national road passes through it. */
  static final String SOUTH_OF_SEAT = "141031204";

  private static final int GROUPS = 310;
  private static final String NUMERALS = "一二三四五六七八九";

  private final Land land;
  private final Grid grid;
  private final List<Settlement> all = new ArrayList<>();
  private final List<Integer> sites;

  private Settlements(Land land) {
    this.land = land;
    this.grid = land.grid();
    this.sites = sites();
  }

  static List<Settlement> on(Land land) {
    var settlements = new Settlements(land);
    settlements.towns();
    settlements.villages();
    settlements.groups();
    return settlements.all;
  }

  /** Cells where one could live, in an order by chance. */
  private List<Integer> sites() {
    var terrain = land.terrain();
    var cells = new ArrayList<Integer>();
    for (int cell : terrain.drainage().order()) {
      if (terrain.insideM()[cell] > 700
          && land.riverM()[cell] > 170
          && land.wetM()[cell] > 300
          && !land.streamCells()[cell]
          && (terrain.slope(cell) < 0.11 || isSpur(cell))) {
        cells.add(cell);
      }
    }
    Collections.shuffle(cells, Noise.dice("sites"));
    return cells;
  }

  /** A broad back between two gullies, as the loess villages like it. */
  private boolean isSpur(int cell) {
    var height = land.terrain().height();
    double sum = 0;
    for (var by : Grid.AROUND) {
      int far = grid.step(cell, new int[] {2 * by[0], 2 * by[1]});
      sum += far < 0 ? 0 : height[cell] - height[far];
    }
    return sum / 8 > 9 && land.terrain().slope(cell) < 0.24;
  }

  private void towns() {
    var townships = XiDivisions.townships();
    var names = new ArrayList<>(townships);
    names.removeIf(t -> t.code().equals(SEAT_TOWNSHIP) || t.code().equals(SOUTH_OF_SEAT));
    Collections.shuffle(names, Noise.dice("towns"));
    var floors =
        sites.stream().filter(c -> land.riverM()[c] < 420 && land.riverM()[c] > 230).toList();
    found(
        Settlement.Kind.SEAT,
        townships.get(0),
        best(floors, c -> c.distance(SEAT) + 6 * Math.abs(land.waterM(c) - 520)));
    var south = new Coordinate(SEAT.x - 900, SEAT.y - 5_200);
    found(
        Settlement.Kind.TOWN,
        townships.stream().filter(t -> t.code().equals(SOUTH_OF_SEAT)).findFirst().orElseThrow(),
        best(floors, c -> c.distance(south)));
    for (var township : names) {
      found(
          Settlement.Kind.TOWN,
          township,
          best(floors, c -> -Math.min(14_000, apart(c)) - 0.8 * Math.min(4_500, land.insideM(c))));
    }
  }

  private Coordinate best(List<Integer> cells, ToDoubleFunction<Coordinate> badness) {
    return cells.stream().map(grid::middle).min(Comparator.comparingDouble(badness)).orElseThrow();
  }

  private double apart(Coordinate place) {
    return all.stream().mapToDouble(s -> s.centre().distance(place) - extentM(s)).min().orElse(1e9);
  }

  private static double extentM(Settlement settlement) {
    return switch (settlement.kind()) {
      case SEAT -> 900;
      case TOWN -> 200;
      default -> 0;
    };
  }

  private void found(Settlement.Kind kind, XiDivisions.Township township, Coordinate centre) {
    all.add(
        new Settlement(
            kind, township.code(), township.name(), township.code(), centre, valley(centre)));
  }

  /** Direction of the valley: that of the nearest river, a stretch up and down. */
  private double valley(Coordinate place) {
    double best = 1e9;
    double angle = 0;
    for (var course : land.rivers().courses()) {
      if (course.line().getEnvelopeInternal().distance(new Envelope(place)) > best) {
        continue;
      }
      var line = new org.locationtech.jts.linearref.LengthIndexedLine(course.line());
      double at = line.project(place);
      double away = line.extractPoint(at).distance(place);
      if (away < best) {
        best = away;
        var up = line.extractPoint(Math.max(0, at - 700));
        var down = line.extractPoint(Math.min(line.getEndIndex(), at + 700));
        angle = StrictMath.atan2(down.y - up.y, down.x - up.x);
      }
    }
    return angle;
  }

  /** Villages spread over the territory of their township; communities are parts of the seat. */
  private void villages() {
    var towns = List.copyOf(all);
    var townships = XiDivisions.townships();
    var territory = sites.stream().map(c -> territory(grid.middle(c), towns)).toList();
    for (var township : townships) {
      int quarter = 0;
      var seat =
          towns.stream().filter(t -> t.code().equals(township.code())).findFirst().orElseThrow();
      for (var village : township.villages()) {
        if (village.urban()) {
          var centre = seat.place(900 - 700 * (quarter / 2), quarter % 2 == 0 ? 210 : -210);
          quarter++;
          add(Settlement.Kind.COMMUNITY, village.code(), village.name(), township, centre);
        } else if (village.name().equals(township.stem() + "村")) {
          add(
              Settlement.Kind.COMMUNITY,
              village.code(),
              village.name(),
              township,
              seat.place(-60, 40));
        } else {
          var centre = remote(territory, township.code());
          add(Settlement.Kind.VILLAGE, village.code(), village.name(), township, centre);
        }
      }
    }
  }

  private void add(
      Settlement.Kind kind,
      String code,
      String name,
      XiDivisions.Township township,
      Coordinate centre) {
    all.add(new Settlement(kind, code, name, township.code(), centre, valley(centre)));
  }

  private String territory(Coordinate place, List<Settlement> towns) {
    return towns.stream()
        .min(
            Comparator.comparingDouble(
                t -> t.centre().distance(place) / (t.code().equals(SOUTH_OF_SEAT) ? 1.5 : 1)))
        .orElseThrow()
        .code();
  }

  /** The best of some sites by chance: apart from others, closer together where room is short. */
  private Coordinate remote(List<String> territory, String code) {
    for (double leastM = 1_900; leastM > 600; leastM -= 300) {
      Coordinate best = null;
      int tried = 0;
      for (int i = 0; i < sites.size() && tried < 30; i++) {
        if (territory.get(i).equals(code)) {
          var place = grid.middle(sites.get(i));
          double apart = apart(place);
          if (apart > leastM) {
            tried++;
            best = best == null || Math.min(4_000, apart) > apart(best) ? place : best;
          }
        }
      }
      if (best != null) {
        return best;
      }
    }
    throw new IllegalStateException("no room for another village in " + code);
  }

  private void groups() {
    var villages = all.stream().filter(s -> s.kind() == Settlement.Kind.VILLAGE).toList();
    var homes = List.copyOf(all);
    var counts = new java.util.HashMap<String, Integer>();
    int founded = 0;
    for (int i = 0; i < sites.size() && founded < GROUPS; i++) {
      var place = grid.middle(sites.get(i));
      if (apart(place) < 790) {
        continue;
      }
      var village =
          villages.stream()
              .min(Comparator.comparingDouble(v -> v.centre().distance(place)))
              .orElseThrow();
      int number = counts.getOrDefault(village.code(), 0);
      if (number < NUMERALS.length() - 1 && Townships.surely(place, village.township(), homes)) {
        counts.put(village.code(), number + 1);
        var stem = village.name().substring(0, village.name().length() - 1);
        all.add(
            new Settlement(
                Settlement.Kind.GROUP,
                village.code() + "-" + (number + 2),
                stem + NUMERALS.charAt(number + 1) + "组",
                village.township(),
                place,
                valley(place)));
        founded++;
      }
    }
  }
}
