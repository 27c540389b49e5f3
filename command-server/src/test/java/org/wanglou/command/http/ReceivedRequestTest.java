package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class ReceivedRequestTest {
  /** Or whoever guesses passwords would choose the address that is slowed down. */
  @Test
  void the_address_that_the_proxy_adds_as_a_line_of_its_own_is_the_last_one() {
    var lines =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Forwarded-For", "1.2.3.4, 5.6.7.8")
            .add("x-forwarded-for", "192.0.2.7")
            .add("Accept", "*/*");
    assertThat(ReceivedRequest.headers(lines))
        .containsEntry("x-forwarded-for", "1.2.3.4, 5.6.7.8, 192.0.2.7")
        .containsEntry("accept", "*/*");
  }
}
