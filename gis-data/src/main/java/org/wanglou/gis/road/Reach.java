package org.wanglou.gis.road;

import java.util.List;
import java.util.Map;

/**
 * Who is nearest by road.
 *
 * @param snapM from the asked place to the road, of the nearest found, or to the nearest road when
 *     nobody was found
 * @param found nearest first
 * @param missed index of each point that surely cannot be reached, with the reason: {@code
 *     road.too_far} from any road, {@code road.unreachable}, or {@code road.cut_off} (reachable
 *     only without the closures). Points that are merely farther than the last one found are in
 *     neither.
 */
public record Reach(double snapM, List<Reached> found, Map<Integer, String> missed) {
  public Reach {
    found = List.copyOf(found);
    missed = Map.copyOf(missed);
  }

  /**
   * One that was found.
   *
   * @param index of the point in the question
   */
  public record Reached(int index, Route route) {}
}
