package org.wanglou.gis.db;

import java.util.UUID;

/** The realm a row belongs to: the real one, or one per drill run or replay. */
public record RealmId(UUID value) {
  /** The one real realm. Its id is fixed so that every node and every backup agrees on it. */
  public static final RealmId REAL =
      new RealmId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
}
