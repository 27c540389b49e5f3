package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.wanglou.gis.fault.Fault;

/** Rows that ogr2ogr reads, as they come out of it. */
final class OgrRows implements SourceFile.Rows {
  private final Ogr ogr;
  private final BoundedProcess process;
  private final PgDump dump;
  private final long count;
  private final Set<Long> undecodable;
  private Optional<RawRow> ahead = Optional.empty();
  private boolean looked;
  private boolean ended;
  private long row;

  /**
   * @param driver of the file
   * @param arguments the file, the layer, and options between {@code ogr2ogr} and them
   * @param count rows that are expected; 0 when that is not known
   * @param undecodable rows whose texts do not fit the encoding
   */
  OgrRows(Ogr ogr, String driver, List<String> arguments, long count, List<Long> undecodable) {
    this.ogr = ogr;
    this.count = count;
    this.undecodable = new HashSet<>(undecodable);
    var line = new ArrayList<>(PgDump.options());
    // A shapefile of lines has multi-lines too, and curves are nothing that we keep.
    line.addAll(List.of("-nlt", "GEOMETRY", "-nlt", "CONVERT_TO_LINEAR"));
    line.add("/vsistdout/");
    line.addAll(arguments);
    this.process = ogr.start("ogr2ogr", List.of(driver, "PGDUMP"), line);
    this.dump = new PgDump(process.output());
  }

  List<SourceField> fields() {
    return dump.fields();
  }

  @Override
  public boolean hasNext() {
    if (!looked && !ended) {
      looked = true;
      try {
        ahead = dump.next();
      } catch (Fault brokenOff) {
        process.succeeded(); // so that its complaint is whole
        throw ogr.failed(process);
      }
      if (ahead.isEmpty()) {
        ended = true;
        if (!process.succeeded()) {
          throw ogr.failed(process);
        }
      }
    }
    return ahead.isPresent();
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    looked = false;
    row++;
    var next = ahead.orElseThrow();
    if (undecodable.contains(next.number())) {
      return new RawRow(
          next.number(), next.geometry(), Optional.of("import.encoding_row"), next.fields());
    }
    return next;
  }

  @Override
  public double share() {
    return count == 0 ? Double.NaN : Math.min(1, (double) row / count);
  }

  @Override
  public void close() {
    process.close();
  }
}
