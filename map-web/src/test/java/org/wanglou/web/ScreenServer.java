package org.wanglou.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the screen's files as the command server does, with the same content security policy. What
 * belongs to the API is answered by the tests themselves.
 */
final class ScreenServer implements AutoCloseable {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Path TESTS = Path.of("src/test/web");
  private static final String ASSETS = "/a/t";
  private static final Map<String, String> ENTRIES =
      new TreeMap<>(
          Map.of(
              "leaflet", "leaflet/1.9.4/dist/leaflet-src.esm.js",
              "lit", "lit/3.3.2/index.js",
              "lit-html", "lit-html/3.3.2/lit-html.js",
              "lit-element", "lit-element/4.2.2/index.js",
              "@lit/reactive-element", "lit__reactive-element/2.1.2/reactive-element.js"));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final String importMap = importMap();

  ScreenServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = content(path);
      exchange.getResponseHeaders().set("Content-Type", mediaType(path));
      exchange.getResponseHeaders().set("Content-Security-Policy", policy());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (body.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, body.get().length);
        exchange.getResponseBody().write(body.get());
      }
    }
  }

  private Optional<byte[]> content(String path) throws IOException {
    if (path.equals("/map")) {
      return Optional.of(filled(WEB.resolve("index.html")));
    }
    if (path.equals("/test/run.html")) {
      return Optional.of(filled(TESTS.resolve("run.html")));
    }
    if (path.startsWith(ASSETS + "/lib/")) {
      return library(path.substring((ASSETS + "/lib/").length()));
    }
    if (path.startsWith(ASSETS)) {
      return file(WEB.resolve(path.substring(ASSETS.length() + 1)));
    }
    return path.startsWith("/test/")
        ? file(TESTS.resolve(path.substring("/test/".length())))
        : Optional.empty();
  }

  private static Optional<byte[]> file(Path file) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Below its jar the version stands between name and file. */
  private static Optional<byte[]> library(String path) throws IOException {
    for (var entry : ENTRIES.values()) {
      var jar = entry.substring(0, entry.indexOf('/'));
      if (path.startsWith(jar + "/")) {
        var version = entry.substring(0, entry.indexOf('/', jar.length() + 1));
        return resource(version + path.substring(jar.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> resource(String path) throws IOException {
    try (InputStream in =
        ScreenServer.class.getResourceAsStream("/META-INF/resources/webjars/" + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private byte[] filled(Path page) throws IOException {
    return Files.readString(page)
        .replace("{{assets}}", ASSETS)
        .replace("{{importmap}}", importMap)
        .replace("{{lang}}", "zh-CN")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String importMap() {
    var text = new StringBuilder("{\"imports\":{");
    ENTRIES.forEach(
        (name, entry) -> {
          var jar = entry.substring(0, entry.indexOf('/'));
          var file = entry.substring(entry.indexOf('/', jar.length() + 1) + 1);
          var at = ASSETS + "/lib/" + jar + "/";
          text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
              .append("\"%s\":\"%s%s\",\"%s/\":\"%s\"".formatted(name, at, file, name, at));
        });
    return text.append("}}").toString();
  }

  private String policy() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(importMap.getBytes(StandardCharsets.UTF_8));
      return "default-src 'self'; script-src 'self' 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mediaType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> "text/html; charset=utf-8";
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
