package org.wanglou.ops.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.wanglou.gis.osm.Progress;

/** A long step on the terminal: share done and time left, every two seconds. */
final class ProgressLine implements Progress {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private final Voice voice;
  private final Clock clock;
  private String phase = "";
  private Instant began = Instant.EPOCH;
  private Instant said = Instant.EPOCH;

  ProgressLine(Voice voice, Clock clock) {
    this.voice = voice;
    this.clock = clock;
  }

  @Override
  public void at(String newPhase, long done, long total) {
    var now = clock.instant();
    if (!newPhase.equals(phase)) {
      phase = newPhase;
      began = now;
      said = now;
    } else if (Duration.between(said, now).compareTo(EVERY) >= 0 && done > 0 && total > 0) {
      said = now;
      double left = Duration.between(began, now).toMillis() / 1000.0 * (total - done) / done;
      voice.sayOf(phase, "launch.progress", 100 * done / total, Math.max(0, Math.round(left)));
    }
  }
}
