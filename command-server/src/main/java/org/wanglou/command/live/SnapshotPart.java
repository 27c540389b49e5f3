package org.wanglou.command.live;

import io.vertx.core.json.JsonArray;
import org.jdbi.v3.core.Handle;

/** A part of the snapshot, supplied by the domain whose state it is. */
public interface SnapshotPart {
  /**
   * Its key in the snapshot: {@code incidents}, {@code orders}, {@code units}, {@code closures}.
   */
  String key();

  /** The state as this read-only transaction sees it; all parts are read in the same one. */
  JsonArray read(Handle tx);
}
