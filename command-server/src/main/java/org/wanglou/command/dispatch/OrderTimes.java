package org.wanglou.command.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an order reached its states. A state that was passed without a report has no time. */
public record OrderTimes(
    Instant ordered,
    Optional<Instant> acknowledged,
    Optional<Instant> departed,
    Optional<Instant> arrived,
    Optional<Instant> completed,
    Optional<Instant> countermanded) {
  public OrderTimes {
    var before = ordered;
    for (var time : List.of(acknowledged, departed, arrived, completed, countermanded)) {
      if (time.isPresent() && time.get().isBefore(before)) {
        throw new IllegalArgumentException("times go forward, not " + before + ", " + time.get());
      }
      before = time.orElse(before);
    }
  }

  static OrderTimes orderedAt(Instant at) {
    Optional<Instant> not = Optional.empty();
    return new OrderTimes(at, not, not, not, not, not);
  }

  Instant last() {
    return countermanded
        .or(() -> completed)
        .or(() -> arrived)
        .or(() -> departed)
        .or(() -> acknowledged)
        .orElse(ordered);
  }

  /** Reached {@code state} at {@code at}, or at its last time when the clock was set back. */
  OrderTimes reached(OrderState state, Instant at) {
    var time = Optional.of(at.isBefore(last()) ? last() : at);
    return switch (state) {
      case ORDERED -> throw new IllegalArgumentException("an order begins as ordered");
      case ACKNOWLEDGED ->
          new OrderTimes(ordered, time, departed, arrived, completed, countermanded);
      case EN_ROUTE ->
          new OrderTimes(ordered, acknowledged, time, arrived, completed, countermanded);
      case ON_SCENE ->
          new OrderTimes(ordered, acknowledged, departed, time, completed, countermanded);
      case COMPLETE ->
          new OrderTimes(ordered, acknowledged, departed, arrived, time, countermanded);
      case COUNTERMANDED ->
          new OrderTimes(ordered, acknowledged, departed, arrived, completed, time);
    };
  }
}
