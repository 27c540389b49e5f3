package org.wanglou.ops.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.wanglou.command.app.ServerConfig.Tls;

/**
 * How to start, checked.
 *
 * @param sample name of the sample county that was asked for
 * @param osm OSM file that was asked for; at most one of both
 * @param terrain file of heights
 * @param terrainCrs its coordinate system; an HGT file has one by its form
 * @param webSource folder of the screen's files with {@code --dev}
 * @param databaseUrl an existing server instead of the private cluster
 * @param adminPassword instead of a one-time password
 */
record Settings(
    Path data,
    int port,
    String listen,
    boolean behindProxy,
    Optional<Tls> tls,
    Optional<String> sample,
    Optional<Path> osm,
    Optional<Path> terrain,
    Optional<String> terrainCrs,
    boolean simulator,
    Optional<Path> webSource,
    Optional<String> databaseUrl,
    Optional<String> adminPassword) {

  /** What a person types into a browser's address line. */
  String address(int actualPort) {
    var host = listen.equals("0.0.0.0") || listen.equals("::") ? "127.0.0.1" : listen;
    return "%s://%s:%d/map"
        .formatted(
            tls.isPresent() ? "https" : "http",
            host.contains(":") ? "[" + host + "]" : host,
            actualPort);
  }
}
