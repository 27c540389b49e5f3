package org.wanglou.gis.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.wanglou.gis.fault.Fault;

/** Separated text: comma, semicolon or tab; UTF-8, GBK or, with a byte order mark, UTF-16. */
final class CsvSource implements SourceFile {
  private final Path file;
  private final Optional<String> asked;

  CsvSource(Upload upload, Optional<String> askedEncoding) {
    this.file = upload.main();
    this.asked = askedEncoding;
  }

  @Override
  public FileFormat format() {
    return FileFormat.CSV;
  }

  @Override
  public List<SourceLayer> layers() {
    var encoding = encoding();
    var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    try (var rows = new CsvRows(file, charset(encoding.orElse(TextEncoding.UTF_8)))) {
      return List.of(
          new SourceLayer(
              name,
              OptionalLong.empty(),
              Optional.empty(),
              rows.columns.fields(),
              Optional.empty(),
              encoding,
              0));
    }
  }

  @Override
  public Rows rows(SourceLayer layer) {
    var encoding =
        layer.encoding().orElseThrow(() -> Fault.invalid("/encoding", "import.encoding_ask"));
    return new CsvRows(file, charset(encoding));
  }

  /** Lines are the texts that are judged: they end at ASCII in both encodings. */
  private Optional<String> encoding() {
    if (asked.isPresent()) {
      return asked;
    }
    if (hasMark()) {
      return Optional.of(TextEncoding.UTF_8);
    }
    var judge = new TextEncoding();
    try (var in = new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var line = new java.io.ByteArrayOutputStream(1 << 10);
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n' || line.size() > 1 << 20) {
          judge.add(ByteBuffer.wrap(line.toByteArray()), b != '\n');
          line.reset();
        }
      }
      judge.add(ByteBuffer.wrap(line.toByteArray()), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!judge.fits(TextEncoding.UTF_8) && !judge.fits(TextEncoding.GBK)) {
      throw Fault.invalid("/encoding", "import.encoding_neither");
    }
    return judge.decided();
  }

  private boolean hasMark() {
    return mark(file).isPresent();
  }

  private Charset charset(String encoding) {
    return mark(file).orElseGet(() -> TextEncoding.charset(encoding));
  }

  private static Optional<Charset> mark(Path file) {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(3);
      if (head.length == 3 && head[0] == -17 && head[1] == -69 && head[2] == -65) {
        return Optional.of(StandardCharsets.UTF_8);
      }
      if (head.length > 1
          && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1))) {
        return Optional.of(StandardCharsets.UTF_16);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class CsvRows implements Rows {
    private final CountedInput counted;
    private final Reader reader;
    private final CsvText text;
    final TableColumns columns;
    private List<String> ahead;
    private boolean looked;
    private long row;

    CsvRows(Path file, Charset charset) {
      counted = CountedInput.of(file);
      var action = CodingErrorAction.REPLACE; // the row with the mark is rejected
      reader =
          new BufferedReader(
              new InputStreamReader(
                  counted,
                  charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action)),
              1 << 16);
      text = new CsvText(reader, separator());
      var header = text.next();
      if (header == null) {
        throw Fault.invalid("/file", "import.no_header");
      }
      columns = TableColumns.of(header);
    }

    /** The one that stands most often in the first line; skips a byte order mark. */
    private char separator() {
      try {
        reader.mark(1 << 15);
        int first = reader.read();
        if (first != '\ufeff') {
          reader.reset();
        }
        reader.mark(1 << 15);
        var counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < 1 << 14; i++) {
          int c = reader.read();
          if (c < 0 || (c == '\n' && !quoted)) {
            break;
          }
          quoted ^= c == '"';
          int at = quoted ? -1 : ",;\t".indexOf(c);
          if (at >= 0) {
            counts[at]++;
          }
        }
        reader.reset();
        return counts[2] > counts[0] && counts[2] >= counts[1]
            ? '\t'
            : counts[1] > counts[0] ? ';' : ',';
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      if (!looked) {
        looked = true;
        ahead = text.next();
      }
      return ahead != null;
    }

    @Override
    public RawRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      looked = false;
      var cells = ahead;
      row++;
      boolean undecodable = cells.stream().anyMatch(cell -> cell.indexOf('\ufffd') >= 0);
      return new RawRow(
          row,
          Optional.empty(),
          undecodable ? Optional.of("import.encoding_row") : Optional.empty(),
          columns.row(cells));
    }

    @Override
    public double share() {
      return counted.share();
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
