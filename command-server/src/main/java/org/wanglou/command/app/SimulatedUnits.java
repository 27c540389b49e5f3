package org.wanglou.command.app;

import org.wanglou.command.session.SystemAccount;
import org.wanglou.command.simulation.CentreAddress;
import org.wanglou.command.simulation.Simulation;
import org.wanglou.command.simulation.Tempo;

/** Lets units drive by themselves, where the configuration and the data allow it. */
record SimulatedUnits(Parts parts) {
  void register(Domains domains) {
    if (parts.config().simulator()) {
      domains.onceListening.add(
          port -> {
            if (Simulation.isAllowed(parts.database())) {
              domains.toClose.add(start(port));
            }
          });
    }
  }

  private Simulation start(int port) {
    var config = parts.config();
    return Simulation.start(
        parts.vertx(),
        CentreAddress.of(config.listen(), port, config.tls().map(ServerConfig.Tls::certificate)),
        new SystemAccount(parts.database(), parts.events(), parts.clock()),
        Tempo.STANDARD,
        parts.clock());
  }
}
