package org.wanglou.gis.sample;

import java.util.Random;

/** Chance that is the same on every machine: one seed, one stream a purpose, and smooth noise. */
final class Noise {
  private static final long SEED = 141_031;

  private final long seed;

  private Noise(long seed) {
    this.seed = seed;
  }

  /** A stream of its own for each purpose, so that one step's changes do not move the others. */
  static Random dice(String purpose) {
    return new Random(mixed(SEED * 31 + purpose.hashCode()));
  }

  static Noise of(String purpose) {
    return new Noise(mixed(SEED * 31 + purpose.hashCode()));
  }

  /** Fixed number in [0, 1) for a cell. */
  double at(long column, long row) {
    return (mixed(seed ^ mixed(column * 0x1F1F1F1FL + row)) >>> 11) * 0x1.0p-53;
  }

  /** Smooth in [-1, 1]; neighbours {@code waveM} apart are independent. */
  double smooth(double x, double y, double waveM) {
    double c = Math.floor(x / waveM);
    double r = Math.floor(y / waveM);
    double u = eased(x / waveM - c);
    double v = eased(y / waveM - r);
    long i = (long) c;
    long j = (long) r;
    double south = at(i, j) * (1 - u) + at(i + 1, j) * u;
    double north = at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u;
    return 2 * (south * (1 - v) + north * v) - 1;
  }

  /** Sum of four octaves, about [-1, 1]. */
  double rough(double x, double y, double waveM) {
    double sum = 0;
    double share = 0.53;
    double wave = waveM;
    for (int octave = 0; octave < 4; octave++) {
      sum += share * smooth(x + octave * 7919.0, y - octave * 6101.0, wave);
      share /= 2;
      wave /= 2;
    }
    return sum;
  }

  private static double eased(double t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }

  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
