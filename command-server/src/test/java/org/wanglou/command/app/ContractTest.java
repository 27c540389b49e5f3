package org.wanglou.command.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.openapi.contract.Operation;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void every_operation_of_the_contract_is_answered_by_a_domain() {
    try (var server = TestServer.start()) {
      var api = server.server().api();
      assertThat(api.registered())
          .containsExactlyInAnyOrderElementsOf(
              api.contract().document().operations().stream()
                  .map(Operation::getOperationId)
                  .collect(Collectors.toSet()));
    }
  }
}
