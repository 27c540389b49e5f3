package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.http.ServerWebSocket;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Role;
import org.wanglou.command.session.User;
import org.wanglou.gis.db.RealmId;

class LiveClientTest {
  /** Between the peer's goodbye and the end of the connection; the look then goes on to others. */
  @Test
  void a_socket_that_is_being_closed_is_passed_over_by_the_look_after_all() {
    var client = new LiveClient(closedSocket(), caller(), 0);
    assertThatCode(() -> client.checkSilence(Duration.ofMinutes(1).toNanos()))
        .doesNotThrowAnyException();
  }

  /** As Vert.x has it: what is closed may be asked whether it is, and nothing else. */
  private static ServerWebSocket closedSocket() {
    return (ServerWebSocket)
        Proxy.newProxyInstance(
            LiveClientTest.class.getClassLoader(),
            new Class<?>[] {ServerWebSocket.class},
            (proxy, method, args) -> {
              if (method.getName().equals("isClosed")) {
                return true;
              }
              throw new IllegalStateException("WebSocket is closed");
            });
  }

  private static Caller caller() {
    var user = new User(UUID.randomUUID(), "wang", "王", Set.of(Role.OBSERVER), false, false, false);
    return new Caller(user, user.in(RealmId.REAL), "00", Optional.empty(), Optional.empty());
  }
}
