package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;

/** The tests' own client: what it does wrong would look like the server's doing. */
class LiveSocketTest {
  @Test
  void it_sees_the_servers_answer_while_garbage_is_collected() throws Exception {
    var done = new AtomicBoolean();
    var collector =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
              }
            });
    try (var server = TestServer.start()) {
      collector.start();
      for (int i = 0; i < 10; i++) {
        assertThat(LiveSocket.refusal(server.port(), "/api/v1/live", "", "")).isEqualTo(401);
      }
    } finally {
      done.set(true);
      collector.join();
    }
  }
}
