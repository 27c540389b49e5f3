package org.wanglou.command.session;

import static org.wanglou.command.session.Role.ADMINISTRATOR;
import static org.wanglou.command.session.Role.DISPATCHER;
import static org.wanglou.command.session.Role.DUTY_OFFICER;
import static org.wanglou.command.session.Role.OBSERVER;

import java.util.EnumSet;
import java.util.Set;

/**
 * What may be done, and by which roles: the whole matrix. An administrator manages people and
 * reads; who shall also dispatch gets that role too.
 */
public enum Right {
  READ(ADMINISTRATOR, DISPATCHER, DUTY_OFFICER, OBSERVER),
  REPORT_INCIDENT(DISPATCHER, DUTY_OFFICER),
  EDIT_INCIDENT(DISPATCHER, DUTY_OFFICER),
  ORDER_UNIT(DISPATCHER),
  REPORT_POSITION(DISPATCHER),
  CLOSE_ROAD(DISPATCHER, DUTY_OFFICER),
  EDIT_LAYER(ADMINISTRATOR, DISPATCHER, DUTY_OFFICER),
  EDIT_CATALOGUE(ADMINISTRATOR),
  IMPORT(ADMINISTRATOR, DUTY_OFFICER),
  MAKE_TOKEN(ADMINISTRATOR, DISPATCHER),
  MANAGE_USERS(ADMINISTRATOR),
  VERIFY_LOG(ADMINISTRATOR, DUTY_OFFICER);

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final Set<Role> roles;

  Right(Role first, Role... others) {
    roles = EnumSet.of(first, others);
  }

  public boolean heldBy(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
