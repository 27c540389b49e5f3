package org.wanglou.command.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.http.Messages;
import org.wanglou.command.http.Reader;
import org.wanglou.command.session.Right;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.FileFormat;
import org.wanglou.gis.intake.Finding;
import org.wanglou.gis.layer.LayerTypes;

/** Operations of the contract's tag {@code import} but for the export. */
final class ImportRoutes {
  private static final int SHOWN = 1_000;
  private static final int SHOWN_REPAIRS = 100;

  private final Database database;
  private final KeptUploads uploads;
  private final InspectFile inspectFile;
  private final Imports imports;
  private final Messages messages;
  private final Clock clock;
  private final long largestBytes;

  ImportRoutes(
      Database database,
      KeptUploads uploads,
      InspectFile inspectFile,
      Imports imports,
      Messages messages,
      Clock clock,
      long largestBytes) {
    this.database = database;
    this.uploads = uploads;
    this.inspectFile = inspectFile;
    this.imports = imports;
    this.messages = messages;
    this.clock = clock;
    this.largestBytes = largestBytes;
  }

  void register(Api api) {
    api.on("getImportOptions", Right.READ, this::options)
        .on("listImportMappings", Right.IMPORT, this::mappings)
        .on("inspectImport", Right.IMPORT, this::inspect)
        .on("listImports", Right.IMPORT, this::list)
        .on("importFile", Right.IMPORT, this::importFile)
        .on("getImport", Right.IMPORT, this::report)
        .on("stopImport", Right.IMPORT, this::stop)
        .on("getImportReport", Right.IMPORT, this::reportCsv);
  }

  private Answer options(Call call) {
    boolean english = call.locale().equals(Messages.ENGLISH);
    var systems = new JsonArray();
    SourceCrs.all()
        .forEach(it -> systems.add(labelled(it.code(), english ? it.nameEn() : it.nameZh())));
    var formats = new JsonArray();
    Arrays.stream(FileFormat.values()).forEach(it -> formats.add(labelled(it.code(), it.label())));
    return Answer.ok(
        new JsonObject()
            .put("crs", systems)
            .put("formats", formats)
            .put("encodings", new JsonArray().add("UTF-8").add("GBK"))
            .put("modes", new JsonArray().add("dry_run").add("merge").add("replace"))
            .put("largest_bytes", largestBytes));
  }

  private static JsonObject labelled(String code, String label) {
    return new JsonObject().put("code", code).put("label", label);
  }

  private Answer mappings(Call call) {
    var rows =
        database.reference(
            tx -> ImportMappings.list(tx, call.query("layer"), call.query("source")));
    return Answer.ok(new JsonObject().put("results", new JsonArray(rows)).putNull("next"));
  }

  private Answer inspect(Call call) {
    return Answer.ok(inspectFile.inspect(call.body(), upload(call), texts(call)));
  }

  /** The file that came, or the one that came earlier. */
  private KeptUploads.Kept upload(Call call) {
    var by = call.principal().username();
    var earlier = Optional.ofNullable(call.body().getString("upload"));
    if (earlier.isPresent()) {
      return uploads.find(UUID.fromString(earlier.get()), by);
    }
    return uploads.keep(
        call.file().orElseThrow(() -> new Fault(Fault.Kind.MALFORMED, "/file", "import.no_file")),
        by);
  }

  private Answer importFile(Call call) {
    if (!call.principal().realm().equals(RealmId.REAL)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "layer.real_only");
    }
    boolean sentNow = call.body().getString("upload") == null;
    var kept = upload(call);
    boolean background = Boolean.parseBoolean(call.body().getString("background"));
    try {
      var wish = ImportWish.of(call.body(), kept);
      requireLayer(wish.layer()); // a slip of the pen is no import to be kept
      var by = call.principal().username();
      if (background) {
        return Answer.of(202, report(call, imports.soon(wish, by)));
      }
      var report = report(call, imports.now(wish, by));
      return report.getBoolean("stored") ? Answer.created(report) : Answer.ok(report);
    } finally {
      if (sentNow && !background) {
        uploads.forget(kept);
      }
    }
  }

  private void requireLayer(String id) {
    var types = database.reference(LayerTypes::all);
    if (types.stream().noneMatch(it -> it.id().equals(id))) {
      var named =
          types.stream()
              .map(it -> new Fault.Labelled(it.id(), it.label().zh(), it.label().en()))
              .toList();
      throw new Fault(Fault.Kind.NOT_FOUND, "/layer", "import.layer_unknown", id, named);
    }
  }

  private Answer report(Call call) {
    return Answer.ok(report(call, call.pathUuid("id")));
  }

  private JsonObject report(Call call, UUID id) {
    var running = imports.running(id); // before the row: it may end in between
    return database.reference(
        tx -> {
          var row = ImportStore.require(tx, id);
          var json =
              texts(call)
                  .report(
                      row,
                      ImportStore.findings(tx, id, Finding.Kind.REJECTED, SHOWN),
                      ImportStore.findings(tx, id, Finding.Kind.REPAIRED, SHOWN_REPAIRS),
                      ImportStore.findings(tx, id, Finding.Kind.FLAGGED, SHOWN));
          if (row.state().equals("running")) {
            running.ifPresent(it -> json.put("progress", progress(it)));
          }
          return json;
        });
  }

  private JsonObject progress(ImportRun run) {
    var progress = run.progress();
    double seconds = Duration.between(run.startedAt(), clock.instant()).toMillis() / 1000.0;
    return new JsonObject()
        .put("rows", progress.rows())
        .put("share", Double.isNaN(progress.share()) ? null : progress.share())
        .put("seconds", seconds)
        .put("left_s", ImportRun.left(progress, seconds).orElse(null));
  }

  private Answer list(Call call) {
    var cursor = call.cursor();
    int limit = call.limit();
    List<ImportStore.Row> rows =
        database.reference(
            tx ->
                ImportStore.page(
                    tx,
                    cursor.map(it -> it.instant(0)),
                    cursor.map(it -> it.part(1, UUID::fromString)),
                    limit + 1));
    var texts = texts(call);
    return Answer.ok(
        Cursor.page(rows, limit, texts::summary, row -> Cursor.of(row.startedAt(), row.id())));
  }

  private Answer stop(Call call) {
    var id = call.pathUuid("id");
    database.reference(tx -> ImportStore.require(tx, id));
    imports.stop(id);
    return Answer.noContent();
  }

  private Answer reportCsv(Call call) {
    var id = call.pathUuid("id");
    var findings =
        database.reference(
            tx -> {
              ImportStore.require(tx, id);
              return ImportStore.findings(tx, id, null, Integer.MAX_VALUE);
            });
    return Answer.raw(
            "text/csv; charset=utf-8", ReportCsv.of(findings, texts(call), messages, call.locale()))
        .header("Content-Disposition", "attachment; filename=\"import-" + id + ".csv\"");
  }

  private ImportJson texts(Call call) {
    return new ImportJson(messages, Reader.of(call.locale()));
  }
}
