package org.wanglou.drills.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One unit on one order: phase, place and the acts that are due, as a function of the order's
 * record, the way and the time. Acts on record happened when the record says; those to come are
 * planned from them by the {@link Pace} and the way's duration. A countermand leaves the unit where
 * it is at that moment: from there a {@link Trip} leads home.
 *
 * @param start where the order reached the unit
 * @param way from {@code start} on, begun with the departure; empty as long as no route is known,
 *     and then the unit does not depart
 */
public record Mission(OrderRecord order, Place start, Optional<Drive> way, Pace pace) {
  public Mission {
    start = start.halted();
  }

  public Mission with(OrderRecord newer) {
    return new Mission(newer, start, way, pace);
  }

  /** Stops where it is at {@code t}, and knows no way on. */
  public Mission halted(Instant t) {
    return new Mission(order, placeAt(t), Optional.empty(), pace);
  }

  /** Without a way so far, goes on at {@code t}, or with its departure if that is still to come. */
  public Mission goingOn(Instant t, Drive newWay) {
    double stoodS = order.when(Act.DEPART).map(it -> Trip.seconds(it, t)).orElse(0.0);
    return new Mission(order, start, Optional.of(Drive.standing(start, stoodS).then(newWay)), pace);
  }

  /** When an act happened or is planned; empty when it never will, for want of a way. */
  public Optional<Instant> when(Act act) {
    return order
        .when(act)
        .or(
            () ->
                switch (act) {
                  case ACKNOWLEDGE -> Optional.of(order.orderedAt().plus(pace.reactionOf(order)));
                  case DEPART ->
                      way.flatMap(it -> when(Act.ACKNOWLEDGE))
                          .map(it -> it.plus(pace.turnoutOf(order)));
                  case ARRIVE -> way.flatMap(it -> when(Act.DEPART).map(t -> t.plus(duration(it))));
                  case COMPLETE -> when(Act.ARRIVE).map(it -> it.plus(pace.workOf(order)));
                });
  }

  /** What has to be said by then and is not on record, in sequence. */
  public List<Act> dueUntil(Instant t) {
    var due = new ArrayList<Act>();
    if (order.countermanded().isPresent()) {
      return due;
    }
    for (var act : Act.values()) {
      if (!order.isPast(act)) {
        if (when(act).filter(it -> !it.isAfter(t)).isEmpty()) {
          return due;
        }
        due.add(act);
      }
    }
    return due;
  }

  public Phase phaseAt(Instant t) {
    if (order.countermanded().filter(it -> !it.isAfter(t)).isPresent()) {
      return Phase.COUNTERMANDED;
    }
    var phase = Phase.ORDERED;
    for (var act : Act.values()) {
      if (when(act).filter(it -> !it.isAfter(t)).isPresent()) {
        phase = act.leadsTo;
      }
    }
    return phase;
  }

  public Place placeAt(Instant t) {
    var departed = when(Act.DEPART);
    if (way.isEmpty() || departed.isEmpty() || t.isBefore(departed.get())) {
      return start;
    }
    var halt = haltAt();
    if (halt.isPresent() && !t.isBefore(halt.get())) {
      return way.get().at(Trip.seconds(departed.get(), halt.get())).halted();
    }
    return way.get().at(Trip.seconds(departed.get(), t));
  }

  /** Whether the unit still has to come within {@code withinM} of a point after {@code t}. */
  public boolean passes(Place point, double withinM, Instant t) {
    double drivenS = order.when(Act.DEPART).map(it -> Trip.seconds(it, t)).orElse(0.0);
    return way.filter(it -> it.passes(point, withinM, drivenS)).isPresent();
  }

  /** When it stopped before the end of its way, told by the record. */
  private Optional<Instant> haltAt() {
    return Stream.of(order.countermanded(), order.when(Act.ARRIVE), order.when(Act.COMPLETE))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private static Duration duration(Drive drive) {
    return Duration.ofNanos(Math.round(drive.durationS() * 1e9));
  }
}
