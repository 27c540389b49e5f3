package org.wanglou.command.session;

import java.time.Duration;

/**
 * How long a session lasts.
 *
 * @param idle ends after this long without a call; an open live map counts as use
 * @param whole ends after this long in any case; a county's duty shift is 24 h
 */
public record SessionPolicy(Duration idle, Duration whole) {
  public static final SessionPolicy STANDARD =
      new SessionPolicy(Duration.ofHours(2), Duration.ofHours(24));
}
