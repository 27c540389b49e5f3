package org.wanglou.command.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.wanglou.gis.db.RealmId;

/**
 * A person or program with an account. The password's hash never leaves the store.
 *
 * @param program a part of this system, which has a token but no password
 */
public record User(
    UUID id,
    String username,
    String displayName,
    Set<Role> roles,
    boolean mustChangePassword,
    boolean disabled,
    boolean program) {
  public User {
    roles = Set.copyOf(roles);
  }

  public Principal in(RealmId realm) {
    return new Principal(id, username, displayName, roles, realm);
  }

  /** Can sign in and manage users. */
  boolean administers() {
    return !disabled && Right.MANAGE_USERS.heldBy(roles);
  }

  /** As in the contract's schema {@code User}. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id.toString())
        .put("username", username)
        .put("display_name", displayName)
        .put("roles", new JsonArray(roles.stream().map(Role::code).sorted().toList()))
        .put("must_change_password", mustChangePassword)
        .put("disabled", disabled)
        .put("program", program);
  }
}
