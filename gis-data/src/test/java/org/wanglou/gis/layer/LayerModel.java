package org.wanglou.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a layer is after some files, worked out one feature after the other. */
final class LayerModel {
  private static final class Row {
    NewFeature content;
    int revision;

    Row(NewFeature content, int revision) {
      this.content = content;
      this.revision = revision;
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> removedRevisions = new HashMap<>();
  private final Map<String, UUID> idsSeen = new HashMap<>();

  String replace(List<NewFeature> file) {
    return write(file, true);
  }

  String merge(List<NewFeature> file) {
    return write(file, false);
  }

  private String write(List<NewFeature> file, boolean whole) {
    boolean real = file.stream().anyMatch(it -> it.provenance() != Provenance.SYNTHETIC);
    var open = new ArrayList<>(rows);
    var added = new ArrayList<NewFeature>();
    int changed = 0;
    int unchanged = 0;
    for (var one : file) {
      var before = first(open, one);
      if (before == null) {
        added.add(one);
        continue;
      }
      open.remove(before);
      if (line(before.content, 0).equals(line(one, 0))) {
        unchanged++;
      } else {
        changed++;
        before.content = one;
        before.revision++;
      }
    }
    int removed = 0;
    for (var left : open) {
      if (whole || (real && left.content.provenance() == Provenance.SYNTHETIC)) {
        rows.remove(left);
        removed++;
        left.content.externalId().ifPresent(key -> removedRevisions.put(key, left.revision));
      }
    }
    for (var one : added) {
      var before = one.externalId().map(removedRevisions::remove).orElse(null);
      rows.add(new Row(one, before == null ? 1 : before + 2));
    }
    return "%d added, %d changed, %d removed, %d unchanged"
        .formatted(added.size(), changed, removed, unchanged);
  }

  private static Row first(List<Row> open, NewFeature one) {
    return open.stream()
        .filter(
            it ->
                it.content.externalId().equals(one.externalId())
                    && (one.externalId().isPresent()
                        || Objects.equals(it.content.name(), one.name())))
        .findFirst()
        .orElse(null);
  }

  static String counts(BulkResult result) {
    return "%d added, %d changed, %d removed, %d unchanged"
        .formatted(
            result.added().count(),
            result.changed().count(),
            result.removed().count(),
            result.unchanged());
  }

  List<String> stored() {
    return rows.stream().map(it -> line(it.content, it.revision)).sorted().toList();
  }

  static String line(NewFeature it, int revision) {
    return "%s %s %s %s %d"
        .formatted(
            it.externalId().orElse("-"), it.name(), it.attributes(), it.provenance(), revision);
  }

  /** An external id names the same feature for ever. */
  void checkIds(Map<String, UUID> ids) {
    ids.forEach(
        (key, id) -> assertThat(id).as(key).isEqualTo(idsSeen.computeIfAbsent(key, k -> id)));
  }
}
