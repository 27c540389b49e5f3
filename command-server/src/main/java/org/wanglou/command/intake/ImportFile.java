package org.wanglou.command.intake;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.event.NewEvent;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.CountyOutline;
import org.wanglou.gis.intake.FieldMapping;
import org.wanglou.gis.intake.FileFormat;
import org.wanglou.gis.intake.IntakeLimits;
import org.wanglou.gis.intake.PlaceNames;
import org.wanglou.gis.intake.RawRow;
import org.wanglou.gis.intake.RowReading;
import org.wanglou.gis.intake.SourceFile;
import org.wanglou.gis.intake.SourceFiles;
import org.wanglou.gis.intake.SourceLayer;
import org.wanglou.gis.intake.SuggestedMapping;
import org.wanglou.gis.intake.Upload;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;

/**
 * Brings a file into a layer in one transaction: all of it, or nothing. A dry run does the very
 * same and is taken back at the end.
 */
final class ImportFile {
  private final Database database;
  private final EventLog events;
  private final KeptUploads uploads;
  private final Clock clock;
  private final IntakeLimits limits;

  ImportFile(
      Database database, EventLog events, KeptUploads uploads, Clock clock, IntakeLimits limits) {
    this.database = database;
    this.events = events;
    this.uploads = uploads;
    this.clock = clock;
    this.limits = limits;
  }

  /** Ends a transaction that shall leave nothing, and carries what was learnt out of it. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ImportOutcome outcome;

    TakenBack(ImportOutcome outcome) {
      super("taken back", null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * Works it off; its report is kept by then.
   *
   * @throws Fault when the file or the wish makes no import; nothing is stored
   * @throws ImportRun.Stopped when somebody stopped it
   */
  ImportOutcome work(ImportRun run) {
    var folder = uploads.workFolder();
    try {
      var wish = run.wish();
      var upload = Upload.of(wish.upload().file(), wish.upload().name(), folder, limits);
      try (var file = SourceFiles.open(upload, wish.encoding(), limits)) {
        return bring(run, file, chosen(file.layers(), wish));
      }
    } finally {
      KeptUploads.delete(folder);
    }
  }

  /** The table that is meant. */
  static SourceLayer chosen(List<SourceLayer> layers, ImportWish wish) {
    if (layers.size() == 1 && wish.sourceLayer().isEmpty()) {
      return layers.get(0);
    }
    var name = wish.sourceLayer().orElse(wish.layer()); // an OSM extract has layers like ours
    return layers.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.invalid(
                    "/source_layer",
                    "import.source_layer",
                    layers.stream().map(SourceLayer::name).toList()));
  }

  private ImportOutcome bring(ImportRun run, SourceFile file, SourceLayer layer) {
    var wish = run.wish();
    var crs = crs(wish, file.format());
    var before = database.reference(tx -> before(tx, wish, layer));
    try {
      return database.write(RealmId.REAL, tx -> store(tx, run, file, layer, before.mapping(), crs));
    } catch (TakenBack e) {
      database.reference(
          tx -> {
            ImportStore.finish(tx, run, e.outcome, clock.instant());
            return null;
          });
      return e.outcome;
    }
  }

  /** OpenStreetMap is in WGS84 by its own definition; everything else has to be told. */
  private static Optional<SourceCrs> crs(ImportWish wish, FileFormat format) {
    return format == FileFormat.OSM_PBF ? Optional.of(SourceCrs.of("EPSG:4326")) : wish.crs();
  }

  private record Before(LayerType type, FieldMapping mapping) {}

  private static Before before(Handle tx, ImportWish wish, SourceLayer layer) {
    var type = LayerTypes.require(tx, wish.layer());
    var mapping =
        wish.mapping()
            .or(() -> ImportMappings.fitting(tx, type, wish.source(), layer))
            .orElseGet(() -> SuggestedMapping.of(Optional.of(type), layer))
            .checked(type, layer);
    if (wish.tried() == ImportWish.Mode.MERGE
        && mapping.field(FieldMapping.EXTERNAL_ID).isEmpty()) {
      throw Fault.invalid("/mapping", "import.merge_needs_id");
    }
    return new Before(type, mapping);
  }

  private ImportOutcome store(
      Handle tx,
      ImportRun run,
      SourceFile file,
      SourceLayer layer,
      FieldMapping mapping,
      Optional<SourceCrs> crs) {
    var wish = run.wish();
    var type = LayerTypes.require(tx, wish.layer());
    var reading =
        new RowReading(
            type,
            new RowReading.Options(
                mapping, crs, wish.source(), wish.provenance(), wish.accuracyM()),
            PlaceNames.of(tx),
            CountyOutline.of(tx),
            limits);
    var meeting = Meeting.of(tx, wish);
    var change = new Change(clock.instant(), run.by(), reason(wish), Change.Act.IMPORTED);
    var taken = new long[1];
    var offset = new OffsetCheck();
    try (var rows = file.rows(layer)) {
      var features =
          features(rows, run, reading)
              .peek(
                  feature -> {
                    if (taken[0]++ == 0) {
                      meeting.admit(feature);
                    }
                    offset.add(feature.geometry(), feature.name());
                  });
      var result =
          wish.tried() == ImportWish.Mode.MERGE
              ? FeatureStore.merge(tx, type, features, change)
              : FeatureStore.replace(tx, type, features, change);
      var warnings = new ArrayList<>(FileWarnings.of(layer, crs));
      FileWarnings.unused(layer, mapping).ifPresent(warnings::add);
      warnings.addAll(offset.warnings(database));
      var elsewhere = FileWarnings.elsewhere(reading.elsewhere(), wish.allowElsewhere());
      elsewhere.ifPresent(it -> warnings.add(0, it));
      var outcome =
          new ImportOutcome(
              file.format().code(), taken[0], reading.findings(), warnings, result, false);
      if (elsewhere.isPresent() && !wish.allowElsewhere()) {
        throw new TakenBack(outcome);
      }
      return finished(tx, run, outcome, mapping, crs, change);
    }
  }

  private static String reason(ImportWish wish) {
    return wish.reason().isBlank() ? wish.source() : wish.reason();
  }

  private Stream<NewFeature> features(SourceFile.Rows rows, ImportRun run, RowReading reading) {
    Iterable<RawRow> all = () -> rows;
    return StreamSupport.stream(all.spliterator(), false)
        .map(
            row -> {
              run.at(row.number(), rows.share());
              if (row.number() > limits.rows()) {
                throw Fault.invalid("/file", "import.too_many_rows", limits.rows());
              }
              return reading.feature(row).orElse(null);
            })
        .filter(Objects::nonNull);
  }

  private ImportOutcome finished(
      Handle tx,
      ImportRun run,
      ImportOutcome outcome,
      FieldMapping mapping,
      Optional<SourceCrs> crs,
      Change change) {
    var wish = run.wish();
    if (outcome.accepted() == 0 && outcome.rejected() == 0) {
      throw Fault.invalid("/file", "import.nothing");
    }
    boolean refused = outcome.rejected() > 0 && (!wish.skipRejected() || outcome.accepted() == 0);
    if (wish.mode() == ImportWish.Mode.DRY_RUN || refused) {
      throw new TakenBack(outcome);
    }
    var stored = outcome.withStored(true);
    ImportMappings.save(tx, wish, mapping, crs, change);
    ImportStore.finish(tx, run, stored, clock.instant());
    events.append(tx, imported(run, stored, change)); // last: it holds up every other writer
    return stored;
  }

  private static NewEvent imported(ImportRun run, ImportOutcome outcome, Change change) {
    var result = outcome.result();
    return new NewEvent(
        change.at(),
        run.by(),
        "layer.imported",
        "import",
        run.id(),
        Optional.empty(),
        new JsonObject()
            .put("layer", run.wish().layer())
            .put(
                "counts",
                new JsonObject()
                    .put("added", result.added().count())
                    .put("changed", result.changed().count())
                    .put("removed", result.removed().count())
                    .put("unchanged", result.unchanged()))
            .put("source", run.wish().source()));
  }
}
