package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import has to tell: all counted, so many kept. */
public final class Findings {
  private final int most;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);
  private final Map<String, Integer> notes = new LinkedHashMap<>();
  private long lastRejectedRow;

  Findings(int most) {
    this.most = most;
  }

  void add(Finding finding) {
    // A row with three bad fields is one rejected row.
    boolean sameRow = finding.kind() == Finding.Kind.REJECTED && finding.row() == lastRejectedRow;
    if (!sameRow) {
      counts.merge(finding.kind(), 1, Integer::sum);
    }
    if (finding.kind() == Finding.Kind.REJECTED) {
      lastRejectedRow = finding.row();
    }
    if (kept.size() < most) {
      kept.add(finding);
    }
  }

  boolean isFull() {
    return kept.size() >= most;
  }

  /** Something that holds for many rows and harms none. */
  void note(String code) {
    notes.merge(code, 1, Integer::sum);
  }

  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** Rows, not findings. */
  public int count(Finding.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** How many rows by message key. */
  public Map<String, Integer> notes() {
    return Map.copyOf(notes);
  }
}
