package org.wanglou.command.web;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of the screen, read whole into memory (about a megabyte): own modules, and below {@code
 * lib/} the libraries. Their common address names their content, so that a browser may keep them
 * for ever and never mixes two versions.
 */
final class WebFiles {
  private static final String WEBJARS = "META-INF/resources/webjars";
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "leaflet", "leaflet",
          "lit", "lit",
          "lit-html", "lit-html",
          "lit-element", "lit-element",
          "@lit/reactive-element", "lit__reactive-element");
  private static final Map<String, String> ENTRIES =
      Map.of(
          "leaflet", "dist/leaflet-src.esm.js",
          "lit", "index.js",
          "lit-html", "lit-html.js",
          "lit-element", "index.js",
          "@lit/reactive-element", "reactive-element.js");

  private final SortedMap<String, byte[]> files;
  private final String prefix;
  private final String importMap;

  private WebFiles(SortedMap<String, byte[]> files) {
    this.files = files;
    this.prefix = "/a/" + contentHash(files);
    this.importMap = importMap(prefix).encode();
  }

  /**
   * @param source folder of the own modules, for development; else they come with the program
   */
  static WebFiles load(Optional<Path> source) {
    var files = new TreeMap<String, byte[]>();
    LIBRARIES
        .values()
        .forEach(
            jar ->
                ClassPathFiles.read(WEBJARS + "/" + jar, WebFiles::isServed)
                    // webjars put the version between name and file
                    .forEach(
                        (path, bytes) ->
                            files.put(
                                "lib/" + jar + "/" + path.substring(path.indexOf('/') + 1),
                                bytes)));
    var own =
        source
            .map(folder -> ClassPathFiles.read(folder, path -> true))
            .orElseGet(() -> ClassPathFiles.read("web", path -> true));
    files.putAll(own);
    return new WebFiles(files);
  }

  private static boolean isServed(String path) {
    return !path.contains("/development/")
        && !path.contains("/node/")
        && (path.endsWith(".js") || path.endsWith(".css") || path.endsWith(".png"));
  }

  /** {@code /a/<hash>}, without slash at its end. */
  String prefix() {
    return prefix;
  }

  String importMap() {
    return importMap;
  }

  /** The import map's hash as a content security policy writes it. */
  String importMapHash() {
    return "'sha256-"
        + Base64.getEncoder().encodeToString(sha256(importMap.getBytes(StandardCharsets.UTF_8)))
        + "'";
  }

  Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** A page with its placeholders filled. */
  Optional<String> page(String name, String language) {
    return file(name)
        .map(
            bytes ->
                new String(bytes, StandardCharsets.UTF_8)
                    .replace("{{assets}}", prefix)
                    .replace("{{importmap}}", importMap)
                    .replace("{{lang}}", language));
  }

  private static JsonObject importMap(String prefix) {
    var imports = new JsonObject();
    new TreeMap<>(LIBRARIES)
        .forEach(
            (name, folder) -> {
              var at = prefix + "/lib/" + folder + "/";
              imports.put(name, at + ENTRIES.get(name)).put(name + "/", at);
            });
    return new JsonObject().put("imports", imports);
  }

  private static String contentHash(SortedMap<String, byte[]> files) {
    var digest = newDigest();
    files.forEach(
        (path, bytes) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(sha256(bytes));
        });
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static byte[] sha256(byte[] bytes) {
    return newDigest().digest(bytes);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
