package org.wanglou.command.app;

import java.nio.file.Path;
import java.util.Optional;
import org.wanglou.gis.db.DatabaseAddress;

/**
 * How a server is started.
 *
 * @param database as the application's role
 * @param listen address to listen on
 * @param port 0 for any free port
 * @param behindProxy TLS ends at a proxy that sets {@code X-Forwarded-For}
 * @param tls certificate chain and key; without them it speaks plain HTTP
 * @param dataFolder where the server may keep files it can rebuild, and the one-time password lies
 * @param simulator whether simulated units drive
 * @param webSource folder to read the screen's files from at each request, for development
 * @param largestUploadBytes of a file that is sent
 */
public record ServerConfig(
    DatabaseAddress database,
    String listen,
    int port,
    boolean behindProxy,
    Optional<Tls> tls,
    Path dataFolder,
    boolean simulator,
    Optional<Path> webSource,
    long largestUploadBytes) {
  /** 1 GB. */
  public static final long STANDARD_UPLOAD_BYTES = 1L << 30;

  /** With the standard limit for files. */
  public ServerConfig(
      DatabaseAddress database,
      String listen,
      int port,
      boolean behindProxy,
      Optional<Tls> tls,
      Path dataFolder,
      boolean simulator,
      Optional<Path> webSource) {
    this(
        database,
        listen,
        port,
        behindProxy,
        tls,
        dataFolder,
        simulator,
        webSource,
        STANDARD_UPLOAD_BYTES);
  }

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  /** On 127.0.0.1, plain, without simulator. */
  public static ServerConfig local(DatabaseAddress database, int port, Path dataFolder) {
    return new ServerConfig(
        database, "127.0.0.1", port, false, Optional.empty(), dataFolder, false, Optional.empty());
  }

  public ServerConfig withSimulator(boolean on) {
    return new ServerConfig(
        database, listen, port, behindProxy, tls, dataFolder, on, webSource, largestUploadBytes);
  }

  public ServerConfig withLargestUpload(long bytes) {
    return new ServerConfig(
        database, listen, port, behindProxy, tls, dataFolder, simulator, webSource, bytes);
  }

  /** Cookies travel over TLS only, wherever it ends. */
  public boolean secureCookies() {
    return behindProxy || tls.isPresent();
  }
}
