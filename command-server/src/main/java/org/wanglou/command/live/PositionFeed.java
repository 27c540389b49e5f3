package org.wanglou.command.live;

import java.util.List;
import org.wanglou.gis.db.RealmId;

/** The newest fixes, kept in memory; neither call may block. */
public interface PositionFeed {
  PositionFeed NONE =
      new PositionFeed() {
        @Override
        public List<Fix> drain(RealmId realm) {
          return List.of();
        }

        @Override
        public List<Fix> all(RealmId realm) {
          return List.of();
        }
      };

  /** The newest fix of each unit that moved since the last call. */
  List<Fix> drain(RealmId realm);

  /** The newest fix of every unit. */
  List<Fix> all(RealmId realm);
}
