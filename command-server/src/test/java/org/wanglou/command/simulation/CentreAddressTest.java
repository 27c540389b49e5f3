package org.wanglou.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However the server is set to listen, its simulator reaches it. */
class CentreAddressTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void a_server_on_all_addresses_is_reached_on_this_machine() throws Exception {
    assertThat(CentreAddress.of("0.0.0.0", 8080, Optional.empty()).host()).isEqualTo("127.0.0.1");
    assertThat(CentreAddress.of("::", 8080, Optional.empty()).host()).isEqualTo("127.0.0.1");
    assertThat(ask("0.0.0.0", Optional.empty(), Optional.empty())).isEqualTo("127.0.0.1");
    assertThat(ask("::", Optional.empty(), Optional.empty())).isEqualTo("127.0.0.1");
  }

  @Test
  void a_server_on_one_address_is_reached_there() throws Exception {
    assertThat(ask("127.0.0.3", Optional.empty(), Optional.empty())).isEqualTo("127.0.0.3");
    assertThat(ask("::1", Optional.empty(), Optional.empty())).isEqualTo("::1");
  }

  @Test
  void with_tls_the_servers_own_certificate_is_trusted_whatever_name_it_bears() throws Exception {
    var own = SelfSignedCertificate.create("zhihui.xixian.example");
    var path = Path.of(own.certificatePath());
    assertThat(ask("127.0.0.1", Optional.of(own), Optional.of(path))).isEqualTo("127.0.0.1");
    own.delete();
  }

  @Test
  void with_tls_no_other_certificate_is_trusted() {
    var own = SelfSignedCertificate.create("zhihui.xixian.example");
    var other = SelfSignedCertificate.create("zhihui.xixian.example");
    assertThatThrownBy(
            () -> ask("127.0.0.1", Optional.of(own), Optional.of(Path.of(other.certificatePath()))))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("SSL");
    own.delete();
    other.delete();
  }

  /** The host the request came to. */
  private String ask(String listen, Optional<SelfSignedCertificate> shows, Optional<Path> trusted)
      throws Exception {
    var options = new HttpServerOptions();
    shows.ifPresent(
        it ->
            options
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setKeyPath(it.privateKeyPath())
                        .setCertPath(it.certificatePath())));
    var server =
        await(
            vertx
                .createHttpServer(options)
                .requestHandler(
                    it ->
                        it.response()
                            .end(
                                new JsonObject()
                                    .put("host", it.localAddress().hostAddress())
                                    .encode()))
                .listen(0, listen));
    var centre = new Centre(vertx, CentreAddress.of(listen, server.actualPort(), trusted), "token");
    try {
      return await(centre.unit(UUID.randomUUID()))
          .getString("host")
          .replace("0:0:0:0:0:0:0:1", "::1");
    } finally {
      centre.close();
      await(server.close());
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get();
  }
}
