package org.wanglou.gis.layer;

import java.time.Instant;

/**
 * Who changes features, when and why.
 *
 * @param by a username, or {@code system:<part>}
 * @param reason "" when none was given
 */
public record Change(Instant at, String by, String reason, Act act) {
  /** How a version of a feature came to be. */
  public enum Act {
    CREATED,
    CHANGED,
    REMOVED,
    RESTORED,
    IMPORTED
  }
}
