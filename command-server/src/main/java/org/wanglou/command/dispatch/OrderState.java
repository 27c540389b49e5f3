package org.wanglou.command.dispatch;

import java.util.Locale;
import org.wanglou.command.unit.UnitStatus;
import org.wanglou.gis.fault.Fault;

/**
 * What has become of an order. A crew's report also stands for those before it that were never
 * made: a unit on scene has departed, though nobody knows when. Only a unit on scene can complete;
 * before that an order ends by being countermanded.
 */
public enum OrderState {
  ORDERED(UnitStatus.ORDERED),
  ACKNOWLEDGED(UnitStatus.ORDERED),
  EN_ROUTE(UnitStatus.EN_ROUTE),
  ON_SCENE(UnitStatus.ON_SCENE),
  COMPLETE(UnitStatus.RETURNING),
  /** The unit drives home, or is free at once when it had not left; see {@link #unitAfter}. */
  COUNTERMANDED(UnitStatus.AVAILABLE);

  private final UnitStatus unit;

  OrderState(UnitStatus unit) {
    this.unit = unit;
  }

  /** Whether the unit is bound by it. */
  public boolean isActive() {
    return this != COMPLETE && this != COUNTERMANDED;
  }

  public boolean mayBecome(OrderState next) {
    if (!isActive()) {
      return false;
    }
    return switch (next) {
      case ORDERED -> false;
      case ACKNOWLEDGED, EN_ROUTE, ON_SCENE -> next.compareTo(this) > 0;
      case COMPLETE -> this == ON_SCENE;
      case COUNTERMANDED -> true;
    };
  }

  /** The unit's status once its order has gone from this state to {@code next}. */
  public UnitStatus unitAfter(OrderState next) {
    if (next == COUNTERMANDED && compareTo(EN_ROUTE) >= 0) {
      return UnitStatus.RETURNING;
    }
    return next.unit;
  }

  /** The unit's status while its order is in this state, or has ended in it. */
  UnitStatus unit() {
    return unit;
  }

  /** Its name in the reader's language. */
  public Fault.Term term() {
    return new Fault.Term("order.state." + code());
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static OrderState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
