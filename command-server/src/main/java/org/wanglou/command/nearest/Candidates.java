package org.wanglou.command.nearest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.db.Columns;
import org.wanglou.command.unit.Position;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStatus;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.road.Profile;

/**
 * What there is of a kind. {@code unit}: available units at their latest position, or at their base
 * when they never reported one; each drives its own vehicle unless a profile is asked for. Every
 * other kind is the layer of that name; without a profile a car drives.
 */
final class Candidates {
  static final String UNIT = "unit";

  private static final String FEATURES =
      """
      SELECT id, name, ST_AsBinary(ST_PointOnSurface(geom)) AS place
        FROM feature
       WHERE layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now)
       ORDER BY id""";

  private final Database database;
  private final Clock clock;

  Candidates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  List<Candidate> of(String kind, RealmId realm, Optional<Profile> profile) {
    return kind.equals(UNIT) ? units(realm, profile) : features(kind, profile.orElse(Profile.CAR));
  }

  private List<Candidate> units(RealmId realm, Optional<Profile> profile) {
    return database.read(realm, UnitStore::all).stream()
        .filter(unit -> unit.status() == UnitStatus.AVAILABLE)
        .map(
            unit ->
                new Candidate(
                    unit.id(),
                    unit.name(),
                    place(unit),
                    profile.orElseGet(() -> Profile.of(unit.profile()))))
        .toList();
  }

  private static Point place(Unit unit) {
    return unit.latest().map(Position::location).orElse(unit.base().location());
  }

  private List<Candidate> features(String layer, Profile profile) {
    return database.reference(
        tx ->
            tx.createQuery(FEATURES)
                .bind("layer", layer)
                .bind("now", clock.instant())
                .map(
                    (row, ctx) ->
                        new Candidate(
                            Columns.uuid(row, "id"),
                            row.getString("name"),
                            Columns.geometry(row, "place", Point.class),
                            profile))
                .list());
  }
}
