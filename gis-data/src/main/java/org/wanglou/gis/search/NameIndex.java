package org.wanglou.gis.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;

/**
 * The names of all layers, of the base map and of the roads. Each search first asks the database
 * for the revision of each part, one small query, and reads those that have changed; so every node
 * finds what is committed, whoever wrote it, and only the first search after a change of a large
 * layer waits for its names (about a second for 100,000). Thread-safe.
 */
public final class NameIndex {
  /** Of things that are two entries, one is dropped: so many more are kept until then. */
  private static final int SPARE = 20;

  private record Part(String state, Names names) {}

  private volatile Map<String, Part> parts = Map.of();

  /**
   * @param others what is searched beside the index, for example the units of the caller's realm
   * @param near things nearer to it come first among equals
   */
  public List<Hit> search(
      Handle tx,
      String text,
      List<Entry> others,
      Optional<Coordinate> near,
      Instant at,
      int limit) {
    var query = Query.of(text);
    if (query.isEmpty()) {
      return List.of();
    }
    var best = new PriorityQueue<Hit>(Hit.BEST_FIRST.reversed());
    for (var part : refreshed(tx).values()) {
      part.names.search(query, near, at, best, limit + SPARE);
    }
    new Names(others).search(query, near, at, best, limit + SPARE);
    return distinct(best.stream().sorted(Hit.BEST_FIRST).toList(), limit);
  }

  /** Reads what has changed, or all of it before the first search; returns the number of names. */
  public int refresh(Handle tx) {
    return refreshed(tx).values().stream().mapToInt(it -> it.names.size()).sum();
  }

  private Map<String, Part> refreshed(Handle tx) {
    var reader = new NameReader(tx);
    var states = reader.states();
    return upToDate(parts, states) ? parts : read(reader, states);
  }

  private static boolean upToDate(Map<String, Part> parts, Map<String, String> states) {
    return parts.keySet().equals(states.keySet())
        && parts.entrySet().stream()
            .allMatch(it -> it.getValue().state.equals(states.get(it.getKey())));
  }

  /**
   * The states were read before the names, so that a commit in between makes the next search read
   * again and is never missed.
   */
  private synchronized Map<String, Part> read(NameReader reader, Map<String, String> states) {
    var now = new TreeMap<String, Part>();
    for (var part : states.entrySet()) {
      var before = parts.get(part.getKey());
      boolean kept = before != null && before.state.equals(part.getValue());
      now.put(part.getKey(), kept ? before : new Part(part.getValue(), reader.read(part.getKey())));
    }
    parts = Map.copyOf(now);
    return parts;
  }

  private static List<Hit> distinct(List<Hit> sorted, int limit) {
    var kept = new ArrayList<Hit>();
    for (var hit : sorted) {
      int same = indexOfSame(kept, hit);
      if (same < 0) {
        kept.add(hit);
      } else if (kept.get(same).entry().id().isEmpty()) {
        kept.set(same, hit); // one with an id has a card to open
      }
    }
    return kept.subList(0, Math.min(limit, kept.size()));
  }

  private static int indexOfSame(List<Hit> kept, Hit hit) {
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).sameThing(hit)) {
        return i;
      }
    }
    return -1;
  }
}
