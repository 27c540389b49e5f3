package org.wanglou.command.session;

import java.util.Locale;

/** What a user is in the centre. */
public enum Role {
  ADMINISTRATOR,
  DISPATCHER,
  DUTY_OFFICER,
  OBSERVER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
