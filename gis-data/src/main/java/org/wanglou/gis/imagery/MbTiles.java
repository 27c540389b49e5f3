package org.wanglou.gis.imagery;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.wanglou.gis.fault.Fault;

/**
 * An MBTiles file (version 1.3, raster), opened read-only. Its rows count northwards (TMS). The
 * file may come from anywhere: no extension is loaded, a view in it cannot call functions with side
 * effects, no question takes longer than some seconds, no picture is larger than a tile can be.
 */
final class MbTiles implements TileSource {
  private static final int PATIENCE_S = 5;
  private static final int MOST_METADATA = 100;
  private static final int MOST_TEXT = 500;

  private final Imagery about;
  private final Connection connection;

  private MbTiles(Imagery about, Connection connection) {
    this.about = about;
    this.connection = connection;
  }

  /**
   * @param known id, revision and what the configuration says of it
   * @throws Fault UNAVAILABLE {@code imagery.unreadable_file}, {@code imagery.not_raster}
   */
  static MbTiles open(Path file, FileNote known) {
    Connection connection = null;
    try {
      connection = connect(file);
      var metadata = metadata(connection);
      if (metadata.getOrDefault("format", "").equals("pbf")) {
        throw new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.not_raster");
      }
      return new MbTiles(describe(known, metadata, zooms(connection)), connection);
    } catch (SQLException | IllegalArgumentException | Fault e) {
      close(connection, e);
      if (e instanceof Fault fault) {
        throw fault;
      }
      var unreadable =
          new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.unreadable_file", e.getMessage());
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  private static void close(Connection connection, Exception because) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
  }

  private static Connection connect(Path file) throws SQLException {
    if (file.toString().contains("?")) {
      throw new SQLException("? in the file's name");
    }
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    var connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
    }
    return connection;
  }

  private static Map<String, String> metadata(Connection connection) throws SQLException {
    var values = new HashMap<String, String>();
    try (var query =
        connection.prepareStatement(
            "SELECT name, substr(value, 1, ?) FROM metadata WHERE length(value) < 100000 LIMIT ?")) {
      query.setQueryTimeout(PATIENCE_S);
      query.setInt(1, MOST_TEXT);
      query.setInt(2, MOST_METADATA);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getString(1) != null && rows.getString(2) != null) {
            values.put(rows.getString(1), rows.getString(2).strip());
          }
        }
      }
    }
    return values;
  }

  /** Of the tiles themselves: what the metadata says is not always true. */
  private static int[] zooms(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT min(zoom_level), max(zoom_level) FROM tiles")) {
      query.setQueryTimeout(PATIENCE_S);
      try (var row = query.executeQuery()) {
        return row.next() && row.getObject(1) != null
            ? new int[] {row.getInt(1), row.getInt(2)}
            : new int[] {0, 0};
      }
    }
  }

  private static Imagery describe(FileNote known, Map<String, String> metadata, int[] zooms) {
    return new Imagery(
        known.id(),
        known.name().or(() -> Optional.ofNullable(metadata.get("name"))).orElse(known.file()),
        Imagery.Kind.MBTILES,
        zooms[0],
        Math.min(TileAt.MAX_ZOOM, zooms[1]),
        Optional.ofNullable(metadata.get("bounds")).map(Bounds::of),
        known.attribution().orElseGet(() -> PlainText.of(metadata.getOrDefault("attribution", ""))),
        known.date().or(() -> Optional.ofNullable(metadata.get("date"))),
        known.datum(),
        known.revision());
  }

  @Override
  public Imagery about() {
    return about;
  }

  @Override
  public synchronized Optional<Tile> tile(TileAt at) {
    try (var query =
        connection.prepareStatement(
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
                + " AND length(tile_data) <= ? LIMIT 1")) {
      query.setQueryTimeout(PATIENCE_S);
      query.setInt(1, at.z());
      query.setInt(2, at.x());
      query.setInt(3, at.tmsRow());
      query.setInt(4, Picture.MOST_BYTES);
      try (var row = query.executeQuery()) {
        return row.next() && row.getBytes(1) != null
            ? Picture.of(row.getBytes(1)).map(Tile::of)
            : Optional.empty();
      }
    } catch (SQLException e) {
      var unreadable =
          new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.unreadable_file", e.getMessage());
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(about.id(), e);
    }
  }
}
