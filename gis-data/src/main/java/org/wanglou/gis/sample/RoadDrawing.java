package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Turns courses over cells into smooth lines. A cell gets its place when its first road is drawn;
 * roads that join later end exactly there.
 */
final class RoadDrawing {
  private static final int SMOOTHING_MAJOR = 5;
  private static final int SMOOTHING = 3;

  private record Run(RoadKind kind, String name, List<Integer> cells) {}

  private final Grid grid;
  private final RoadSearch search;
  private final Map<Integer, Coordinate> places = new HashMap<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();

  RoadDrawing(Grid grid, RoadSearch search) {
    this.grid = grid;
    this.search = search;
  }

  /** A place that roads meet and do not move. */
  void fix(int cell, Coordinate place) {
    places.put(cell, place);
    search.open(cell);
  }

  boolean isUsed(int cell) {
    return uses.containsKey(cell);
  }

  /** The street from a town to a place where roads end; a main road that leads on begins in it. */
  RoadLine ledOn(int cell, RoadLine street) {
    return runs.stream()
        .filter(
            run -> run.cells().get(0) == cell || run.cells().get(run.cells().size() - 1) == cell)
        .filter(run -> run.kind().compareTo(RoadKind.VILLAGE) < 0)
        .filter(run -> run.kind().compareTo(street.kind()) < 0)
        .min(Comparator.comparing(Run::kind))
        .map(run -> new RoadLine(run.kind(), run.name(), street.places()))
        .orElse(street);
  }

  Coordinate place(int cell) {
    return places.get(cell);
  }

  /** Builds what is new of a course. */
  void build(List<Integer> course, RoadKind kind, String name) {
    var run = new ArrayList<Integer>();
    for (int i = 0; i < course.size(); i++) {
      boolean old = i > 0 && search.linked(course.get(i - 1), course.get(i));
      if (old) {
        close(run, kind, name);
      }
      run.add(course.get(i));
      boolean meets = run.size() > 1 && places.containsKey(course.get(i));
      if (meets) {
        close(run, kind, name);
        run.add(course.get(i));
      }
    }
    close(run, kind, name);
  }

  private void close(List<Integer> run, RoadKind kind, String name) {
    if (run.size() > 1) {
      var cells = List.copyOf(run);
      settle(cells, kind.easyGrade < RoadKind.VILLAGE.easyGrade ? SMOOTHING_MAJOR : SMOOTHING);
      runs.add(new Run(kind, name, cells));
      search.build(cells);
      uses.merge(cells.get(0), 1, Integer::sum);
      uses.merge(cells.get(cells.size() - 1), 1, Integer::sum);
    }
    run.clear();
  }

  /** Gives the new cells of a run their places: its middles made smooth between fixed ends. */
  private void settle(List<Integer> cells, int rounds) {
    var line = new ArrayList<Coordinate>();
    cells.forEach(c -> line.add(places.getOrDefault(c, grid.middle(c))));
    for (int round = 0; round < rounds; round++) {
      var before = List.copyOf(line);
      for (int i = 1; i < line.size() - 1; i++) {
        var middle = Curves.between(before.get(i - 1), before.get(i + 1), 0.5);
        line.set(i, Curves.between(before.get(i), middle, 0.5));
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      places.putIfAbsent(cells.get(i), line.get(i));
    }
  }

  /** Smooth lines, split at the cells where roads meet. */
  List<RoadLine> lines() {
    var lines = new ArrayList<RoadLine>();
    for (var run : runs) {
      var through = run.cells().stream().map(places::get).toList();
      int from = 0;
      for (int i = 1; i < through.size(); i++) {
        if (i == through.size() - 1 || uses.containsKey(run.cells().get(i))) {
          lines.add(new RoadLine(run.kind(), run.name(), Curves.through(through, from, i)));
          from = i;
        }
      }
    }
    return lines;
  }
}
