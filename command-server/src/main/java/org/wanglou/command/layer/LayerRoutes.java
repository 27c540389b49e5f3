package org.wanglou.command.layer;

import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Api;
import org.wanglou.gis.db.Database;

/** Operations of the contract's tag {@code layer}. */
public final class LayerRoutes {
  private final CatalogueRoutes catalogue;
  private final FeatureRoutes features;

  public LayerRoutes(Database database, EventLog events, Clock clock) {
    this.catalogue = new CatalogueRoutes(database, events, clock);
    this.features = new FeatureRoutes(database, events, clock);
  }

  public void register(Api api) {
    catalogue.register(api);
    features.register(api);
  }
}
