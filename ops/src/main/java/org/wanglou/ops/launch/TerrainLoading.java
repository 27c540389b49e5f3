package org.wanglou.ops.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.StoredTerrain;
import org.wanglou.gis.terrain.TerrainIntake;
import org.wanglou.gis.terrain.TerrainSource;
import org.wanglou.gis.terrain.TerrainStore;

/** Puts the file of heights that was asked for in place of the terrain that is there. */
final class TerrainLoading {
  private final Database database;
  private final Voice voice;
  private final Clock clock;

  TerrainLoading(Database database, Voice voice, Clock clock) {
    this.database = database;
    this.voice = voice;
    this.clock = clock;
  }

  /**
   * @throws Fault INVALID {@code launch.terrain_without_crs}, or what is wrong with the file
   */
  void ensure(Path file, Optional<String> crs) {
    var name = file.getFileName().toString();
    var source = name + ", " + Fingerprint.of(file);
    if (database.reference(TerrainStore::newest).filter(it -> isOf(it, source)).isPresent()) {
      return;
    }
    voice.say("launch.reading_terrain", file);
    var line = new ProgressLine(voice, clock);
    var heights =
        TerrainIntake.read(
            file,
            name,
            crs(file, name, crs),
            (done, total) -> line.at("launch.phase_terrain", done, total));
    var origin =
        new TerrainSource(name, source, "IMPORTED", Optional.empty(), OptionalDouble.empty());
    var stored = database.reference(tx -> TerrainStore.replace(tx, heights, List.of(origin)));
    voice.say(
        "launch.terrain_stored",
        Math.round(stored.resolutionM()),
        Math.round(stored.voidShare() * 1_000) / 10.0);
  }

  private static boolean isOf(StoredTerrain terrain, String source) {
    return terrain.sources().stream().anyMatch(it -> it.source().equals(source));
  }

  /** The form of an HGT file says its system; of any other it has to be told. */
  private static SourceCrs crs(Path file, String name, Optional<String> told) {
    boolean hgt = name.toLowerCase(Locale.ROOT).matches(".*\\.hgt(\\.zip)?");
    return SourceCrs.of(
        told.or(() -> hgt ? Optional.of("EPSG:4326") : Optional.empty())
            .orElseThrow(() -> Fault.invalid("", "launch.terrain_without_crs", file)));
  }
}
