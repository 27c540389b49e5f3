package org.wanglou.command.terrain;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.event.NewEvent;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.SentFile;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.StoredTerrain;
import org.wanglou.gis.terrain.TerrainGrid;
import org.wanglou.gis.terrain.TerrainIntake;
import org.wanglou.gis.terrain.TerrainSource;
import org.wanglou.gis.terrain.TerrainStore;

/** Brings a file of heights into force: beside those there are, or in their place. */
public final class ImportTerrain {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  public ImportTerrain(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  StoredTerrain bring(Call call) {
    if (!call.principal().realm().equals(RealmId.REAL)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "layer.real_only");
    }
    var file =
        call.file().orElseThrow(() -> new Fault(Fault.Kind.MALFORMED, "/file", "import.no_file"));
    var crs = SourceCrs.of(call.body().getString("crs"));
    var source = source(call.body(), file);
    var heights = TerrainIntake.read(file.path(), file.name(), crs, TerrainIntake.Progress.NONE);
    boolean replace = "replace".equals(call.body().getString("mode"));
    return database.write(
        RealmId.REAL,
        tx -> {
          var stored = store(tx, heights, source, replace);
          events.append(tx, imported(stored, call.principal().username()));
          return stored;
        });
  }

  private static StoredTerrain store(
      Handle tx, TerrainGrid heights, TerrainSource source, boolean replace) {
    return replace
        ? TerrainStore.replace(tx, heights, List.of(source))
        : TerrainStore.merge(tx, heights, source);
  }

  private NewEvent imported(StoredTerrain stored, String by) {
    return new NewEvent(
        clock.instant(),
        by,
        "terrain.imported",
        "terrain",
        stored.id(),
        Optional.empty(),
        new JsonObject().put("terrain", TerrainJson.of(stored)));
  }

  private static TerrainSource source(JsonObject form, SentFile file) {
    return new TerrainSource(
        file.name(),
        Optional.ofNullable(form.getString("source")).orElse(file.name()),
        Optional.ofNullable(form.getString("provenance")).orElse("IMPORTED"),
        Optional.ofNullable(form.getString("data_date")).map(ImportTerrain::date),
        Optional.ofNullable(form.getString("accuracy_m"))
            .map(text -> OptionalDouble.of(Double.parseDouble(text)))
            .orElse(OptionalDouble.empty()));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalid("/data_date", "terrain.no_date", text);
    }
  }
}
