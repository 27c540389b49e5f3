package org.wanglou.command.session;

import java.util.Set;
import java.util.UUID;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;

/**
 * Who acts, in which realm.
 *
 * @param username goes into the log as the actor
 */
public record Principal(
    UUID userId, String username, String displayName, Set<Role> roles, RealmId realm) {
  public Principal {
    roles = Set.copyOf(roles);
  }

  public boolean may(Right right) {
    return right.heldBy(roles);
  }

  /**
   * @throws Fault FORBIDDEN {@code session.not_allowed}
   */
  public void require(Right right) {
    if (!may(right)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "session.not_allowed", right.name());
    }
  }
}
