package org.wanglou.command.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.wanglou.gis.db.RealmId;

/** A person or program with an account. The password's hash never leaves the store. */
public record User(
    UUID id,
    String username,
    String displayName,
    Set<Role> roles,
    boolean mustChangePassword,
    boolean disabled) {
  public User {
    roles = Set.copyOf(roles);
  }

  public Principal in(RealmId realm) {
    return new Principal(id, username, displayName, roles, realm);
  }

  /** As in the contract's schema {@code User}. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id.toString())
        .put("username", username)
        .put("display_name", displayName)
        .put("roles", new JsonArray(roles.stream().map(Role::code).sorted().toList()))
        .put("must_change_password", mustChangePassword)
        .put("disabled", disabled);
  }
}
