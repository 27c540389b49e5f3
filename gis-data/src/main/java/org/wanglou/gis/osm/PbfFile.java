package org.wanglou.gis.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.SkipOptions;
import com.graphhopper.reader.osm.pbf.PbfBlobDecoder;
import com.graphhopper.reader.osm.pbf.PbfBlobDecoderListener;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.wanglou.gis.fault.Fault;

/**
 * The blobs of a PBF file, one after the other. GraphHopper's own file reader runs threads that
 * wait for ever when a blob is broken; here its decoder is called directly, so that whatever is
 * wrong ends in a {@link Fault} on the calling thread.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF format</a>
 */
final class PbfFile {
  /** Limits of the format: a larger number means that this is something else. */
  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private static final int MAX_BLOB_BYTES = 32 * 1024 * 1024;

  private final Path file;
  private final Progress progress;
  private final long size;

  PbfFile(Path file, Progress progress) {
    this.file = file;
    this.progress = progress;
    if (!Files.isRegularFile(file)) {
      throw OsmFaults.missing(file);
    }
    try {
      this.size = Files.size(file);
    } catch (IOException e) {
      throw OsmFaults.unreadable(file, e);
    }
    if (size == 0) {
      throw OsmFaults.empty(file);
    }
  }

  Path path() {
    return file;
  }

  long size() {
    return size;
  }

  PbfHeader header() {
    try (var in = open()) {
      var blob = nextBlob(in, 0);
      checkContent(blob.bytes(), 0);
      return PbfHeader.of(file, blob.bytes());
    } catch (IOException e) {
      throw OsmFaults.unreadable(file, e);
    }
  }

  /** Hands every element that is not skipped to {@code taker}, in the order of the file. */
  void read(String phase, SkipOptions skip, Consumer<ReaderElement> taker) {
    try (var in = open()) {
      long at = 0;
      for (var blob = nextBlob(in, at); blob != null; blob = nextBlob(in, at)) {
        at += blob.lengthInFile();
        checkContent(blob.bytes(), at);
        decode(blob, at, skip, taker);
        progress.at(phase, at, size);
      }
    } catch (IOException e) {
      throw OsmFaults.unreadable(file, e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read once and thrown away; never compared
  private record Blob(String type, byte[] bytes, long lengthInFile) {}

  private DataInputStream open() throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** The next blob, or null at the proper end of the file. */
  private Blob nextBlob(DataInputStream in, long at) throws IOException {
    if (at == size) {
      return null;
    }
    try {
      int headerBytes = in.readInt();
      if (headerBytes <= 0 || headerBytes > MAX_HEADER_BYTES) {
        throw broken(at);
      }
      var header = BlobHeader.parseFrom(exactly(in, headerBytes));
      if (header.getDatasize() < 0 || header.getDatasize() > MAX_BLOB_BYTES) {
        throw broken(at);
      }
      if (at == 0 && !header.getType().equals("OSMHeader")) {
        throw OsmFaults.notPbf(file);
      }
      var bytes = exactly(in, header.getDatasize());
      return new Blob(header.getType(), bytes, 4L + headerBytes + bytes.length);
    } catch (InvalidProtocolBufferException e) {
      throw broken(at);
    } catch (EOFException e) {
      throw OsmFaults.truncated(file, at, e);
    }
  }

  /** What cannot be read at the very start is no PBF; further on it was one. */
  private Fault broken(long at) {
    return at == 0 ? OsmFaults.notPbf(file) : OsmFaults.truncated(file, at);
  }

  private static byte[] exactly(DataInputStream in, int count) throws IOException {
    var bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** A damaged size must not make the decoder ask for all the memory there is. */
  private void checkContent(byte[] bytes, long at) {
    try {
      var content = Fileformat.Blob.parseFrom(bytes);
      if (!content.hasRaw() && !content.hasZlibData()) {
        throw OsmFaults.otherCompression(file);
      }
      if (content.getRawSize() < 0 || content.getRawSize() > MAX_BLOB_BYTES) {
        throw OsmFaults.truncated(file, at);
      }
    } catch (InvalidProtocolBufferException e) {
      throw OsmFaults.truncated(file, at, e);
    }
  }

  private void decode(Blob blob, long at, SkipOptions skip, Consumer<ReaderElement> taker) {
    new PbfBlobDecoder(
            blob.type(),
            blob.bytes(),
            new PbfBlobDecoderListener() {
              @Override
              public void complete(List<ReaderElement> elements) {
                elements.forEach(taker);
              }

              @Override
              public void error(Exception cause) {
                throw cause instanceof Fault fault ? fault : OsmFaults.truncated(file, at, cause);
              }
            },
            skip)
        .run();
  }
}
