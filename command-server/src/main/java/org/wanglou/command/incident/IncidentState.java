package org.wanglou.command.incident;

import java.util.Locale;

/** How far the work on an incident is. */
public enum IncidentState {
  REPORTED,
  /** At least one unit was ordered. */
  RESPONDING,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static IncidentState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
