package org.wanglou.command.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads a folder of resources whole, from a jar or from a folder of classes. */
final class ClassPathFiles {
  private ClassPathFiles() {}

  /**
   * Contents by path below the folder; empty when there is no such folder.
   *
   * @param folder without slash at its ends
   */
  static SortedMap<String, byte[]> read(String folder, Predicate<String> wanted) {
    var found = new TreeMap<String, byte[]>();
    try {
      for (var urls = ClassPathFiles.class.getClassLoader().getResources(folder);
          urls.hasMoreElements(); ) {
        readInto(found, urls.nextElement(), folder, wanted);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("resources " + folder + " cannot be read", e);
    }
    return found;
  }

  private static void readInto(
      SortedMap<String, byte[]> found, URL url, String folder, Predicate<String> wanted)
      throws IOException, URISyntaxException {
    if (url.openConnection() instanceof JarURLConnection connection) {
      try (var jar = new java.util.jar.JarFile(connection.getJarFileURL().toURI().getPath())) {
        for (var entry : java.util.Collections.list(jar.entries())) {
          var name = entry.getName();
          if (!entry.isDirectory() && name.startsWith(folder + "/")) {
            var path = name.substring(folder.length() + 1);
            if (wanted.test(path)) {
              try (var in = jar.getInputStream(entry)) {
                found.put(path, in.readAllBytes());
              }
            }
          }
        }
      }
    } else {
      found.putAll(read(Path.of(url.toURI()), wanted));
    }
  }

  static SortedMap<String, byte[]> read(Path folder, Predicate<String> wanted) {
    var found = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        var path = folder.relativize(file).toString().replace('\\', '/');
        if (wanted.test(path)) {
          found.put(path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
