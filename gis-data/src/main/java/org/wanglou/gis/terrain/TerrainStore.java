package org.wanglou.gis.terrain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** The only writer of the tables terrain, terrain_source and terrain_block. */
public final class TerrainStore {
  private static final String NEWEST =
      """
      SELECT id, west, north, step_lon, step_lat, columns, rows, void_posts, lowest_m, highest_m,
             loaded_at
        FROM terrain
       ORDER BY loaded_at DESC, id DESC
       LIMIT 1""";

  private static final String SOURCES =
      """
      SELECT name, source, provenance, data_date, accuracy_m
        FROM terrain_source
       WHERE terrain = :terrain
       ORDER BY place""";

  // A square without a row is void; no answer at all means that the terrain itself is gone.
  private static final String BLOCK =
      """
      SELECT b.heights
        FROM terrain t
        LEFT JOIN terrain_block b
          ON b.terrain = t.id AND b.block_column = :column AND b.block_row = :row
       WHERE t.id = :terrain""";

  private TerrainStore() {}

  /** The terrain in force. */
  public static Optional<StoredTerrain> newest(Handle tx) {
    return tx.createQuery(NEWEST).map((row, c) -> stored(tx, row)).findOne();
  }

  /**
   * Puts the heights in force in place of those before, in the caller's transaction.
   *
   * @param sources what the heights were made of, at least one
   */
  public static StoredTerrain replace(Handle tx, TerrainGrid grid, List<TerrainSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("heights without a source");
    }
    remove(tx);
    var id = Uuid7.system().next();
    insert(tx, id, grid.posts());
    for (int i = 0; i < sources.size(); i++) {
      insert(tx, id, i, sources.get(i));
    }
    insertBlocks(tx, id, grid);
    return newest(tx).orElseThrow();
  }

  /**
   * Adds heights to those in force: the new ones stand before the old ones, whose voids they fill
   * and whose area they widen. Invented heights are not kept beside measured ones.
   */
  public static StoredTerrain merge(Handle tx, TerrainGrid grid, TerrainSource source) {
    var before = newest(tx).filter(it -> it.isSynthetic() == source.isSynthetic());
    if (before.isEmpty()) {
      return replace(tx, grid, List.of(source));
    }
    var sources = new ArrayList<TerrainSource>();
    sources.add(source);
    sources.addAll(before.get().sources());
    var both = TerrainMosaic.of(List.of(grid, open(tx, before.get())));
    return replace(tx, both, sources);
  }

  /** Leaves no terrain. */
  public static void remove(Handle tx) {
    tx.execute("DELETE FROM terrain");
  }

  /** Takes away what a generator made, because roads of another source do not lie on it. */
  public static void removeSynthetic(Handle tx) {
    newest(tx).filter(StoredTerrain::isSynthetic).ifPresent(terrain -> remove(tx));
  }

  /**
   * The heights, each square read at its first use; at most {@value StoredBlocks#MOST_HELD} squares
   * of 256 kB are held.
   */
  public static TerrainGrid open(Database database, StoredTerrain terrain) {
    return new TerrainGrid(
        terrain.posts(),
        new StoredBlocks(
            terrain.posts(),
            (column, row) -> database.reference(tx -> block(tx, terrain.id(), column, row))));
  }

  /** The heights within a transaction that may have written them itself. */
  public static TerrainGrid open(Handle tx, StoredTerrain terrain) {
    return new TerrainGrid(
        terrain.posts(),
        new StoredBlocks(terrain.posts(), (column, row) -> block(tx, terrain.id(), column, row)));
  }

  private static float[] block(Handle tx, UUID terrain, int column, int row) {
    return tx.createQuery(BLOCK)
        .bind("terrain", terrain)
        .bind("column", column)
        .bind("row", row)
        .map((found, c) -> heights(found.getBytes("heights")))
        .findOne()
        .orElseThrow(() -> new Fault(Fault.Kind.UNAVAILABLE, "", "terrain.replaced"));
  }

  private static float[] heights(byte[] stored) {
    return stored == null ? Blocks.VOID : TerrainCoding.decoded(stored);
  }

  private static void insert(Handle tx, UUID id, Posts posts) {
    tx.createUpdate(
            """
            INSERT INTO terrain (id, west, north, step_lon, step_lat, columns, rows, void_posts)
            VALUES (:id, :west, :north, :stepLon, :stepLat, :columns, :rows, 0)""")
        .bind("id", id)
        .bind("west", posts.west())
        .bind("north", posts.north())
        .bind("stepLon", posts.stepLon())
        .bind("stepLat", posts.stepLat())
        .bind("columns", posts.columns())
        .bind("rows", posts.rows())
        .execute();
  }

  private static void insert(Handle tx, UUID id, int place, TerrainSource source) {
    tx.createUpdate(
            """
            INSERT INTO terrain_source (terrain, place, name, source, provenance, data_date,
                                        accuracy_m)
            VALUES (:id, :place, :name, :source, :provenance, :date, :accuracy)""")
        .bind("id", id)
        .bind("place", place)
        .bind("name", source.name())
        .bind("source", source.source())
        .bind("provenance", source.provenance())
        .bind("date", source.dataDate().orElse(null))
        .bind("accuracy", boxed(source.accuracyM()))
        .execute();
  }

  private static void insertBlocks(Handle tx, UUID id, TerrainGrid grid) {
    var figures = new HeightFigures(grid.posts().count());
    var insert =
        tx.prepareBatch(
            """
            INSERT INTO terrain_block (terrain, block_column, block_row, heights)
            VALUES (:terrain, :column, :row, :heights)""");
    for (int row = 0; row < Blocks.count(grid.posts().rows()); row++) {
      for (int column = 0; column < Blocks.count(grid.posts().columns()); column++) {
        var heights = grid.block(column, row);
        if (figures.add(heights)) {
          insert
              .bind("terrain", id)
              .bind("column", column)
              .bind("row", row)
              .bind("heights", TerrainCoding.encoded(heights))
              .add();
        }
      }
      if (insert.size() > 0) {
        insert.execute();
      }
    }
    tx.createUpdate(
            """
            UPDATE terrain SET void_posts = :voids, lowest_m = :lowest, highest_m = :highest
             WHERE id = :id""")
        .bind("id", id)
        .bind("voids", figures.voids())
        .bind("lowest", boxed(figures.lowestM()))
        .bind("highest", boxed(figures.highestM()))
        .execute();
  }

  private static StoredTerrain stored(Handle tx, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new StoredTerrain(
        id,
        new Posts(
            row.getDouble("west"),
            row.getDouble("north"),
            row.getDouble("step_lon"),
            row.getDouble("step_lat"),
            row.getInt("columns"),
            row.getInt("rows")),
        row.getLong("void_posts"),
        number(row, "lowest_m"),
        number(row, "highest_m"),
        row.getTimestamp("loaded_at").toInstant(),
        sources(tx, id));
  }

  private static List<TerrainSource> sources(Handle tx, UUID terrain) {
    return tx.createQuery(SOURCES)
        .bind("terrain", terrain)
        .map(
            (row, c) ->
                new TerrainSource(
                    row.getString("name"),
                    row.getString("source"),
                    row.getString("provenance"),
                    Optional.ofNullable(row.getObject("data_date", LocalDate.class)),
                    number(row, "accuracy_m")))
        .list();
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
