package org.wanglou.command.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.LineString;
import org.wanglou.command.db.Columns;
import org.wanglou.command.dispatch.DispatchOrder.Travel;
import org.wanglou.gis.fault.Fault;

/** Dispatch orders in the database. */
public final class OrderStore {
  private static final String SELECT =
      """
      SELECT o.id, o.incident_id, o.unit_id, u.name AS unit_name, o.task, o.state, o.ordered_by, o.ordered_at,
             o.acknowledged_at, o.departed_at, o.arrived_at, o.completed_at, o.countermanded_at,
             o.countermand_reason, ST_AsBinary(o.route) AS route, o.duration_s, o.distance_m, o.revision
        FROM dispatch_order o
        JOIN unit u ON u.realm_id = o.realm_id AND u.id = o.unit_id
      """;
  private static final String ACTIVE = "o.state NOT IN ('complete', 'countermanded')";

  private OrderStore() {}

  public static Optional<DispatchOrder> find(Handle tx, UUID id) {
    return tx.createQuery(SELECT + " WHERE o.id = :id")
        .bind("id", id)
        .map(OrderStore::row)
        .findOne();
  }

  /**
   * @throws Fault NOT_FOUND {@code order.unknown}
   */
  public static DispatchOrder require(Handle tx, UUID id) {
    return find(tx, id).orElseThrow(() -> Fault.notFound("order.unknown", id));
  }

  /**
   * The order, kept from other writers until the transaction ends. Lock its unit before.
   *
   * @throws Fault NOT_FOUND {@code order.unknown}
   */
  public static DispatchOrder lock(Handle tx, UUID id) {
    return tx.createQuery(SELECT + " WHERE o.id = :id FOR NO KEY UPDATE OF o")
        .bind("id", id)
        .map(OrderStore::row)
        .findOne()
        .orElseThrow(() -> Fault.notFound("order.unknown", id));
  }

  /** All that bind a unit now, oldest first. */
  public static List<DispatchOrder> active(Handle tx) {
    return tx.createQuery(SELECT + " WHERE " + ACTIVE + " ORDER BY o.ordered_at, o.id")
        .map(OrderStore::row)
        .list();
  }

  /** Oldest first. */
  public static List<DispatchOrder> ofIncident(Handle tx, UUID incident) {
    return tx.createQuery(SELECT + " WHERE o.incident_id = :incident ORDER BY o.ordered_at, o.id")
        .bind("incident", incident)
        .map(OrderStore::row)
        .list();
  }

  /** The active ones, and those of incidents that are open or were closed after {@code since}. */
  static List<DispatchOrder> current(Handle tx, Instant since) {
    return tx.createQuery(
            SELECT
                + """
                  JOIN incident i ON i.realm_id = o.realm_id AND i.id = o.incident_id
                 WHERE i.state <> 'closed' OR i.closed_at > :since OR\s"""
                + ACTIVE
                + " ORDER BY o.ordered_at, o.id")
        .bind("since", since)
        .map(OrderStore::row)
        .list();
  }

  /** The time and id before which a page begins. */
  record Before(Instant orderedAt, UUID id) {}

  /** Newest first. */
  static List<DispatchOrder> page(
      Handle tx, Optional<UUID> incident, boolean onlyActive, Optional<Before> before, int limit) {
    return tx.createQuery(
            SELECT
                + " WHERE (NOT :onlyActive OR "
                + ACTIVE
                + ")"
                + """
                   AND (CAST(:incident AS uuid) IS NULL OR o.incident_id = CAST(:incident AS uuid))
                   AND (CAST(:at AS timestamptz) IS NULL
                        OR (o.ordered_at, o.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
                   ORDER BY o.ordered_at DESC, o.id DESC
                   LIMIT :limit""")
        .bind("onlyActive", onlyActive)
        .bind("incident", incident.map(UUID::toString).orElse(null))
        .bind("at", before.map(it -> it.orderedAt().toString()).orElse(null))
        .bind("id", before.map(it -> it.id().toString()).orElse(null))
        .bind("limit", limit)
        .map(OrderStore::row)
        .list();
  }

  /** False when the unit has an active order: {@code dispatch_order_one_active} refuses it. */
  public static boolean insert(Handle tx, DispatchOrder order) {
    return tx.createUpdate(
                """
                INSERT INTO dispatch_order (realm_id, id, incident_id, unit_id, task, state, ordered_by, ordered_at,
                       route, duration_s, distance_m)
                VALUES (current_realm(), :id, :incident, :unit, :task, :state, :orderedBy, :orderedAt,
                       ST_GeomFromWKB(:route, 4490), CAST(:duration AS double precision),
                       CAST(:distance AS double precision))
                ON CONFLICT (realm_id, unit_id) WHERE state NOT IN ('complete', 'countermanded') DO NOTHING""")
            .bind("id", order.id())
            .bind("incident", order.incidentId())
            .bind("unit", order.unitId())
            .bind("task", order.task().orElse(null))
            .bind("state", order.state().code())
            .bind("orderedBy", order.orderedBy())
            .bind("orderedAt", order.times().ordered())
            .bind("route", order.travel().map(it -> Columns.wkb(it.route())).orElse(null))
            .bind("duration", order.travel().map(Travel::durationS).orElse(null))
            .bind("distance", order.travel().map(Travel::distanceM).orElse(null))
            .execute()
        == 1;
  }

  /** Stores state and times and returns the order with its next revision. */
  public static DispatchOrder update(Handle tx, DispatchOrder order) {
    var times = order.times();
    tx.createUpdate(
            """
            UPDATE dispatch_order
               SET state = :state, acknowledged_at = CAST(:acknowledged AS timestamptz),
                   departed_at = CAST(:departed AS timestamptz), arrived_at = CAST(:arrived AS timestamptz),
                   completed_at = CAST(:completed AS timestamptz),
                   countermanded_at = CAST(:countermanded AS timestamptz), countermand_reason = :reason,
                   revision = revision + 1
             WHERE id = :id""")
        .bind("id", order.id())
        .bind("state", order.state().code())
        .bind("acknowledged", times.acknowledged().orElse(null))
        .bind("departed", times.departed().orElse(null))
        .bind("arrived", times.arrived().orElse(null))
        .bind("completed", times.completed().orElse(null))
        .bind("countermanded", times.countermanded().orElse(null))
        .bind("reason", order.countermandReason().orElse(null))
        .execute();
    return require(tx, order.id());
  }

  /** Another way for the unit; empty when no road leads there any more. */
  static void setTravel(Handle tx, UUID id, Optional<Travel> travel) {
    tx.createUpdate(
            """
            UPDATE dispatch_order
               SET route = ST_GeomFromWKB(:route, 4490), duration_s = CAST(:duration AS double precision),
                   distance_m = CAST(:distance AS double precision), revision = revision + 1
             WHERE id = :id""")
        .bind("id", id)
        .bind("route", travel.map(it -> Columns.wkb(it.route())).orElse(null))
        .bind("duration", travel.map(Travel::durationS).orElse(null))
        .bind("distance", travel.map(Travel::distanceM).orElse(null))
        .execute();
  }

  private static DispatchOrder row(ResultSet row, StatementContext ctx) throws SQLException {
    var route = Columns.maybeGeometry(row, "route", LineString.class);
    double durationS = row.getDouble("duration_s");
    double distanceM = row.getDouble("distance_m");
    return new DispatchOrder(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "incident_id"),
        Columns.uuid(row, "unit_id"),
        row.getString("unit_name"),
        Columns.maybeText(row, "task"),
        OrderState.of(row.getString("state")),
        row.getString("ordered_by"),
        new OrderTimes(
            Columns.instant(row, "ordered_at"),
            Columns.maybeInstant(row, "acknowledged_at"),
            Columns.maybeInstant(row, "departed_at"),
            Columns.maybeInstant(row, "arrived_at"),
            Columns.maybeInstant(row, "completed_at"),
            Columns.maybeInstant(row, "countermanded_at")),
        Columns.maybeText(row, "countermand_reason"),
        route.map(it -> new Travel(it, durationS, distanceM)),
        row.getInt("revision"));
  }
}
