package org.wanglou.gis.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes one format, row by row; what is written is whole only after the close. */
interface FeatureWriter extends Closeable {
  void write(ExportRow row) throws IOException;
}
