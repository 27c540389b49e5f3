package org.wanglou.ops.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;

/** Where this module's tests run; see {@code src/test/loopback/bin/java}. */
class LoopbackOnlyTest {
  @Test
  void the_whole_system_is_tested_where_no_other_machine_can_be_reached() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can make a network namespace: the tests of the whole ran with network in reach");
    assertThat(NetworkInterface.networkInterfaces().filter(LoopbackOnlyTest::isUp))
        .singleElement()
        .extracting(NetworkInterface::getName)
        .isEqualTo("lo");
  }

  private static boolean isUp(NetworkInterface one) {
    try {
      return one.isUp();
    } catch (java.net.SocketException e) {
      throw new AssertionError(e);
    }
  }
}
