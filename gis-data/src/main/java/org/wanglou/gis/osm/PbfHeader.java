package org.wanglou.gis.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;

/**
 * What the first blob says of the whole file.
 *
 * @param bounds longitude and latitude of what was cut out, when it says so
 * @param dataDate day of the OSM database that it was cut from, when it says so
 */
record PbfHeader(Optional<Envelope> bounds, Optional<LocalDate> dataDate) {
  private static final double UNITS_PER_DEGREE = 1e9;

  static PbfHeader of(Path file, byte[] blob) {
    try {
      var header = HeaderBlock.parseFrom(content(file, Fileformat.Blob.parseFrom(blob)));
      return new PbfHeader(bounds(header), date(header));
    } catch (InvalidProtocolBufferException e) {
      throw OsmFaults.truncated(file, 0, e);
    }
  }

  private static byte[] content(Path file, Fileformat.Blob blob) {
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    var packed = new ByteArrayInputStream(blob.getZlibData().toByteArray());
    try (var in = new InflaterInputStream(packed)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw OsmFaults.truncated(file, 0, e);
    }
  }

  private static Optional<Envelope> bounds(HeaderBlock header) {
    if (!header.hasBbox()) {
      return Optional.empty();
    }
    var box = header.getBbox();
    return Optional.of(
        new Envelope(
            box.getLeft() / UNITS_PER_DEGREE,
            box.getRight() / UNITS_PER_DEGREE,
            box.getBottom() / UNITS_PER_DEGREE,
            box.getTop() / UNITS_PER_DEGREE));
  }

  private static Optional<LocalDate> date(HeaderBlock header) {
    return header.hasOsmosisReplicationTimestamp()
        ? Optional.of(
            Instant.ofEpochSecond(header.getOsmosisReplicationTimestamp())
                .atZone(ZoneOffset.UTC)
                .toLocalDate())
        : Optional.empty();
  }
}
