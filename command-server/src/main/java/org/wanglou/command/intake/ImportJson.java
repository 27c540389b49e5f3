package org.wanglou.command.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.wanglou.command.http.Messages;
import org.wanglou.command.http.Problem;
import org.wanglou.command.http.Reader;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.intake.Finding;

/** Reports as the contract has them, in one reader's language. */
final class ImportJson {
  private final Messages messages;
  private final Reader reader;

  ImportJson(Messages messages, Reader reader) {
    this.messages = messages;
    this.reader = reader;
  }

  /** {@code ImportSummary}. */
  JsonObject summary(ImportStore.Row run) {
    return new JsonObject()
        .put("id", run.id().toString())
        .put("state", run.state())
        .put("mode", run.mode())
        .put("layer", run.layer())
        .put("crs", run.crs().orElse(null))
        .put("file", run.file())
        .put("format", run.format().orElse(null))
        .put("source", run.source())
        .put("stored", run.stored())
        .put("accepted", run.accepted())
        .put("rejected_count", run.rejected())
        .put("repaired_count", run.repaired())
        .put("flagged_count", run.flagged())
        .put("started_at", run.startedAt().toString())
        .put("started_by", run.startedBy())
        .put("finished_at", run.finishedAt().map(Object::toString).orElse(null));
  }

  /** {@code ImportReport}; the lists by kind of finding. */
  JsonObject report(
      ImportStore.Row run,
      List<ImportStore.KeptFinding> rejected,
      List<ImportStore.KeptFinding> repaired,
      List<ImportStore.KeptFinding> flagged) {
    var json =
        summary(run)
            .put("rejected", findings(rejected))
            .put("repaired", findings(repaired))
            .put("flagged", findings(flagged))
            .put("warnings", notes(run.warnings(), run.crs()));
    json.mergeIn(run.outcome().isEmpty() ? ImportOutcome.noChanges() : run.outcome());
    run.problem()
        .ifPresent(
            details ->
                json.put(
                    "problem",
                    Problem.of(new Fault(Fault.Kind.INVALID, details)).toJson(messages, reader)));
    return json;
  }

  /**
   * {@code ImportNote}s.
   *
   * @param crs the system that was said
   */
  JsonArray notes(List<Detail> details, Optional<String> crs) {
    var json = new JsonArray();
    for (var detail : details) {
      json.add(
          new JsonObject()
              .put("code", detail.code())
              .put("message", messages.text(reader, detail.code(), detail.args()))
              .put(
                  "hint",
                  messages.find(reader, detail.code() + ".hint", detail.args()).orElse(null))
              .put("crs", OffsetCheck.instead(detail, crs).orElse(null)));
    }
    return json;
  }

  private JsonArray findings(List<ImportStore.KeptFinding> findings) {
    var json = new JsonArray();
    findings.forEach(it -> json.add(finding(it)));
    return json;
  }

  private JsonObject finding(ImportStore.KeptFinding finding) {
    var json =
        new JsonObject()
            .put("row", finding.row())
            .put("field", finding.field())
            .put("code", finding.code())
            .put("reason", reason(finding))
            .put("value", finding.value());
    if (finding.kind() != Finding.Kind.REJECTED) {
      json.put("name", finding.name());
    }
    if (finding.kind() == Finding.Kind.FLAGGED) {
      json.put("location", geometry(finding.before()).orElse(null));
    }
    if (finding.kind() == Finding.Kind.REPAIRED) {
      json.put("before", geometry(finding.before()).orElse(null))
          .put("after", geometry(finding.after()).orElse(null));
    }
    return json;
  }

  String reason(ImportStore.KeptFinding finding) {
    var text = messages.text(reader, finding.code(), finding.args());
    return messages
        .find(reader, finding.code() + ".hint", finding.args())
        .map(hint -> text + (text.endsWith("。") || text.endsWith(".") ? " " : "; ") + hint)
        .orElse(text);
  }

  private static Optional<JsonObject> geometry(String geoJson) {
    return Optional.ofNullable(geoJson).map(JsonObject::new);
  }
}
