package org.wanglou.gis.osm;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/**
 * Writes small PBF files by hand. Nodes stand on a grid of 0.001 degrees (some 100 m) from 110 E 36
 * N: {@code node(1, 0, 0)}. Tags are "key=value" texts.
 */
final class TinyPbf {
  private static final int NANODEGREES_PER_UNIT = 100;
  private static final long UNITS_PER_STEP = 10_000;

  private boolean zipped;
  private final List<String> strings = new ArrayList<>(List.of(""));
  private final Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder relations = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.HeaderBlock.Builder header =
      Osmformat.HeaderBlock.newBuilder()
          .addRequiredFeatures("OsmSchema-V0.6")
          .addRequiredFeatures("DenseNodes");

  /** Packed as real files are. */
  TinyPbf zipped() {
    zipped = true;
    return this;
  }

  TinyPbf boundedBy(double west, double south, double east, double north) {
    header.setBbox(
        Osmformat.HeaderBBox.newBuilder()
            .setLeft(Math.round(west * 1e9))
            .setBottom(Math.round(south * 1e9))
            .setRight(Math.round(east * 1e9))
            .setTop(Math.round(north * 1e9)));
    return this;
  }

  TinyPbf replicatedAt(long epochSecond) {
    header.setOsmosisReplicationTimestamp(epochSecond);
    return this;
  }

  TinyPbf node(long id, double column, double row, String... tags) {
    var node =
        Osmformat.Node.newBuilder()
            .setId(id)
            .setLon(Math.round((110 * 1000 + column) * UNITS_PER_STEP))
            .setLat(Math.round((36 * 1000 + row) * UNITS_PER_STEP));
    for (var tag : tags) {
      node.addKeys(string(key(tag))).addVals(string(value(tag)));
    }
    nodes.addNodes(node);
    return this;
  }

  TinyPbf way(long id, List<Integer> refs, String... tags) {
    var way = Osmformat.Way.newBuilder().setId(id);
    long before = 0;
    for (long ref : refs) {
      way.addRefs(ref - before);
      before = ref;
    }
    for (var tag : tags) {
      way.addKeys(string(key(tag))).addVals(string(value(tag)));
    }
    ways.addWays(way);
    return this;
  }

  /** Members are "role:w7", "role:n3". */
  TinyPbf relation(long id, List<String> members, String... tags) {
    var relation = Osmformat.Relation.newBuilder().setId(id);
    long before = 0;
    for (var member : members) {
      int colon = member.indexOf(':');
      long ref = Long.parseLong(member.substring(colon + 2));
      relation.addRolesSid(string(member.substring(0, colon)));
      relation.addMemids(ref - before);
      relation.addTypes(
          member.charAt(colon + 1) == 'w'
              ? Osmformat.Relation.MemberType.WAY
              : Osmformat.Relation.MemberType.NODE);
      before = ref;
    }
    for (var tag : tags) {
      relation.addKeys(string(key(tag))).addVals(string(value(tag)));
    }
    relations.addRelations(relation);
    return this;
  }

  Path write(Path file) {
    try {
      Files.write(file, bytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes() throws IOException {
    var out = new ByteArrayOutputStream();
    blob(out, "OSMHeader", header.build().toByteString());
    for (var group : List.of(nodes, ways, relations)) {
      var block =
          Osmformat.PrimitiveBlock.newBuilder()
              .setGranularity(NANODEGREES_PER_UNIT)
              .setStringtable(stringTable())
              .addPrimitivegroup(group);
      blob(out, "OSMData", block.build().toByteString());
    }
    return out.toByteArray();
  }

  private Osmformat.StringTable stringTable() {
    var table = Osmformat.StringTable.newBuilder();
    strings.forEach(s -> table.addS(ByteString.copyFrom(s, StandardCharsets.UTF_8)));
    return table.build();
  }

  private void blob(ByteArrayOutputStream out, String type, ByteString content) throws IOException {
    var packed = Fileformat.Blob.newBuilder();
    if (zipped) {
      packed.setRawSize(content.size()).setZlibData(zip(content));
    } else {
      packed.setRaw(content);
    }
    var blob = packed.build().toByteArray();
    var header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    var data = new DataOutputStream(out);
    data.writeInt(header.length);
    data.write(header);
    data.write(blob);
  }

  private static ByteString zip(ByteString content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new DeflaterOutputStream(bytes)) {
      content.writeTo(zip);
    }
    return ByteString.copyFrom(bytes.toByteArray());
  }

  private int string(String text) {
    int known = strings.indexOf(text);
    if (known < 0) {
      strings.add(text);
      return strings.size() - 1;
    }
    return known;
  }

  private static String key(String tag) {
    return tag.substring(0, tag.indexOf('='));
  }

  private static String value(String tag) {
    return tag.substring(tag.indexOf('=') + 1);
  }
}
