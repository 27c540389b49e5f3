package org.wanglou.gis.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The rows of several tables behind one another, their columns under their full names. */
final class JoinedRows implements SourceFile.Rows {
  private final Deque<SourceLayer> left;
  private final Function<SourceLayer, SourceFile.Rows> open;
  private final ShapefileFields fields;
  private final long count;
  private SourceFile.Rows now;
  private long row;

  JoinedRows(
      List<SourceLayer> layers,
      Function<SourceLayer, SourceFile.Rows> open,
      ShapefileFields fields,
      long count) {
    this.left = new ArrayDeque<>(layers);
    this.open = open;
    this.fields = fields;
    this.count = count;
  }

  @Override
  public boolean hasNext() {
    while (now == null || !now.hasNext()) {
      if (now != null) {
        now.close();
        now = null;
      }
      if (left.isEmpty()) {
        return false;
      }
      now = open.apply(left.pop());
    }
    return true;
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return fields.named(now.next(), ++row);
  }

  @Override
  public double share() {
    return count == 0 ? Double.NaN : Math.min(1, (double) row / count);
  }

  @Override
  public void close() {
    if (now != null) {
      now.close();
    }
  }
}
