package org.wanglou.gis.road;

import java.util.BitSet;

/** Tarjan's strongly connected components with a stack of its own instead of recursion. */
final class LargestComponent {
  private final Arcs arcs;
  private final int[] number;
  private final int[] low;
  private final int[] slot;
  private final int[] path;
  private final int[] open;
  private final BitSet isOpen = new BitSet();
  private int pathTop;
  private int openTop;
  private int numbered;
  private BitSet largest = new BitSet();
  private int size;

  LargestComponent(Arcs arcs) {
    this.arcs = arcs;
    int n = arcs.vertices();
    number = new int[n];
    low = new int[n];
    slot = new int[n];
    path = new int[n];
    open = new int[n];
    for (int v = 0; v < n; v++) {
      if (number[v] == 0) {
        explore(v);
      }
    }
  }

  /** Its vertices; of several of the same size the one found first. */
  BitSet vertices() {
    return largest;
  }

  private void explore(int start) {
    enter(start);
    while (pathTop > 0) {
      int v = path[pathTop - 1];
      if (slot[v] < arcs.first()[v + 1]) {
        int next = arcs.other()[slot[v]++];
        if (number[next] == 0) {
          enter(next);
        } else if (isOpen.get(next)) {
          low[v] = Math.min(low[v], number[next]);
        }
      } else {
        leave(v);
      }
    }
  }

  private void enter(int v) {
    number[v] = low[v] = ++numbered;
    slot[v] = arcs.first()[v];
    path[pathTop++] = v;
    open[openTop++] = v;
    isOpen.set(v);
  }

  private void leave(int v) {
    pathTop--;
    if (pathTop > 0) {
      int before = path[pathTop - 1];
      low[before] = Math.min(low[before], low[v]);
    }
    if (low[v] == number[v]) {
      int begin = openTop;
      do {
        isOpen.clear(open[--begin]);
      } while (open[begin] != v);
      keepIfLargest(begin);
      openTop = begin;
    }
  }

  private void keepIfLargest(int begin) {
    if (openTop - begin > size) {
      size = openTop - begin;
      largest = new BitSet();
      for (int i = begin; i < openTop; i++) {
        largest.set(open[i]);
      }
    }
  }
}
