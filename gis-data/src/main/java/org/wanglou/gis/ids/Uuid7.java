package org.wanglou.gis.ids;

import java.nio.ByteBuffer;
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
      // Chance by the kilobyte: a secure source has a price for each call.
      private final byte[] drawn = new byte[1 << 10];
      private final ByteBuffer chance = ByteBuffer.wrap(drawn).limit(0);
      private long last;

      @Override
      public UUID get() {
        // Milliseconds and the 12 bits behind them count up together (RFC 9562 section 6.2).
        last = Math.max(last + 1, clock.millis() << 12);
        if (!chance.hasRemaining()) {
          random.nextBytes(drawn);
          chance.clear();
        }
        return new UUID(
            ((last >>> 12) << 16) | 0x7000L | (last & 0x0FFFL), variant(chance.getLong()));
      }
    };
  }

  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    return new UUID(high, low());
  }

  private long low() {
    return variant(random.nextLong());
  }

  private static long variant(long chance) {
    return (chance & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
  }
}
