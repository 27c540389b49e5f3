package org.wanglou.command.http;

import io.vertx.ext.web.handler.HttpException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.transaction.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.fault.Fault;

/**
 * Which problem a thrown thing is. What the caller cannot mend is logged with an id to find it by.
 */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  // SQLSTATE: 08 connection, 57P server shutting down or starting, 53 out of some resource.
  private static final List<String> AWAY = List.of("08", "57P", "53");

  // A NUL character, which JSON can carry and PostgreSQL cannot keep.
  private static final List<String> NOT_TEXT = List.of("22021", "22P05");

  private Problems() {}

  public static Problem of(Throwable thrown, String doing) {
    if (thrown instanceof Fault fault) {
      return Problem.of(fault);
    }
    if (thrown instanceof HttpException http) {
      return Problem.plain(http.getStatusCode(), "request.status_" + http.getStatusCode());
    }
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Fault fault) {
        return Problem.of(fault);
      }
      if (t instanceof TransactionException
          && t.getCause() instanceof SQLException sql
          && isAway(sql)) {
        LOG.warn("{}: whether it is committed is not known: {}", doing, sql.toString());
        return Problem.away("request.perhaps_saved");
      }
      if (t instanceof SQLException sql) {
        var known = database(sql);
        if (known != null) {
          LOG.warn("{}: {}", doing, sql.toString());
          return known;
        }
      }
    }
    var id = UUID.randomUUID();
    LOG.error("{}: unexpected, id {}", doing, id, thrown);
    return Problem.plain(500, "request.unexpected", id);
  }

  private static Problem database(SQLException sql) {
    if (sql instanceof java.sql.SQLTransientConnectionException) {
      return Problem.away("request.database_away");
    }
    var state = sql.getSQLState();
    if (state == null) {
      return null;
    }
    if (state.equals("53100")) {
      return Problem.away("request.disk_full");
    }
    if (state.equals("40001") || state.equals("40P01")) {
      return Problem.away("request.try_again");
    }
    if (NOT_TEXT.contains(state)) {
      return Problem.plain(400, "request.not_text");
    }
    return isAway(sql) ? Problem.away("request.database_away") : null;
  }

  private static boolean isAway(SQLException sql) {
    var state = sql.getSQLState();
    return state != null && AWAY.stream().anyMatch(state::startsWith);
  }
}
