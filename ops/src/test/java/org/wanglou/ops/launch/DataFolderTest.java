package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.fault.Fault;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void a_folder_belongs_to_one_launcher_until_it_lets_go() throws Exception {
    try (var first = DataFolder.take(parent.resolve("data"))) {
      assertThat(first.path()).isDirectory();
      assertThat(refusal(parent.resolve("data")).code()).isEqualTo("launch.folder_in_use");
    }
    DataFolder.take(parent.resolve("data")).close();
  }

  @Test
  void a_file_in_its_place_is_refused() throws Exception {
    var file = Files.createFile(parent.resolve("file"));
    assertThat(refusal(file).code()).isEqualTo("launch.folder_is_a_file");
    assertThat(refusal(file.resolve("below")).code()).isEqualTo("launch.folder_is_a_file");
  }

  @Test
  void a_place_where_no_folder_can_be_made_is_refused() {
    assertThat(refusal(Path.of("/proc/wanglou")).code()).isEqualTo("launch.folder_cannot_be_made");
  }

  @Test
  void a_disk_that_can_only_be_read_is_refused_before_and_after_the_folder_is_there()
      throws Exception {
    var disk = Files.createDirectory(parent.resolve("read-only"));
    if (run("mount", "-t", "tmpfs", "-o", "size=300m,ro", "tmpfs", disk.toString()) != 0) {
      System.err.println("SKIPPED in DataFolderTest: only root may mount a disk for reading");
      return;
    }
    try {
      assertThat(refusal(disk).code()).isEqualTo("launch.folder_read_only");
      assertThat(refusal(disk.resolve("data")).code()).isEqualTo("launch.folder_read_only");
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void a_full_disk_is_refused_with_what_is_left() throws Exception {
    var disk = Files.createDirectory(parent.resolve("disk"));
    if (run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()) != 0) {
      System.err.println("SKIPPED in DataFolderTest: only root may mount a small disk");
      return;
    }
    try {
      var refusal = refusal(disk.resolve("data"));
      assertThat(refusal.code()).isEqualTo("launch.disk_full");
      assertThat((Long) refusal.args().get(1)).isBetween(10L, 16L);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static Fault.Detail refusal(Path folder) {
    return catchThrowableOfType(Fault.class, () -> DataFolder.take(folder)).details().get(0);
  }

  private static int run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
