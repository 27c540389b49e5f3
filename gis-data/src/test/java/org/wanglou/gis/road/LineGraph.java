package org.wanglou.gis.road;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * pgRouting as a second opinion. Its own search with turn restrictions is known to be wrong, so SQL
 * spreads the network out: a vertex is an arc just driven, an edge an allowed turn into the next
 * arc; on that plain Dijkstra is exact. For restrictions at one node. Speeds, access and one-ways
 * are read from the tables anew.
 */
final class LineGraph {
  private static final String ARCS =
      """
      CREATE TEMP TABLE arc AS
      WITH speed AS (
        SELECT DISTINCT ON (road_class, surface) road_class, surface, speed_kmh
          FROM road_speed WHERE profile = :profile AND valid_from <= current_date
         ORDER BY road_class, surface, valid_from DESC)
      SELECT 2 * e.id + d.dir AS id, e.id AS edge,
             CASE d.dir WHEN 0 THEN e.from_node ELSE e.to_node END AS tail,
             CASE d.dir WHEN 0 THEN e.to_node ELSE e.from_node END AS head,
             e.length_m * 3.6
               / least(c.speed_kmh, own.speed_kmh, every.speed_kmh, e.max_speed_kmh) AS cost,
             e.id = ANY(:closed) AS closed
        FROM road_edge e
        JOIN speed c ON c.road_class = e.road_class AND c.surface = '*'
        LEFT JOIN speed own ON own.road_class = e.road_class AND own.surface = e.surface
        LEFT JOIN speed every ON every.road_class = '*' AND every.surface = e.surface
       CROSS JOIN (VALUES (0), (1)) d(dir)
       WHERE e.motor_access = ANY(:access) AND e.one_way <> CASE d.dir WHEN 0 THEN -1 ELSE 1 END""";

  private static final String TURNS =
      """
      CREATE TEMP TABLE turn AS
      SELECT a.id AS source, b.id AS target, b.cost
        FROM arc a
        JOIN arc b ON b.tail = a.head
       WHERE NOT a.closed AND NOT b.closed AND NOT EXISTS (
         SELECT FROM turn_restriction r
          WHERE r.from_edge = a.edge AND r.via_node = a.head AND NOT r.exempt && CAST(:exempt AS text[])
            AND (b.edge = r.to_edge) <> r.only_this
            AND EXISTS (SELECT FROM arc t WHERE t.tail = a.head AND t.edge = r.to_edge))""";

  /** From the start over the rest of its arcs, or over each arc that leaves its node. */
  private static final String START =
      """
      INSERT INTO turn
      SELECT :start, id, cost * CASE WHEN :node >= 0 THEN 1 WHEN id % 2 = 0 THEN 1 - :share ELSE :share END
        FROM arc WHERE NOT closed AND ((:node >= 0 AND tail = :node) OR (:node < 0 AND edge = :edge))""";

  /** Into part of the end's arcs, or nothing more at its node. */
  private static final String END =
      """
      INSERT INTO turn
      SELECT t.source, :end, b.cost * CASE WHEN b.id % 2 = 0 THEN :share ELSE 1 - :share END
        FROM turn t JOIN arc b ON b.id = t.target
       WHERE :node < 0 AND b.edge = :edge AND (t.source >= 0 OR t.source = :start AND :whole)
      UNION ALL
      SELECT id, :end, 0 FROM arc WHERE NOT closed AND :node >= 0 AND head = :node""";

  private static final String ALONG =
      """
      INSERT INTO turn
      SELECT :start, :end, cost * abs(:to - :from)
        FROM arc
       WHERE edge = :edge AND CASE WHEN id % 2 = 0 THEN :to >= :from ELSE :to <= :from END""";

  private static final String COSTS =
      """
      SELECT start_vid, agg_cost
        FROM pgr_dijkstraCost(
          'SELECT row_number() OVER () AS id, source, target, cost FROM turn',
          'SELECT source, target FROM pair')""";

  private final Handle tx;
  private int pairs;

  LineGraph(Handle tx, Profile profile, ClosureMask closed) {
    this.tx = tx;
    boolean emergency = profile.isEmergency();
    tx.createUpdate(ARCS)
        .bind("profile", profile.code())
        .bindArray(
            "closed",
            Integer.class,
            IntStream.range(0, edges(tx)).filter(closed::closed).boxed().toArray())
        .bindArray(
            "access",
            String.class,
            "yes",
            "destination",
            emergency ? "private" : "yes",
            emergency ? "emergency" : "yes")
        .execute();
    tx.execute("CREATE INDEX ON arc (tail)");
    tx.execute("CREATE INDEX ON arc (edge)");
    tx.execute("CREATE INDEX ON arc (head)");
    tx.createUpdate(TURNS)
        .bindArray("exempt", String.class, emergency ? "emergency" : "motorcar")
        .execute();
    tx.execute("CREATE INDEX ON turn (target)");
    tx.execute("CREATE TEMP TABLE pair (source bigint, target bigint)");
  }

  private static int edges(Handle tx) {
    return tx.createQuery("SELECT count(*) FROM road_edge").mapTo(Integer.class).one();
  }

  /** Adds a question; the answer bears its number. */
  int ask(Histories.Spot start, Histories.Spot end) {
    int number = ++pairs;
    long from = -2L * number;
    long to = from - 1;
    tx.createUpdate(START)
        .bind("start", from)
        .bind("node", start.node())
        .bind("share", start.share())
        .bind("edge", start.edge())
        .execute();
    tx.createUpdate(END)
        .bind("start", from)
        .bind("end", to)
        .bind("node", end.node())
        .bind("share", end.share())
        .bind("edge", end.edge())
        .bind("whole", start.node() >= 0)
        .execute();
    if (start.node() < 0 && end.node() < 0 && start.edge() == end.edge()) {
      tx.createUpdate(ALONG)
          .bind("start", from)
          .bind("end", to)
          .bind("from", start.share())
          .bind("to", end.share())
          .bind("edge", start.edge())
          .execute();
    }
    tx.execute("INSERT INTO pair VALUES (?, ?)", from, to);
    return number;
  }

  /** Seconds by number of the question; unreachable ones are missing. */
  Map<Integer, Double> answers() {
    var seconds = new HashMap<Integer, Double>();
    tx.createQuery(COSTS)
        .map((row, c) -> seconds.put((int) (row.getLong(1) / -2), row.getDouble(2)))
        .list();
    return seconds;
  }
}
