package org.wanglou.drills.unit;

import java.time.Duration;
import java.util.UUID;

/**
 * How long crews take. Each time lies in a span; where, is settled by the unit and the order alone,
 * so that the same crew takes the same time whenever one asks.
 *
 * @param reaction from the order to its acknowledgement
 * @param turnout from the acknowledgement to the departure
 * @param work on scene
 * @param haste how many times faster than the road's speed units drive; 1 but for tests
 */
public record Pace(Span reaction, Span turnout, Span work, double haste) {
  /** Shortest and longest. */
  public record Span(Duration from, Duration to) {
    public Span {
      if (from.isNegative() || to.compareTo(from) < 0) {
        throw new IllegalArgumentException(from + " to " + to);
      }
    }

    /** Of somebody, always the same. */
    public Duration of(UUID who) {
      return at(Chance.share(who, 0));
    }

    /**
     * @param share 0 for the shortest, 1 for the longest
     */
    Duration at(double share) {
      return from.plusMillis(Math.round(share * to.minus(from).toMillis()));
    }
  }

  /**
   * Brisk: who tries the system sees an answer at once and wheels turning within the minute. Plain
   * round numbers for that purpose, not a measurement of any crew.
   */
  public static final Pace STANDARD =
      new Pace(seconds(4, 10), seconds(15, 30), seconds(180, 480), 1);

  public static Span seconds(int from, int to) {
    return new Span(Duration.ofSeconds(from), Duration.ofSeconds(to));
  }

  Duration reactionOf(OrderRecord order) {
    return reaction.at(share(order, 1));
  }

  Duration turnoutOf(OrderRecord order) {
    return turnout.at(share(order, 2));
  }

  Duration workOf(OrderRecord order) {
    return work.at(share(order, 3));
  }

  private static double share(OrderRecord order, long what) {
    return Chance.share(order.unit(), Chance.bits(order.id(), what));
  }
}
