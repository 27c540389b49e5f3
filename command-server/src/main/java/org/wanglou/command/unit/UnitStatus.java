package org.wanglou.command.unit;

import java.util.Locale;
import org.wanglou.gis.fault.Fault;

/** Whether a unit can be ordered. */
public enum UnitStatus {
  AVAILABLE,
  /** Has an order and has not left yet. */
  ORDERED,
  EN_ROUTE,
  ON_SCENE,
  /** Done, on the way home; may be ordered again. */
  RETURNING,
  OUT_OF_SERVICE;

  public boolean mayBeOrdered() {
    return this == AVAILABLE || this == RETURNING;
  }

  /** Its name in the reader's language. */
  public Fault.Term term() {
    return new Fault.Term("unit.status." + code());
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static UnitStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
