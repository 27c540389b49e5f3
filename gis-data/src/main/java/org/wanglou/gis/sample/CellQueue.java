package org.wanglou.gis.sample;

import java.util.Arrays;

/** Binary heap of cells by cost; equal costs leave in an order that depends on the calls only. */
final class CellQueue {
  private double[] costs = new double[1024];
  private int[] cells = new int[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  double cost() {
    return costs[0];
  }

  void add(int cell, double cost) {
    if (size == cells.length) {
      costs = Arrays.copyOf(costs, 2 * size);
      cells = Arrays.copyOf(cells, 2 * size);
    }
    int at = size++;
    for (int above = (at - 1) / 2; at > 0 && costs[above] > cost; above = (at - 1) / 2) {
      costs[at] = costs[above];
      cells[at] = cells[above];
      at = above;
    }
    costs[at] = cost;
    cells[at] = cell;
  }

  /** Removes and returns the cheapest cell. */
  int take() {
    int first = cells[0];
    double cost = costs[--size];
    int cell = cells[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int below = 2 * at + 1;
      if (below + 1 < size && costs[below + 1] < costs[below]) {
        below++;
      }
      if (costs[below] >= cost) {
        break;
      }
      costs[at] = costs[below];
      cells[at] = cells[below];
      at = below;
    }
    costs[at] = cost;
    cells[at] = cell;
    return first;
  }
}
