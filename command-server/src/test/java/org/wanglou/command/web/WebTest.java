package org.wanglou.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.command.app.TestServer;

class WebTest {
  private static final String SHELL =
      "<html lang=\"{{lang}}\"><script type=\"importmap\">{{importmap}}</script>"
          + "<script type=\"module\" src=\"{{assets}}/views/map.js\"></script>";

  @Test
  void a_page_names_its_modules_by_their_content(@TempDir Path source) throws Exception {
    Files.createDirectories(source.resolve("views"));
    Files.writeString(source.resolve("index.html"), SHELL);
    Files.writeString(source.resolve("views/map.js"), "export const a = 1;");
    try (var server = TestServer.serving(source)) {
      var page = server.stranger().with("Accept-Language", "en").get("/map").expect(200);
      assertThat(page.text()).startsWith("<html lang=\"en\">");
      assertThat(page.header("content-security-policy"))
          .contains("script-src 'self' 'sha256-" + hashOfInlineScript(page.text()) + "'");
      var first = address(page.text());
      var module = server.stranger().get(first).expect(200);
      assertThat(module.text()).isEqualTo("export const a = 1;");
      assertThat(module.header("content-type")).startsWith("text/javascript");
      assertThat(module.header("cache-control")).contains("immutable");

      Files.writeString(source.resolve("views/map.js"), "export const a = 2;");
      var changed = server.stranger().get("/map").expect(200);
      assertThat(changed.header("content-security-policy"))
          .contains("'sha256-" + hashOfInlineScript(changed.text()) + "'");
      var second = address(changed.text());
      assertThat(second).isNotEqualTo(first);
      assertThat(server.stranger().get(second).text()).contains("a = 2");
      server.stranger().get(first).expect(404);
    }
  }

  @Test
  void each_library_of_the_import_map_is_served(@TempDir Path source) throws Exception {
    Files.writeString(source.resolve("index.html"), SHELL);
    var files = WebFiles.load(Optional.of(source));
    var imports = new io.vertx.core.json.JsonObject(files.importMap()).getJsonObject("imports");
    assertThat(imports.fieldNames())
        .contains("leaflet", "lit", "lit/", "lit-html", "lit-element", "@lit/reactive-element");
    for (var name : imports.fieldNames()) {
      if (!name.endsWith("/")) {
        var path = imports.getString(name).substring(files.prefix().length() + 1);
        assertThat(files.file(path)).as(path).isPresent();
      }
    }
    assertThat(files.file("lib/leaflet/dist/leaflet.css")).isPresent();
    assertThat(files.file("lib/lit/directives/repeat.js")).isPresent();
  }

  @Test
  void nothing_outside_the_screen_can_be_fetched(@TempDir Path source) throws Exception {
    Files.writeString(source.resolve("index.html"), SHELL);
    try (var server = TestServer.serving(source)) {
      var prefix = address(server.stranger().get("/map").text()).replaceAll("/views.*", "");
      for (var path :
          new String[] {"/../../events.yaml", "/%2e%2e/%2e%2e/events.yaml", "/..%2fevents.yaml"}) {
        server.stranger().get(prefix + path).expect(404);
      }
    }
  }

  private static String address(String page) {
    var found = Pattern.compile("src=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String hashOfInlineScript(String page) throws Exception {
    var found = Pattern.compile("importmap\">(.*?)</script>").matcher(page);
    assertThat(found.find()).isTrue();
    return java.util.Base64.getEncoder()
        .encodeToString(
            java.security.MessageDigest.getInstance("SHA-256")
                .digest(found.group(1).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
