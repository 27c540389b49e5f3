package org.wanglou.gis.intake;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/**
 * The texts of a DBF table, looked at for their encoding only: GDAL would put marks where bytes do
 * not fit, and nobody would see that the encoding was wrong.
 *
 * @param columns of all types, their names undecoded
 * @param rows that are not deleted
 */
record DbfTexts(List<Column> columns, long rows, TextEncoding encoding, int languageDriver) {
  private static final int HEADER = 32;
  private static final int HEADER_END = 0x0D;
  private static final int DELETED = '*';
  private static final int LANGUAGE_DRIVER = 29;
  private static final int GBK_DRIVER = 0x4D;

  /**
   * A column of any type.
   *
   * @param rawName its bytes as Latin-1
   */
  record Column(String rawName, char type, int offset, int length) {
    boolean isText() {
      return type == 'C' || type == 'M';
    }

    boolean isFull(byte[] row) {
      return cell(row).remaining() >= length - 3;
    }

    ByteBuffer cell(byte[] row) {
      int end = offset + length;
      while (end > offset && (row[end - 1] == ' ' || row[end - 1] == 0)) {
        end--;
      }
      return ByteBuffer.wrap(row, offset, end - offset);
    }
  }

  /** What is told of each row. */
  @FunctionalInterface
  interface RowSeen {
    void row(long number, byte[] bytes);
  }

  /**
   * @throws Fault INVALID {@code import.dbf}
   */
  static DbfTexts of(Path file) {
    var encoding = new TextEncoding();
    var columns = new ArrayList<Column>();
    long[] rows = {0};
    int driver =
        walk(
            file,
            columns,
            (number, bytes) -> {
              rows[0] = number;
              for (var column : columns) {
                if (column.isText()) {
                  encoding.add(column.cell(bytes), column.isFull(bytes));
                }
              }
            });
    columns.forEach(
        column ->
            encoding.add(
                ByteBuffer.wrap(column.rawName().getBytes(StandardCharsets.ISO_8859_1)), true));
    return new DbfTexts(List.copyOf(columns), rows[0], encoding, driver);
  }

  /** Numbers of the rows with a text that does not fit the encoding, the first of them. */
  static List<Long> rowsThatDoNotFit(Path file, String encoding, int most) {
    var bad = new ArrayList<Long>();
    var columns = new ArrayList<Column>();
    walk(
        file,
        columns,
        (number, bytes) -> {
          boolean fits =
              columns.stream()
                  .filter(Column::isText)
                  .allMatch(
                      column ->
                          TextEncoding.fits(encoding, column.cell(bytes), column.isFull(bytes)));
          if (!fits && bad.size() < most) {
            bad.add(number);
          }
        });
    return bad;
  }

  /** What the header says, where it says anything clear. */
  Optional<String> declared() {
    return languageDriver == GBK_DRIVER ? Optional.of(TextEncoding.GBK) : Optional.empty();
  }

  private static int walk(Path file, List<Column> columns, RowSeen seen) {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      var header = new byte[HEADER];
      in.readFully(header);
      long count = Integer.toUnsignedLong(Integer.reverseBytes(ByteBuffer.wrap(header).getInt(4)));
      int headerBytes =
          Short.toUnsignedInt(Short.reverseBytes(ByteBuffer.wrap(header).getShort(8)));
      int rowBytes = Short.toUnsignedInt(Short.reverseBytes(ByteBuffer.wrap(header).getShort(10)));
      var rest = new byte[Math.max(0, headerBytes - HEADER)];
      in.readFully(rest);
      readColumns(rest, rowBytes, columns);
      var row = new byte[Math.max(1, rowBytes)];
      long number = 0;
      for (long i = 0; i < count; i++) {
        try {
          in.readFully(row);
        } catch (EOFException e) {
          break; // the shapes tell how many rows there have to be
        }
        if (row[0] != DELETED) {
          seen.row(++number, row);
        }
      }
      return header[LANGUAGE_DRIVER] & 0xFF;
    } catch (EOFException e) {
      throw Fault.invalid("/file", "import.dbf", file.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readColumns(byte[] header, int rowBytes, List<Column> columns) {
    int offset = 1;
    for (int at = 0; at + HEADER <= header.length && header[at] != HEADER_END; at += HEADER) {
      int nameEnd = at;
      while (nameEnd < at + 11 && header[nameEnd] != 0) {
        nameEnd++;
      }
      char type = (char) header[at + 11];
      int length = header[at + 16] & 0xFF;
      if (type == 'C') {
        length |= (header[at + 17] & 0xFF) << 8; // long texts keep their high byte here
      }
      if (offset + length > rowBytes) {
        break;
      }
      columns.add(
          new Column(
              new String(header, at, nameEnd - at, StandardCharsets.ISO_8859_1),
              type,
              offset,
              length));
      offset += length;
    }
  }
}
