package org.wanglou.gis.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then random bits. Ids made
 * later sort later to the millisecond, so new rows land at the end of an index.
 */
public final class Uuid7 {
  private final Clock clock;
  private final Random random;

  public Uuid7(Clock clock, Random random) {
    this.clock = clock;
    this.random = random;
  }

  /** From the system's clock and a secure source of chance. */
  public static Uuid7 system() {
    return new Uuid7(Clock.systemUTC(), new SecureRandom());
  }

  /** Ids each of which sorts after the one before; for one thread. */
  public Supplier<UUID> ascending() {
    return new Supplier<>() {
      private long last;

      @Override
      public UUID get() {
        // Milliseconds and the 12 bits behind them count up together (RFC 9562 section 6.2).
        last = Math.max(last + 1, clock.millis() << 12);
        return new UUID(((last >>> 12) << 16) | 0x7000L | (last & 0x0FFFL), low());
      }
    };
  }

  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    return new UUID(high, low());
  }

  private long low() {
    return (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
  }
}
