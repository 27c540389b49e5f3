package org.wanglou.gis.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;

/**
 * Rectangles already taken by names, in a grid of cells, so that a test costs the same on any map.
 */
final class TakenSpace {
  private static final int CELL_PX = 128;

  private final Map<Long, List<Envelope>> cells = new HashMap<>();

  boolean isFree(Envelope box) {
    return !any(box, cell -> cell.stream().anyMatch(box::intersects));
  }

  void take(Envelope box) {
    any(
        box,
        cell -> {
          cell.add(box);
          return false;
        });
  }

  private boolean any(Envelope box, Predicate<List<Envelope>> test) {
    for (long cx = cell(box.getMinX()); cx <= cell(box.getMaxX()); cx++) {
      for (long cy = cell(box.getMinY()); cy <= cell(box.getMaxY()); cy++) {
        if (test.test(cells.computeIfAbsent(cx << 32 | cy, key -> new ArrayList<>(4)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static long cell(double pixel) {
    return (long) Math.floor(pixel / CELL_PX) & 0xffffffffL;
  }
}
