package org.wanglou.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JSDoc types, checked strictly by the TypeScript compiler of the WebJar in the Node that
 * Playwright brings: no package manager, no installed Node.
 */
class TypeCheckTest {
  private static final Map<String, String> PACKAGES =
      Map.of(
          "lit", "lit",
          "lit-html", "lit-html",
          "lit-element", "lit-element",
          "lit__reactive-element", "@lit/reactive-element",
          "types__trusted-types", "@types/trusted-types",
          "typescript", "typescript");
  private static final String CONFIGURATION =
      """
      {"compilerOptions": {"strict": true, "checkJs": true, "allowJs": true, "noEmit": true,
        "module": "esnext", "moduleResolution": "bundler", "target": "es2022",
        "lib": ["es2023", "dom", "dom.iterable"], "noUnusedLocals": true,
        "noFallthroughCasesInSwitch": true, "skipLibCheck": true, "types": ["trusted-types"]},
       "include": ["web/**/*.js", "web/**/*.d.ts"]}""";

  @Test
  void all_modules_pass_the_strict_type_check(@TempDir Path folder) throws Exception {
    assertThat(check(folder, "")).isEmpty();
  }

  @Test
  void a_wrong_property_does_not_pass(@TempDir Path folder) throws Exception {
    var planted =
        """
        /** @import { Incident } from './types.js' */
        /** @param {Incident} incident */
        export const wrong = (incident) => incident.titel;
        """;
    assertThat(check(folder, planted)).contains("planted.js").contains("titel");
  }

  private static String check(Path folder, String planted) throws Exception {
    copy(Path.of("src/main/resources/web"), folder.resolve("web"));
    if (!planted.isEmpty()) {
      Files.writeString(folder.resolve("web/planted.js"), planted);
    }
    for (var jar : PACKAGES.entrySet()) {
      unpack(jar.getKey(), folder.resolve("node_modules").resolve(jar.getValue()));
    }
    Files.writeString(folder.resolve("tsconfig.json"), CONFIGURATION);
    var node = Driver.ensureDriverInstalled(Map.of(), false).driverDir().resolve("node");
    var process =
        new ProcessBuilder(
                node.toString(),
                folder.resolve("node_modules/typescript/lib/tsc.js").toString(),
                "-p",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return code == 0 ? "" : said;
  }

  private static void unpack(String jar, Path target) throws IOException {
    var base = "META-INF/resources/webjars/" + jar;
    var url = TypeCheckTest.class.getClassLoader().getResource(base);
    assertThat(url).as(base).isNotNull();
    try (var file = ((JarURLConnection) url.openConnection()).getJarFile()) {
      for (var entry : (Iterable<java.util.jar.JarEntry>) file.stream()::iterator) {
        var name = entry.getName();
        if (!entry.isDirectory() && name.startsWith(base + "/") && isNeeded(name)) {
          // webjars put the version between name and file
          var path = name.substring(name.indexOf('/', base.length() + 1) + 1);
          var copy = target.resolve(path);
          Files.createDirectories(copy.getParent());
          try (var in = file.getInputStream(entry)) {
            Files.copy(in, copy);
          }
        }
      }
    }
  }

  private static boolean isNeeded(String name) {
    return name.endsWith(".d.ts")
        || name.endsWith("package.json")
        || name.endsWith("tsc.js")
        || name.endsWith("_tsc.js");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        var copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
