package org.wanglou.drills.unit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is on record about an order.
 *
 * @param done acts that are recorded, by whomever, with their times
 */
public record OrderRecord(
    UUID id,
    UUID unit,
    Instant orderedAt,
    Map<Act, Instant> done,
    Optional<Instant> countermanded) {
  public OrderRecord {
    done = Map.copyOf(done);
  }

  public static OrderRecord fresh(UUID id, UUID unit, Instant orderedAt) {
    return new OrderRecord(id, unit, orderedAt, Map.of(), Optional.empty());
  }

  public OrderRecord with(Act act, Instant at) {
    var more = new EnumMap<Act, Instant>(Act.class);
    more.putAll(done);
    more.put(act, at);
    return new OrderRecord(id, unit, orderedAt, more, countermanded);
  }

  public OrderRecord countermandedAt(Instant at) {
    return new OrderRecord(id, unit, orderedAt, done, Optional.of(at));
  }

  public Optional<Instant> when(Act act) {
    return Optional.ofNullable(done.get(act));
  }

  /** Whether the act, or one that comes after it, is recorded. */
  public boolean isPast(Act act) {
    return done.keySet().stream().anyMatch(it -> it.compareTo(act) >= 0);
  }
}
