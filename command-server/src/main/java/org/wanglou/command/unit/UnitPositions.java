package org.wanglou.command.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wanglou.command.live.Fix;
import org.wanglou.command.live.PositionFeed;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * The newest fix of each unit, for the live picture. What is lost with the process is read again
 * from the latest rows at the next start.
 */
public final class UnitPositions implements PositionFeed {
  private final Map<RealmId, Newest> realms = new ConcurrentHashMap<>();

  /** Takes over the realm's latest rows. */
  public void fill(Database database, RealmId realm) {
    of(realm).take(database.read(realm, PositionStore::latest), false);
  }

  /** Units have new, stored fixes. Late ones change nothing. */
  void moved(RealmId realm, List<Fix> fixes) {
    of(realm).take(fixes, true);
  }

  @Override
  public List<Fix> drain(RealmId realm) {
    return of(realm).drain();
  }

  @Override
  public List<Fix> all(RealmId realm) {
    return of(realm).all();
  }

  private Newest of(RealmId realm) {
    return realms.computeIfAbsent(realm, it -> new Newest());
  }

  /** Holds its lock only for copying references, so that the event loop does not wait. */
  private static final class Newest {
    private final Map<UUID, Fix> all = new HashMap<>();
    private final Map<UUID, Fix> moved = new HashMap<>();

    synchronized void take(List<Fix> fixes, boolean toBePushed) {
      for (var fix : fixes) {
        var known = all.get(fix.unit());
        if (known == null || known.at().isBefore(fix.at())) {
          all.put(fix.unit(), fix);
          if (toBePushed) {
            moved.put(fix.unit(), fix);
          }
        }
      }
    }

    synchronized List<Fix> drain() {
      var drained = List.copyOf(moved.values());
      moved.clear();
      return drained;
    }

    synchronized List<Fix> all() {
      return List.copyOf(all.values());
    }
  }
}
