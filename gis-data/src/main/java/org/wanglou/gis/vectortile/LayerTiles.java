package org.wanglou.gis.vectortile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/**
 * Vector tiles of the layers, in EPSG:3857: geometry clipped to the tile and simplified by zoom;
 * properties are id, name, external_id, provenance, valid_from if it is still to come, valid_to if
 * there is one, and the layer's attributes but for tables. Made once for each revision of the
 * layer. For any number of threads; blocks.
 */
public final class LayerTiles {
  /** A revision that another node wrote is seen within this time; our own at once. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final long MEMORY_BYTES = 32L << 20;
  private static final long DISK_BYTES = 512L << 20;

  /**
   * @param revision of the layer that it shows
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // bytes on their way to the network, nobody compares them
  public record Tile(byte[] mvt, long revision) {}

  private record Known(Map<String, LayerType> layers, Instant until) {}

  private final Database database;
  private final Clock clock;
  private final KeptTiles kept;
  private final Map<String, CompletableFuture<Tile>> making = new ConcurrentHashMap<>();
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  /**
   * @param folder for tiles that were made; belongs to this class alone
   */
  public LayerTiles(Database database, Path folder, Clock clock) {
    this(database, clock, new KeptTiles(folder, MEMORY_BYTES, DISK_BYTES));
  }

  LayerTiles(Database database, Clock clock, KeptTiles kept) {
    this.database = database;
    this.clock = clock;
    this.kept = kept;
    database.afterWrite(this::forget);
  }

  /** Waits until what was made lies on disk. */
  void settle() {
    kept.settle();
  }

  private void forget(RealmId realm) {
    if (realm.equals(RealmId.REAL)) {
      known = new Known(Map.of(), Instant.MIN);
    }
  }

  /**
   * The layer as it is now.
   *
   * @throws Fault NOT_FOUND {@code layer.unknown}
   */
  public LayerType layer(String id) {
    var now = clock.instant();
    var fresh = known;
    if (!now.isBefore(fresh.until())) {
      var layers =
          database.reference(tx -> LayerTypes.all(tx)).stream()
              .collect(Collectors.toMap(LayerType::id, it -> it));
      fresh = new Known(layers, now.plus(LOOK_AGAIN));
      known = fresh;
    }
    var layer = fresh.layers().get(id);
    if (layer == null) {
      throw Fault.notFound("layer.unknown", id);
    }
    return layer;
  }

  /** One tile of the layer as it is now. */
  public Tile tile(LayerType layer, TileAddress address) {
    var key = key(layer.id(), layer.revision(), address);
    return kept.find(key)
        .map(mvt -> new Tile(mvt, layer.revision()))
        .orElseGet(() -> once(key, () -> make(layer, address)));
  }

  /** The first who asks makes it, the others who ask meanwhile wait for that. */
  private Tile once(String key, Supplier<Tile> make) {
    var mine = new CompletableFuture<Tile>();
    var others = making.putIfAbsent(key, mine);
    if (others != null) {
      return joined(others);
    }
    try {
      mine.complete(make.get());
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      making.remove(key);
    }
    return joined(mine);
  }

  private static Tile joined(CompletableFuture<Tile> tile) {
    try {
      return tile.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Kept under the revision that it shows, which may be newer than the one asked for. */
  private Tile make(LayerType layer, TileAddress address) {
    var made = database.reference(tx -> TileQuery.read(tx, layer, address, clock.instant()));
    kept.keep(key(layer.id(), made.revision(), address), made.mvt());
    return made;
  }

  private static String key(String layer, long revision, TileAddress address) {
    return layer + "/" + revision + "/" + address.path();
  }
}
