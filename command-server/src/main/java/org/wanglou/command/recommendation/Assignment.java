package org.wanglou.command.recommendation;

import java.util.Arrays;

/**
 * Who does what: rows are tasks, the most needed first, columns are those who could do them. Each
 * column does one task at most. As many of the first tasks as possible are given to somebody (a
 * task is left out only when no other choice for those before it would make room), and of all such
 * choices the one with the least sum of costs is taken.
 *
 * <p>Hungarian method by shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987), one row
 * after another; O(rows² · columns).
 */
final class Assignment {
  private static final int NOBODY = -1;

  private final double[][] cost;
  private final int columns;
  // Column 0 stands for "no column yet"; so rows and columns count from 1 here.
  private final int[] rowOf;
  private final double[] rowPrice;
  private final double[] columnPrice;

  private Assignment(double[][] cost) {
    this.cost = cost;
    this.columns = cost.length == 0 ? 0 : cost[0].length;
    this.rowOf = new int[columns + 1];
    this.rowPrice = new double[cost.length + 1];
    this.columnPrice = new double[columns + 1];
  }

  /**
   * The column of each row, or -1 where there is none left that could.
   *
   * @param cost rows of equal length; infinite where the column cannot do the task
   */
  static int[] cheapest(double[][] cost) {
    var assignment = new Assignment(cost);
    for (int row = 1; row <= cost.length; row++) {
      assignment.add(row);
    }
    var columnOf = new int[cost.length];
    Arrays.fill(columnOf, NOBODY);
    for (int column = 1; column <= assignment.columns; column++) {
      if (assignment.rowOf[column] > 0) {
        columnOf[assignment.rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }

  /** Follows the cheapest chain of "you do this, then she does that" to a free column, if any. */
  private void add(int row) {
    var before = new int[columns + 1];
    var slack = new double[columns + 1];
    var reached = new boolean[columns + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int column = 0;
    do {
      reached[column] = true;
      int next = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 1; c <= columns; c++) {
        if (reached[c]) {
          continue;
        }
        double reduced = cost[rowOf[column] - 1][c - 1] - rowPrice[rowOf[column]] - columnPrice[c];
        if (reduced < slack[c]) {
          slack[c] = reduced;
          before[c] = column;
        }
        if (slack[c] < least) {
          least = slack[c];
          next = c;
        }
      }
      if (next == 0) {
        return; // nobody can make room: the row stays without a column, the others as they are
      }
      reprice(reached, slack, least);
      column = next;
    } while (rowOf[column] != 0);
    while (column != 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }

  private void reprice(boolean[] reached, double[] slack, double by) {
    for (int c = 0; c <= columns; c++) {
      if (reached[c]) {
        rowPrice[rowOf[c]] += by;
        columnPrice[c] -= by;
      } else {
        slack[c] -= by;
      }
    }
  }
}
