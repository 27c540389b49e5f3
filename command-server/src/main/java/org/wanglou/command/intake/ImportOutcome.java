package org.wanglou.command.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.Finding;
import org.wanglou.gis.intake.Findings;
import org.wanglou.gis.layer.BulkResult;

/**
 * What a run found and did.
 *
 * @param warnings things that hold for the whole file
 */
record ImportOutcome(
    String format,
    long accepted,
    Findings findings,
    List<Fault.Detail> warnings,
    BulkResult result,
    boolean stored) {
  private static final int NAMED = 200;

  int rejected() {
    return findings.count(Finding.Kind.REJECTED);
  }

  ImportOutcome withStored(boolean now) {
    return new ImportOutcome(format, accepted, findings, warnings, result, now);
  }

  /** Notes on many rows and what was noticed of the whole. */
  List<Fault.Detail> allWarnings() {
    var all = new ArrayList<>(warnings);
    findings.notes().forEach((code, rows) -> all.add(new Fault.Detail("", code, List.of(rows))));
    return all;
  }

  /** {@code {added, changed, removed, unchanged}} as kept and answered. */
  JsonObject changes() {
    return new JsonObject()
        .put("added", names(result.added()))
        .put("changed", names(result.changed()))
        .put("removed", names(result.removed()))
        .put(
            "unchanged",
            new JsonObject().put("count", result.unchanged()).put("names", new JsonArray()));
  }

  private static JsonObject names(BulkResult.Rows rows) {
    return new JsonObject()
        .put("count", rows.count())
        .put(
            "names",
            new JsonArray(
                rows.first().stream()
                    .limit(NAMED)
                    .map(it -> it.name())
                    .collect(Collectors.toList())));
  }

  static JsonObject noChanges() {
    var json = new JsonObject();
    for (var kind : List.of("added", "changed", "removed", "unchanged")) {
      json.put(kind, new JsonObject().put("count", 0).put("names", new JsonArray()));
    }
    return json;
  }
}
