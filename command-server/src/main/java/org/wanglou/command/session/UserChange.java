package org.wanglou.command.session;

import java.util.Optional;
import java.util.Set;

/**
 * What an administrator wants changed of a user; what is absent stays as it is.
 *
 * @param roles all roles the user shall have
 * @param password a one-time password, to be changed at the next sign-in
 */
public record UserChange(
    Optional<String> displayName,
    Optional<Set<Role>> roles,
    Optional<Boolean> disabled,
    Optional<String> password) {
  public UserChange {
    roles = roles.map(Set::copyOf);
  }

  User of(User user) {
    return new User(
        user.id(),
        user.username(),
        displayName.orElse(user.displayName()),
        roles.orElse(user.roles()),
        user.mustChangePassword() || password.isPresent(),
        disabled.orElse(user.disabled()),
        user.program());
  }
}
