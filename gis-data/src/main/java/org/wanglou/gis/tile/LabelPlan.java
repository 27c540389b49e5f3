package org.wanglou.gis.tile;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The names of a whole zoom level: none covers another, and each tile that one touches shows its
 * part.
 */
final class LabelPlan {
  private record Entry(int order, Label label) {}

  private final STRtree tree = new STRtree();
  private final List<Label> labels;

  /** Most important first. */
  LabelPlan(List<Label> labels) {
    this.labels = List.copyOf(labels);
    for (int i = 0; i < labels.size(); i++) {
      tree.insert(labels.get(i).box(), new Entry(i, labels.get(i)));
    }
    tree.build();
  }

  List<Label> all() {
    return labels;
  }

  List<Label> in(Envelope pixels) {
    @SuppressWarnings("unchecked") // the tree holds nothing but entries
    var found = (List<Entry>) tree.query(pixels);
    found.sort(Comparator.comparingInt(Entry::order));
    return found.stream().map(Entry::label).toList();
  }
}
