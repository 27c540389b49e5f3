package org.wanglou.gis.db;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows for one table, streamed by PostgreSQL's COPY in its text format; ten times as fast as
 * batched inserts. Close it, or nothing is stored.
 */
public final class CopyRows implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Writer out;
  private final WKBWriter wkb = new WKBWriter();
  private boolean rowBegun;

  /**
   * @param target table and columns, as they stand in a COPY statement
   */
  public CopyRows(Handle tx, String target) {
    try {
      var connection = tx.getConnection().unwrap(PGConnection.class);
      var stream = new PGCopyOutputStream(connection, "COPY " + target + " FROM STDIN", BUFFER);
      this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    } catch (SQLException e) {
      throw new IllegalStateException("COPY " + target, e);
    }
  }

  /** The next column: null or an empty Optional, a geometry, a collection of scalars, a scalar. */
  public CopyRows put(Object value) {
    write(rowBegun ? "\t" : "");
    rowBegun = true;
    write(text(value));
    return this;
  }

  public void endRow() {
    write("\n");
    rowBegun = false;
  }

  private String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return text(optional.orElse(null));
    } else if (value == null) {
      return "\\N";
    } else if (value instanceof Geometry geometry) {
      return "SRID=4490;" + WKBWriter.toHex(wkb.write(geometry));
    } else if (value instanceof Collection<?> many) {
      return escaped(array(many));
    }
    return escaped(value.toString());
  }

  /** PostgreSQL's array literal. */
  private static String array(Collection<?> many) {
    var literal = new StringBuilder("{");
    for (var one : many) {
      literal.append(literal.length() > 1 ? "," : "").append('"');
      literal.append(one.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return literal.append('}').toString();
  }

  private static String escaped(String text) {
    return text.replace("\0", "")
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
