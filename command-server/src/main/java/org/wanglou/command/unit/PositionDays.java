package org.wanglou.command.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wanglou.gis.db.Database;

/**
 * The days for which positions can be kept: one partition of {@code unit_position} for each, in
 * UTC. A day that is over its time is dropped whole. The tables belong to the database's owner;
 * functions of the database make and drop them, within its limits, for the application.
 */
public final class PositionDays {
  private static final int AHEAD = 2;

  private final Database database;
  private final Clock clock;
  private final Set<LocalDate> there = ConcurrentHashMap.newKeySet();
  private volatile int keepDays;

  public PositionDays(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes the partitions of today and the next days and drops those that are over their time. At
   * the start, and hourly from then on.
   */
  public void turn() {
    keepDays =
        database.reference(
            tx ->
                tx.createQuery("SELECT keep_days FROM retention WHERE subject = 'unit_position'")
                    .mapTo(Integer.class)
                    .one());
    for (int ahead = 0; ahead <= AHEAD; ahead++) {
      make(today().plusDays(ahead));
    }
    database.reference(
        tx -> tx.createQuery("SELECT drop_old_position_days()").mapTo(Integer.class).one());
    there.removeIf(day -> day.isBefore(today().minusDays(keepDays)));
  }

  /** Whether a fix of that time is still kept. */
  boolean keeps(Instant time) {
    return !time.isBefore(clock.instant().minus(Duration.ofDays(keepDays)));
  }

  /** Makes sure that fixes of these times, all of which are kept, have their partition. */
  void prepare(Set<LocalDate> days) {
    days.stream().filter(day -> !there.contains(day)).forEach(this::make);
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private void make(LocalDate day) {
    database.reference(
        tx ->
            tx.createQuery("SELECT make_position_day(:day)")
                .bind("day", day)
                .mapTo(Boolean.class)
                .one());
    there.add(day);
  }

  private LocalDate today() {
    return dayOf(clock.instant());
  }
}
