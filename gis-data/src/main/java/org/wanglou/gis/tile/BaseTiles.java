package org.wanglou.gis.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.terrain.StoredTerrain;
import org.wanglou.gis.terrain.TerrainPyramid;
import org.wanglou.gis.terrain.TerrainStore;

/**
 * The base map's tiles as PNG. Reads the newest dataset at the first call and again when another
 * one has been loaded; paints what is asked for and keeps it. For any number of threads; blocks, so
 * never call it from an event loop.
 */
public final class BaseTiles {
  private static final Logger LOG = LoggerFactory.getLogger(BaseTiles.class);

  /** A new dataset shows within this time. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private static final long MEMORY_BYTES = 32L << 20;
  private static final int LOCKS = 64;

  /** What is shown now: a map, and the pictures made of it. */
  private record Sheet(Ground ground, Optional<BaseMap> map, TileStore store, String revision) {}

  /** What a map is made of; its ids are part of a tile's address. */
  private record Ground(UUID dataset, Optional<StoredTerrain> terrain) {
    static Ground newest(Handle tx) {
      return new Ground(BaseMapReader.newest(tx).orElse(new UUID(0, 0)), TerrainStore.newest(tx));
    }

    /** Of the terrain's id only the part of chance: an address has to stay short. */
    String revision() {
      return dataset + terrain.map(it -> "-" + it.id().toString().substring(24)).orElse("");
    }
  }

  /**
   * A painted tile.
   *
   * @param revision of the map it shows; the same revision and address always give the same bytes
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // bytes on their way to the network, nobody compares them
  public record Picture(byte[] png, String revision) {}

  private final Database database;
  private final Path folder;
  private final Clock clock;
  private final TileRenderer renderer;
  private final Object[] painting = IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();
  private volatile Sheet sheet;
  private volatile Instant lookedAt = Instant.MIN;

  /**
   * @param folder for painted tiles; belongs to this class alone
   */
  public BaseTiles(Database database, Path folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
    ImageIO.setUseCache(false);
    var style = StyleReader.builtIn();
    this.renderer = new TileRenderer(style, LabelFonts.of(style.fonts()));
  }

  /**
   * One tile.
   *
   * @param style {@code day}, {@code night}, or {@code imagery}: roads and names on a clear ground
   * @throws Fault not found, when there is no such style
   */
  public Picture tile(String style, TileId tile) {
    var palette = renderer.style().palette(style);
    var now = sheet();
    var kept = now.store().find(style, tile);
    if (kept.isPresent()) {
      return new Picture(kept.get(), now.revision());
    }
    // One painter a tile: the others who ask for it wait and take the kept picture.
    synchronized (painting[Math.floorMod(tile.hashCode(), LOCKS)]) {
      var png =
          now.store()
              .find(style, tile)
              .orElseGet(
                  () -> {
                    var fresh = paint(now.map(), palette, tile.window());
                    now.store().keep(style, tile, fresh);
                    return fresh;
                  });
      return new Picture(png, now.revision());
    }
  }

  /** Changes with the dataset, the terrain and the look; a tile's address carries it. */
  public String revision() {
    return sheet().revision();
  }

  private byte[] paint(Optional<BaseMap> map, Palette palette, PixelWindow window) {
    var image =
        map.filter(m -> !renderer.isBlank(m, window))
            .map(m -> renderer.paint(m, palette, window))
            .orElseGet(() -> renderer.blank(palette, window));
    var png = new ByteArrayOutputStream(1 << 15);
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private Sheet sheet() {
    var shown = sheet;
    if (shown != null && clock.instant().isBefore(lookedAt.plus(LOOK_AGAIN))) {
      return shown;
    }
    synchronized (this) {
      if (sheet == null || !clock.instant().isBefore(lookedAt.plus(LOOK_AGAIN))) {
        lookedAt = clock.instant();
        refreshUnlessDatabaseIsAway();
      }
      return sheet;
    }
  }

  private void refreshUnlessDatabaseIsAway() {
    try {
      refresh();
    } catch (RuntimeException e) {
      if (sheet == null) {
        throw e;
      }
      LOG.warn("Whether a newer base map was loaded is not known; the present one stays.", e);
    }
  }

  private void refresh() {
    var newest = database.reference(Ground::newest);
    if (sheet != null && sheet.ground().revision().equals(newest.revision())) {
      return;
    }
    var began = System.nanoTime();
    var relief =
        newest.terrain().map(it -> new Relief(new TerrainPyramid(TerrainStore.open(database, it))));
    var map = database.reference(tx -> new BaseMapReader().read(tx, relief));
    var ground = new Ground(map.map(BaseMap::dataset).orElse(newest.dataset()), newest.terrain());
    var revision = ground.revision() + "-" + renderer.style().fingerprint();
    sheet = new Sheet(ground, map, new TileStore(folder, revision, MEMORY_BYTES), revision);
    LOG.info("Base map {} read in {} ms", revision, (System.nanoTime() - began) / 1_000_000);
  }
}
