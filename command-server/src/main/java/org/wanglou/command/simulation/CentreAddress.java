package org.wanglou.command.simulation;

import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.PemTrustOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the own server can be reached.
 *
 * @param certificate what it shows; empty when it speaks plain HTTP
 */
public record CentreAddress(String host, int port, Optional<Path> certificate) {

  /** Of a server that listens on an address, which may stand for all of the machine's. */
  public static CentreAddress of(String listen, int port, Optional<Path> certificate) {
    try {
      boolean any = InetAddress.getByName(listen).isAnyLocalAddress();
      return new CentreAddress(any ? "127.0.0.1" : listen, port, certificate);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + listen, e);
    }
  }

  /**
   * Trusts exactly the server's own certificate. Its name is not compared: it is made for the
   * people's address, not for this one.
   */
  <T extends ClientOptionsBase> T secure(T options) {
    certificate.ifPresent(
        file ->
            options
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    return options;
  }
}
