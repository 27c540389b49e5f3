package org.wanglou.gis.layer;

import java.util.List;
import java.util.Optional;

/**
 * What a whole file did to a layer.
 *
 * @param changed those that are really different from before
 * @param unchanged how many were there already, the very same
 */
public record BulkResult(Rows added, Rows changed, Rows removed, int unchanged) {
  /** As many are named, the others only counted. */
  public static final int NAMED = 200;

  /** Features of one fate: all counted, the first of them named. */
  public record Rows(int count, List<Row> first) {
    public Rows {
      first = List.copyOf(first);
    }
  }

  public record Row(Optional<String> externalId, String name) {}
}
