package org.wanglou.gis.osm;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openstreetmap.osmosis.osmbinary.Fileformat;

/** Where the blocks of a file end. */
final class PbfBlocks {
  private PbfBlocks() {}

  static List<Integer> ends(byte[] file) throws IOException {
    var ends = new ArrayList<Integer>();
    var in = new DataInputStream(new ByteArrayInputStream(file));
    int at = 0;
    while (at < file.length) {
      int length = in.readInt();
      var header = Fileformat.BlobHeader.parseFrom(in.readNBytes(length));
      in.skipNBytes(header.getDatasize());
      at += 4 + length + header.getDatasize();
      ends.add(at);
    }
    return ends;
  }
}
