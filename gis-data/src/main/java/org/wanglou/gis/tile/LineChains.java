package org.wanglou.gis.tile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the pieces of one street or river to lines as long as possible, because a name needs more
 * room than a piece between two junctions often has. At a fork the pieces join in the order given;
 * the result depends on that order only. Linear in the number of vertices.
 */
final class LineChains {
  private final Map<Long, List<int[]>> byEnd = new HashMap<>();
  private final Set<int[]> used = Collections.newSetFromMap(new IdentityHashMap<>());

  private LineChains() {}

  static List<int[]> of(List<int[]> pieces) {
    var chains = new LineChains();
    for (var piece : pieces) {
      chains.byEnd.computeIfAbsent(start(piece), k -> new ArrayList<>(2)).add(piece);
      chains.byEnd.computeIfAbsent(end(piece), k -> new ArrayList<>(2)).add(piece);
    }
    return pieces.stream().filter(chains.used::add).map(chains::grow).toList();
  }

  private int[] grow(int[] seed) {
    var parts = new ArrayDeque<int[]>();
    parts.add(seed);
    for (var next = take(end(seed)); next != null; next = take(end(parts.getLast()))) {
      parts.addLast(start(next) == end(parts.getLast()) ? next : reversed(next));
    }
    for (var next = take(start(seed)); next != null; next = take(start(parts.getFirst()))) {
      parts.addFirst(end(next) == start(parts.getFirst()) ? next : reversed(next));
    }
    return joined(parts);
  }

  private int[] take(long end) {
    return byEnd.get(end).stream().filter(used::add).findFirst().orElse(null);
  }

  private static int[] joined(ArrayDeque<int[]> parts) {
    int length = parts.stream().mapToInt(p -> p.length - 2).sum() + 2;
    var all = new int[length];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length - 2;
    }
    return all;
  }

  private static int[] reversed(int[] piece) {
    var back = Arrays.copyOf(piece, piece.length);
    for (int i = 0; i < piece.length; i += 2) {
      back[i] = piece[piece.length - 2 - i];
      back[i + 1] = piece[piece.length - 1 - i];
    }
    return back;
  }

  private static long start(int[] piece) {
    return (long) piece[0] << 32 | piece[1];
  }

  private static long end(int[] piece) {
    return (long) piece[piece.length - 2] << 32 | piece[piece.length - 1];
  }
}
