package org.wanglou.command.app;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.TimeUnit;

/** How the server listens. */
final class HttpSettings {
  private static final int LONGEST_LIVE_MESSAGE = 65_536;
  // Small, so that a client that stops reading shows in the write queue after kilobytes, not
  // megabytes.
  private static final int SEND_BUFFER = 65_536;

  /** A mapping of several hundred columns. */
  private static final int LONGEST_FORM_FIELD = 262_144;

  private HttpSettings() {}

  static HttpServerOptions of(ServerConfig config) {
    var options =
        new HttpServerOptions()
            .setMaxHeaderSize(16_384)
            .setMaxInitialLineLength(8_192)
            .setMaxFormAttributeSize(LONGEST_FORM_FIELD)
            .setIdleTimeout(120)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setSendBufferSize(SEND_BUFFER)
            // Deflating a shared frame again for each client costs a hundred times its sending.
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(LONGEST_LIVE_MESSAGE)
            .setMaxWebSocketMessageSize(LONGEST_LIVE_MESSAGE)
            .setWebSocketClosingTimeout(2);
    config
        .tls()
        .ifPresent(
            pem ->
                options
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setCertPath(pem.certificate().toString())
                            .setKeyPath(pem.key().toString())));
    return options;
  }
}
