package org.wanglou.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests of {@code src/test/web}, run in the browser that the modules are made for. */
class ModuleTest {
  @TestFactory
  Stream<DynamicTest> modules() throws IOException {
    List<String> files;
    try (var found = Files.list(Path.of("src/test/web"))) {
      files =
          found
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".test.js"))
              .sorted()
              .toList();
    }
    var results = run(files);
    assertThat(results).hasSizeGreaterThan(40);
    return results.stream()
        .map(
            result ->
                dynamicTest(
                    result.get("file") + ": " + result.get("name"),
                    () -> assertThat(result.get("problem")).isEmpty()));
  }

  @SuppressWarnings("unchecked") // what runner.js leaves: a list of objects of strings
  private static List<Map<String, String>> run(List<String> files) {
    try (var server = new ScreenServer();
        var real = new RealBrowser()) {
      var page = real.browser().newPage();
      page.navigate(
          server.address()
              + "/test/run.html?"
              + files.stream().map(file -> "file=" + file).collect(Collectors.joining("&")));
      page.locator("html[data-tests=done]").waitFor();
      return (List<Map<String, String>>) page.evaluate("window.testResults");
    }
  }
}
