package org.wanglou.gis.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

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

  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
