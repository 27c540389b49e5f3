package org.wanglou.gis.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file being read, which knows how far. */
final class CountedInput extends FilterInputStream {
  private final long size;
  private long read;

  private CountedInput(InputStream in, long size) {
    super(in);
    this.size = size;
  }

  static CountedInput of(Path file) {
    try {
      return new CountedInput(Files.newInputStream(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double share() {
    return size == 0 ? 1 : Math.min(1, (double) read / size);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    read += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n = super.read(into, offset, length);
    read += Math.max(0, n);
    return n;
  }
}
