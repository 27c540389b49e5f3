package org.wanglou.drills.unit;

import java.util.UUID;

/** Numbers that look like chance and are a function of ids alone. */
final class Chance {
  private Chance() {}

  /** At least 0 and below 1. */
  static double share(UUID who, long what) {
    return (bits(who, what) >>> 11) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64 over the id's bits: neighbouring ids give unrelated numbers. */
  static long bits(UUID who, long what) {
    long z = mix(who.getMostSignificantBits() + 0x9e3779b97f4a7c15L * (what + 1));
    return mix(z ^ who.getLeastSignificantBits());
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
