package org.wanglou.gis.intake;

import java.util.Iterator;
import java.util.List;

/** A file that was unpacked and recognised. */
public interface SourceFile extends AutoCloseable {
  /**
   * Rows one by one, in the order of the file; close them also when they were not read to the end.
   */
  interface Rows extends Iterator<RawRow>, AutoCloseable {
    /** Share of the file that is read, 0 to 1; NaN when that cannot be said. */
    double share();

    @Override
    void close();
  }

  FileFormat format();

  /**
   * Its tables; never empty.
   *
   * @throws org.wanglou.gis.fault.Fault INVALID when the file cannot be read
   */
  List<SourceLayer> layers();

  /**
   * The rows of a table.
   *
   * @throws org.wanglou.gis.fault.Fault INVALID when the file cannot be read
   */
  Rows rows(SourceLayer layer);

  @Override
  default void close() {}
}
