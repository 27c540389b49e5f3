package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.dataset.SharedData;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.fault.Fault;

@Timeout(60)
class OsmFaultsTest {
  @TempDir Path folder;

  @Test
  void a_missing_file_a_folder_and_an_empty_file_are_told_apart() throws IOException {
    assertThat(refusal(folder.resolve("nowhere.osm.pbf"))).isEqualTo("osm.missing");
    assertThat(refusal(folder)).isEqualTo("osm.missing");
    assertThat(refusal(file(new byte[0]))).isEqualTo("osm.empty");
  }

  @Test
  void what_is_no_pbf_is_refused_as_such() throws IOException {
    assertThat(
            refusal(
                file("some text, long enough to hold a header".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("osm.not_pbf");
    assertThat(refusal(file("<?xml version='1.0'?><osm/>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("osm.not_pbf");
    assertThat(refusal(file(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0})))
        .isEqualTo("osm.not_pbf");
    assertThat(refusal(file(new byte[] {0, 0, 0, 5, 1, 2, 3, 4, 5, 6, 7})))
        .isEqualTo("osm.not_pbf");
    assertThat(refusal(file(new byte[100]))).isEqualTo("osm.not_pbf");
  }

  @Test
  void the_fault_names_the_file() {
    var missing = folder.resolve("nowhere.osm.pbf");
    var fault = catchThrowableOfType(Fault.class, () -> OsmReader.read(missing, Progress.NONE));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID);
    assertThat(fault.details().get(0).args()).containsExactly(missing);
  }

  @Test
  void a_file_without_roads_is_refused() {
    var pbf =
        new TinyPbf()
            .node(1, 0, 0)
            .node(2, 1, 0)
            .way(1, List.of(1, 2), "waterway=river")
            .way(2, List.of(1, 2), "highway=construction");
    assertThat(refusal(pbf.write(folder.resolve("river.osm.pbf")))).isEqualTo("osm.no_roads");
  }

  @Test
  void a_small_file_cut_off_anywhere_is_refused_unless_only_whole_relations_are_gone()
      throws IOException {
    var whole = Files.readAllBytes(town().write(folder.resolve("town.osm.pbf")));
    var ends = PbfBlocks.ends(whole);
    int endOfWays = ends.get(ends.size() - 2);
    assertThat(refusal(file(Arrays.copyOf(whole, endOfWays)))).isEmpty();
    for (int length = 1; length < whole.length; length += length == endOfWays - 1 ? 2 : 1) {
      assertThat(refusal(file(Arrays.copyOf(whole, length))))
          .as("cut after %d of %d bytes", length, whole.length)
          .isIn("osm.not_pbf", "osm.truncated", "osm.no_roads");
    }
  }

  @Test
  @Tag("realdata")
  void a_country_cut_off_in_a_block_or_between_blocks_is_refused() throws IOException {
    var whole = Files.readAllBytes(SharedData.require(SharedData.LIECHTENSTEIN));
    for (double share : new double[] {0.05, 0.3, 0.6, 0.8, 0.95, 0.999}) {
      assertThat(refusal(file(Arrays.copyOf(whole, (int) (whole.length * share)))))
          .isEqualTo("osm.truncated");
    }
    int blocks = PbfBlocks.ends(whole).size();
    for (int n : List.of(1, blocks / 4, blocks / 2, blocks * 3 / 4)) {
      int end = PbfBlocks.ends(whole).get(n);
      assertThat(refusal(file(Arrays.copyOf(whole, end))))
          .as("cut after block %d of %d", n, blocks)
          .isIn("osm.truncated", "osm.no_roads");
    }
  }

  @Test
  @Tag("realdata")
  void a_country_with_a_block_missing_in_the_middle_is_refused() throws IOException {
    var whole = Files.readAllBytes(SharedData.require(SharedData.LIECHTENSTEIN));
    var ends = PbfBlocks.ends(whole);
    int from = ends.get(2);
    int to = ends.get(ends.size() / 2);
    var holed = new byte[whole.length - (to - from)];
    System.arraycopy(whole, 0, holed, 0, from);
    System.arraycopy(whole, to, holed, from, whole.length - to);
    assertThat(refusal(file(holed))).isEqualTo("osm.truncated");
  }

  @Test
  void damaged_bytes_end_in_a_fault_or_a_dataset_but_never_in_anything_else() throws IOException {
    var chance = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      var town = round % 2 == 0 ? town() : town().zipped();
      var damaged = Files.readAllBytes(town.write(folder.resolve("town.osm.pbf")));
      for (int hits = 1 + chance.nextInt(3); hits > 0; hits--) {
        damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt();
      }
      try {
        OsmReader.readCounted(file(damaged), Progress.NONE);
      } catch (Fault expected) {
        assertThat(expected.details().get(0).code()).startsWith("osm.");
      }
    }
  }

  @Test
  void a_file_that_would_not_fit_into_memory_is_refused_before_it_is_read() throws IOException {
    var file = new PbfFile(file(new byte[1_000_000]), Progress.NONE);
    long fits = 60L * 1024 * 1024;
    OsmReader.requireMemory(file, fits);
    var fault =
        catchThrowableOfType(Fault.class, () -> OsmReader.requireMemory(file, fits - 10_000_000));
    assertThat(fault.details().get(0).code()).isEqualTo("osm.too_large");
  }

  @Test
  void another_compression_is_named_as_the_reason() throws IOException {
    var blob =
        org.openstreetmap.osmosis.osmbinary.Fileformat.Blob.newBuilder()
            .setLzmaData(com.google.protobuf.ByteString.copyFromUtf8("packed"))
            .build()
            .toByteArray();
    var header =
        org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader.newBuilder()
            .setType("OSMHeader")
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    var file = java.nio.ByteBuffer.allocate(4 + header.length + blob.length);
    file.putInt(header.length).put(header).put(blob);
    assertThat(refusal(file(file.array()))).isEqualTo("osm.other_compression");
  }

  @Test
  void a_refused_file_leaves_the_database_as_it_was() throws IOException {
    try (var db = TestDatabase.fresh("gis")) {
      var town = town().write(folder.resolve("town.osm.pbf"));
      var cut = file(Arrays.copyOf(Files.readAllBytes(town), (int) Files.size(town) - 40));
      load(db, town);
      var before = digest(db);
      assertThat(catchThrowableOfType(Fault.class, () -> load(db, cut))).isNotNull();
      assertThat(digest(db)).isEqualTo(before).startsWith("1 ");
    }
  }

  private static void load(TestDatabase db, Path pbf) {
    db.database().reference(tx -> DatasetLoader.store(tx, OsmReader.read(pbf, Progress.NONE)));
  }

  private static String digest(TestDatabase db) {
    return db.database()
        .reference(
            tx ->
                tx.createQuery(
                        """
                        SELECT (SELECT count(*) FROM dataset) || ' ' || (SELECT count(*) FROM road_edge)
                            || ' ' || (SELECT md5(string_agg(e::text, ',' ORDER BY id)) FROM road_edge e)
                            || ' ' || (SELECT md5(string_agg(f::text, ',' ORDER BY id)) FROM feature f)""")
                    .mapTo(String.class)
                    .one());
  }

  private static TinyPbf town() {
    return new TinyPbf()
        .node(1, 0, 0, "amenity=fire_station", "name=Station")
        .node(2, 1, 0)
        .node(3, 2, 0, "place=town", "name=Town")
        .node(4, 1, 1, "barrier=gate")
        .node(5, 1, 2)
        .way(1, List.of(1, 2, 3), "highway=primary", "maxspeed=60")
        .way(2, List.of(2, 4, 5), "highway=track")
        .way(3, List.of(1, 2, 4, 1), "building=yes")
        .relation(
            1,
            List.of("from:w1", "via:n2", "to:w2"),
            "type=restriction",
            "restriction=no_left_turn");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.osm.pbf"), bytes);
  }

  /** Code of the fault; "" when the file was taken. */
  private static String refusal(Path pbf) {
    var fault = catchThrowableOfType(Fault.class, () -> OsmReader.readCounted(pbf, Progress.NONE));
    return fault == null ? "" : fault.details().get(0).code();
  }
}
