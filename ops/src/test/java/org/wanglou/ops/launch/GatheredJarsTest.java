package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ops/lib/build.sh} does after Maven: one folder with all that is needed to run. */
class GatheredJarsTest {
  private static final String LIBRARY = "a/long/group/of/names/library/1.0/library-1.0.jar";
  private static final String MODULE =
      "org/wanglou/drills/0.1.0-SNAPSHOT/drills-0.1.0-SNAPSHOT.jar";
  @TempDir Path top;

  @Test
  void what_the_manifest_names_lies_beside_the_jar_readable_for_others_than_the_builder()
      throws Exception {
    var home = Files.createDirectories(top.resolve("home of the builder"));
    var library = put(home.resolve(LIBRARY), "library");
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-------"));
    put(top.resolve("drills/target/drills-0.1.0-SNAPSHOT.jar"), "module");
    ops("lib/" + LIBRARY + " lib/" + MODULE, home);
    gather("first");
    var lib = top.resolve("ops/target/app/first/lib");
    assertThat(lib.resolve(LIBRARY)).hasContent("library");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lib.resolve(LIBRARY))))
        .isEqualTo("rw-r--r--");
    assertThat(lib.resolve(MODULE)).hasContent("module");
  }

  @Test
  void the_state_before_stays_for_the_server_that_runs_with_it() throws Exception {
    ops("", top);
    gather("first");
    gather("second");
    gather("third");
    assertThat(top.resolve("ops/target/app")).isDirectoryContaining("glob:**/second");
    assertThat(top.resolve("ops/target/app")).isDirectoryContaining("glob:**/third");
    assertThat(top.resolve("ops/target/app/first")).doesNotExist();
  }

  @Test
  void a_library_that_is_missing_leaves_nothing_that_looks_built() throws Exception {
    ops("lib/" + LIBRARY, top.resolve("nowhere"));
    assertThat(run("first")).isNotZero();
    assertThat(top.resolve("ops/target/app/first")).doesNotExist();
  }

  private void ops(String classPath, Path libraries) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.CLASS_PATH, classPath);
    manifest.getMainAttributes().putValue("Libraries-From", libraries.toString());
    var jar = put(top.resolve("ops/target/ops-0.1.0-SNAPSHOT.jar"), "");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static Path put(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void gather(String state) throws Exception {
    assertThat(run(state)).isZero();
  }

  private int run(String state) throws Exception {
    var script =
        "set -euo pipefail; top=$1; . lib/build.sh; app=$built/$2; (umask 022; gather_jars)";
    var builder =
        new ProcessBuilder("bash", "-c", script, "test", top.toString(), state)
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    System.err.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }
}
