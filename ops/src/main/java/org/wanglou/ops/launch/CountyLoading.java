package org.wanglou.ops.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.sample.SampleCounty;

/**
 * Puts the county that was asked for into the database; keeps the one that is there when none was
 * asked for, and takes the sample county for an empty database.
 */
final class CountyLoading {
  private final Database database;
  private final Voice voice;
  private final Clock clock;

  CountyLoading(Database database, Voice voice, Clock clock) {
    this.database = database;
    this.voice = voice;
    this.clock = clock;
  }

  /**
   * What is in the database.
   *
   * @param kind, source as in the table dataset
   */
  record Loaded(String kind, String name, String source) {
    /** Simulated units drive on generated and demonstration data, never on a county's own. */
    boolean mayBeSimulated() {
      return kind.equals("sample") || kind.equals("osm");
    }
  }

  /**
   * @throws Fault CONFLICT {@code launch.other_county}, or what is wrong with the file; the
   *     database is as before then
   */
  Loaded ensure(Settings settings) {
    var county = ensureCounty(settings);
    settings
        .terrain()
        .ifPresent(
            file -> new TerrainLoading(database, voice, clock).ensure(file, settings.terrainCrs()));
    return county;
  }

  private Loaded ensureCounty(Settings settings) {
    var loaded = database.reference(CountyLoading::newest);
    if (settings.osm().isPresent()) {
      var file = settings.osm().get();
      var fingerprint = Fingerprint.of(file);
      if (loaded.filter(it -> it.source().endsWith(fingerprint)).isPresent()) {
        return loaded.get();
      }
      requireNoIncident(loaded, file.toString());
      return store(read(file, fingerprint));
    }
    boolean sampleAsked = settings.sample().isPresent();
    if (loaded.filter(it -> !sampleAsked || it.kind().equals("sample")).isPresent()) {
      return loaded.get();
    }
    requireNoIncident(loaded, SettingsReader.XI_COUNTY);
    voice.say("launch.making_sample");
    return store(SampleCounty.xixian());
  }

  private Dataset read(Path file, String fingerprint) {
    voice.say("launch.reading_osm", file);
    var dataset = OsmReader.read(file, new ProgressLine(voice, clock));
    return new Dataset(
        dataset.kind(),
        dataset.name(),
        dataset.source() + ", " + fingerprint,
        dataset.attribution(),
        dataset.provenance(),
        dataset.dataDate(),
        dataset.bounds(),
        dataset.roads(),
        dataset.base(),
        dataset.features(),
        dataset.units(),
        dataset.terrain());
  }

  /** Roads, layers and units change together or not at all. */
  private Loaded store(Dataset dataset) {
    voice.say("launch.storing_county", dataset.name(), dataset.roads().edges().size());
    database.write(
        RealmId.REAL,
        tx -> {
          DatasetLoader.store(tx, dataset);
          UnitSeeds.replace(tx, dataset.units(), clock.instant());
          return dataset;
        });
    voice.say("launch.county_stored", dataset.units().size());
    return new Loaded(dataset.kind(), dataset.name(), dataset.source());
  }

  /** Under incidents and orders the ground is not changed. */
  private void requireNoIncident(Optional<Loaded> loaded, String asked) {
    if (loaded.isEmpty()) {
      return;
    }
    int incidents =
        database.read(
            RealmId.REAL,
            tx -> tx.createQuery("SELECT count(*) FROM incident").mapTo(Integer.class).one());
    if (incidents > 0) {
      throw Fault.conflict("", "launch.other_county", loaded.get().name(), incidents, asked);
    }
  }

  private static Optional<Loaded> newest(org.jdbi.v3.core.Handle tx) {
    return tx.createQuery(
            "SELECT kind, name, source FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1")
        .map((rs, ctx) -> new Loaded(rs.getString(1), rs.getString(2), rs.getString(3)))
        .findOne();
  }
}
