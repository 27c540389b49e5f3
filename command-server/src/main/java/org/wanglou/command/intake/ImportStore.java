package org.wanglou.command.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.CopyRows;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.intake.Finding;

/** Runs and their findings in the database; both belong to no realm, as the layers do. */
final class ImportStore {
  private static final String TERM = "term";
  private static final String COLUMNS =
      """
      id, state, mode, layer, crs, file, format, source, stored, accepted, rejected, repaired, flagged,
      warnings::text AS warnings, outcome::text AS outcome, problem::text AS problem, started_at, started_by, finished_at""";

  private static final String FINDING =
      "import_finding (import_id, n, kind, row, field, code, args, value, name, before, after)";

  private ImportStore() {}

  /** A run as it is kept. */
  record Row(
      UUID id,
      String state,
      String mode,
      String layer,
      Optional<String> crs,
      String file,
      Optional<String> format,
      String source,
      boolean stored,
      long accepted,
      long rejected,
      long repaired,
      long flagged,
      List<Detail> warnings,
      JsonObject outcome,
      Optional<List<Detail>> problem,
      Instant startedAt,
      String startedBy,
      Optional<Instant> finishedAt) {}

  /** A finding as it is kept; geometries as GeoJSON, null where there is none. */
  record KeptFinding(
      Finding.Kind kind,
      long row,
      String field,
      String code,
      List<Object> args,
      String value,
      String name,
      String before,
      String after) {}

  static void insert(Handle tx, ImportRun run) {
    var wish = run.wish();
    tx.createUpdate(
            """
            INSERT INTO import_run (id, state, mode, layer, crs, file, source, started_at, started_by)
            VALUES (:id, 'running', :mode, :layer, :crs, :file, :source, :at, :by)""")
        .bind("id", run.id())
        .bind("mode", wish.mode().code())
        .bind("layer", wish.layer())
        .bind("crs", wish.crs().map(SourceCrs::code).orElse(null))
        .bind("file", wish.upload().name())
        .bind("source", wish.source())
        .bind("at", run.startedAt().atOffset(ZoneOffset.UTC))
        .bind("by", run.by())
        .execute();
  }

  /** Keeps what a run found; a part of the run's own transaction where it is stored. */
  static void finish(Handle tx, ImportRun run, ImportOutcome outcome, Instant at) {
    var findings = outcome.findings();
    tx.createUpdate(
            """
            UPDATE import_run
               SET state = 'done', format = :format, stored = :stored, accepted = :accepted, rejected = :rejected,
                   repaired = :repaired, flagged = :flagged, warnings = CAST(:warnings AS jsonb),
                   outcome = CAST(:outcome AS jsonb), finished_at = :at
             WHERE id = :id""")
        .bind("id", run.id())
        .bind("format", outcome.format())
        .bind("stored", outcome.stored())
        .bind("accepted", outcome.accepted())
        .bind("rejected", findings.count(Finding.Kind.REJECTED))
        .bind("repaired", findings.count(Finding.Kind.REPAIRED))
        .bind("flagged", findings.count(Finding.Kind.FLAGGED))
        .bind("warnings", details(outcome.allWarnings()).encode())
        .bind("outcome", outcome.changes().encode())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
    keep(tx, run.id(), findings.kept());
  }

  private static void keep(Handle tx, UUID run, List<Finding> findings) {
    try (var rows = new CopyRows(tx, FINDING)) {
      int n = 0;
      for (var it : findings) {
        rows.put(run).put(n++).put(it.kind()).put(it.row()).put(it.field().map(ImportStore::clean));
        rows.put(it.code()).put(clean(args(it.args()).encode()));
        rows.put(it.value().map(ImportStore::clean)).put(it.name().map(ImportStore::clean));
        rows.put(it.before()).put(it.after()).endRow();
      }
    }
  }

  /** A file's text may hold what PostgreSQL cannot keep. */
  private static String clean(String text) {
    return text.replace("\0", "\ufffd").replace("\\u0000", "\ufffd");
  }

  /** A run that came to nothing. */
  static void fail(Handle tx, UUID run, String state, List<Detail> problem, Instant at) {
    tx.createUpdate(
            """
            UPDATE import_run SET state = :state, problem = CAST(:problem AS jsonb), finished_at = :at
             WHERE id = :id AND state = 'running'""")
        .bind("id", run)
        .bind("state", state)
        .bind("problem", clean(details(problem).encode()))
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Runs of a server that was killed; their transactions ended with it. */
  static void failInterrupted(Handle tx, Instant at) {
    tx.createUpdate(
            """
            UPDATE import_run SET state = 'failed', problem = CAST(:problem AS jsonb), finished_at = :at
             WHERE state = 'running'""")
        .bind("problem", details(List.of(new Detail("", "import.interrupted", List.of()))).encode())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * @throws Fault NOT_FOUND {@code import.unknown}
   */
  static Row require(Handle tx, UUID id) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM import_run WHERE id = :id")
        .bind("id", id)
        .map(ImportStore::row)
        .findOne()
        .orElseThrow(() -> Fault.notFound("import.unknown", id));
  }

  /** Newest first, older than the given one. */
  static List<Row> page(Handle tx, Optional<Instant> before, Optional<UUID> beforeId, int limit) {
    return tx.createQuery(
            "SELECT "
                + COLUMNS
                + """
                  FROM import_run
                 WHERE CAST(:at AS timestamptz) IS NULL OR (started_at, id) < (:at, CAST(:id AS uuid))
                 ORDER BY started_at DESC, id DESC
                 LIMIT :limit""")
        .bind("at", before.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("id", beforeId.orElse(null))
        .bind("limit", limit)
        .map(ImportStore::row)
        .list();
  }

  /** Of one kind, or of all when that is null. */
  static List<KeptFinding> findings(Handle tx, UUID run, Finding.Kind kind, int limit) {
    return tx.createQuery(
            """
            SELECT kind, row, field, code, args::text AS args, value, name,
                   ST_AsGeoJSON(before, 9) AS before, ST_AsGeoJSON(after, 9) AS after
              FROM import_finding
             WHERE import_id = :run AND (CAST(:kind AS text) IS NULL OR kind = :kind)
             ORDER BY n
             LIMIT :limit""")
        .bind("run", run)
        .bind("kind", kind == null ? null : kind.name())
        .bind("limit", limit)
        .map(
            (row, ctx) ->
                new KeptFinding(
                    Finding.Kind.valueOf(row.getString("kind")),
                    row.getLong("row"),
                    row.getString("field"),
                    row.getString("code"),
                    argsOf(new JsonArray(row.getString("args"))),
                    row.getString("value"),
                    row.getString("name"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }

  private static Row row(ResultSet row, StatementContext ctx) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("state"),
        row.getString("mode"),
        row.getString("layer"),
        Optional.ofNullable(row.getString("crs")),
        row.getString("file"),
        Optional.ofNullable(row.getString("format")),
        row.getString("source"),
        row.getBoolean("stored"),
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getLong("repaired"),
        row.getLong("flagged"),
        detailsOf(new JsonArray(row.getString("warnings"))),
        new JsonObject(row.getString("outcome")),
        Optional.ofNullable(row.getString("problem")).map(it -> detailsOf(new JsonArray(it))),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("started_by"),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static JsonArray details(List<Detail> details) {
    var json = new JsonArray();
    for (var detail : details) {
      json.add(
          new JsonObject()
              .put("pointer", detail.pointer())
              .put("code", detail.code())
              .put("args", args(detail.args())));
    }
    return json;
  }

  private static List<Detail> detailsOf(JsonArray json) {
    var details = new ArrayList<Detail>();
    for (int i = 0; i < json.size(); i++) {
      var one = json.getJsonObject(i);
      details.add(
          new Detail(
              one.getString("pointer"), one.getString("code"), argsOf(one.getJsonArray("args"))));
    }
    return details;
  }

  /**
   * A message's values: texts, numbers, lists of texts, and names that the reader's language has.
   */
  private static JsonArray args(List<Object> args) {
    var json = new JsonArray();
    for (var arg : args) {
      if (arg instanceof Fault.Term term) {
        json.add(new JsonObject().put(TERM, term.key()));
      } else if (arg instanceof Fault.Labelled named) {
        json.add(
            new JsonObject().put("code", named.code()).put("zh", named.zh()).put("en", named.en()));
      } else if (arg instanceof List<?> many) {
        json.add(args(new ArrayList<Object>(many)));
      } else if (arg instanceof Number || arg instanceof Boolean) {
        json.add(arg);
      } else {
        json.add(String.valueOf(arg));
      }
    }
    return json;
  }

  private static List<Object> argsOf(JsonArray json) {
    var args = new ArrayList<Object>();
    for (var arg : json) {
      if (arg instanceof JsonObject named && named.containsKey("code")) {
        args.add(
            new Fault.Labelled(
                named.getString("code"), named.getString("zh"), named.getString("en")));
      } else if (arg instanceof JsonObject term) {
        args.add(new Fault.Term(term.getString(TERM)));
      } else if (arg instanceof JsonArray many) {
        args.add(argsOf(many));
      } else {
        args.add(arg);
      }
    }
    return args;
  }
}
