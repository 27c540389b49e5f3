package org.wanglou.gis.tile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of equal height through a lattice, by marching squares: a line crosses a side between two
 * points where the height between them, straight, is the line's. A square with a missing height has
 * no line. Neighbouring lattices with the same points have the same vertices.
 */
final class ContourLines {
  /** Sides are numbered by the point they start from: twice its number, and one more if down. */
  private static final int NONE = -1;

  private final HeightLattice lattice;
  private final float level;

  /** The up to two sides that a line goes on to from a side. */
  private final Map<Integer, int[]> next = new HashMap<>();

  private ContourLines(HeightLattice lattice, float level) {
    this.lattice = lattice;
    this.level = level;
  }

  /** Each line as x and y in turn, in pixels of the zoom. */
  static List<double[]> at(HeightLattice lattice, double level) {
    var lines = new ContourLines(lattice, (float) level);
    for (int row = 0; row < lattice.rows() - 1; row++) {
      for (int column = 0; column < lattice.columns() - 1; column++) {
        lines.square(column, row);
      }
    }
    return lines.joined();
  }

  private void square(int column, int row) {
    float nw = lattice.at(column, row);
    float ne = lattice.at(column + 1, row);
    float sw = lattice.at(column, row + 1);
    float se = lattice.at(column + 1, row + 1);
    int above =
        (nw >= level ? 1 : 0)
            | (ne >= level ? 2 : 0)
            | (se >= level ? 4 : 0)
            | (sw >= level ? 8 : 0);
    if (above == 0 || above == 15 || Float.isNaN(nw + ne + sw + se)) {
      return;
    }
    int north = side(column, row, false);
    int west = side(column, row, true);
    int east = side(column + 1, row, true);
    int south = side(column, row + 1, false);
    boolean middle = (nw + ne + sw + se) / 4 >= level;
    switch (above) {
      case 1, 14 -> link(west, north);
      case 2, 13 -> link(north, east);
      case 4, 11 -> link(east, south);
      case 8, 7 -> link(south, west);
      case 3, 12 -> link(west, east);
      case 6, 9 -> link(north, south);
      default -> saddle(north, east, south, west, above == 5 == middle);
    }
  }

  private void saddle(int north, int east, int south, int west, boolean cutNorthEast) {
    if (cutNorthEast) {
      link(north, east);
      link(south, west);
    } else {
      link(west, north);
      link(east, south);
    }
  }

  private int side(int column, int row, boolean down) {
    return 2 * (row * lattice.columns() + column) + (down ? 1 : 0);
  }

  private void link(int a, int b) {
    add(a, b);
    add(b, a);
  }

  private void add(int from, int to) {
    var both = next.computeIfAbsent(from, side -> new int[] {NONE, NONE});
    both[both[0] == NONE ? 0 : 1] = to;
  }

  private List<double[]> joined() {
    var lines = new ArrayList<double[]>();
    for (int start : next.keySet().stream().sorted().toList()) {
      var first = next.get(start);
      if (first[0] != NONE || first[1] != NONE) {
        var sides = new ArrayDeque<Integer>();
        sides.add(start);
        for (int at = take(start); at != NONE; at = take(at)) {
          sides.addLast(at);
        }
        for (int at = take(start); at != NONE; at = take(at)) {
          sides.addFirst(at);
        }
        lines.add(vertices(sides));
      }
    }
    return lines;
  }

  /** The next side from here, and the way to it closed in both directions. */
  private int take(int from) {
    var both = next.get(from);
    int slot = both[0] != NONE ? 0 : 1;
    int to = both[slot];
    if (to != NONE) {
      both[slot] = NONE;
      var back = next.get(to);
      back[back[0] == from ? 0 : 1] = NONE;
    }
    return to;
  }

  private double[] vertices(ArrayDeque<Integer> sides) {
    var line = new double[2 * sides.size()];
    int i = 0;
    for (int side : sides) {
      int column = side / 2 % lattice.columns();
      int row = side / 2 / lattice.columns();
      boolean down = side % 2 == 1;
      float from = lattice.at(column, row);
      float to = down ? lattice.at(column, row + 1) : lattice.at(column + 1, row);
      double share = (level - (double) from) / (to - (double) from);
      line[i++] = lattice.pixelX(column + (down ? 0 : share));
      line[i++] = lattice.pixelY(row + (down ? share : 0));
    }
    return line;
  }
}
