package org.wanglou.command.incident;

import io.vertx.core.json.JsonArray;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.db.RealmId;

/** Those who are on their way to an incident; the domain of orders knows them. */
@FunctionalInterface
public interface Turnout {
  /**
   * Sends them to where the incident is found to be.
   *
   * @return the orders that are different now, as the live protocol writes them
   */
  JsonArray follow(Handle tx, RealmId realm, Incident moved);
}
