package org.wanglou.gis.layer;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.wanglou.gis.fault.Fault;

/** A constraint of the table feature that a statement broke, as the caller's fault. */
final class Broken {
  private Broken() {}

  /** The fault, or the exception itself when it is no constraint that a caller can break. */
  static RuntimeException byStatement(
      UnableToExecuteStatementException e, Optional<String> externalId) {
    return fault(e.getCause(), externalId).map(RuntimeException.class::cast).orElse(e);
  }

  /** The same of a COPY. */
  static RuntimeException byCopy(UncheckedIOException e) {
    return fault(e.getCause().getCause(), Optional.empty())
        .map(RuntimeException.class::cast)
        .orElse(e);
  }

  private static Optional<Fault> fault(Throwable cause, Optional<String> externalId) {
    if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
      var constraint = String.valueOf(sql.getServerErrorMessage().getConstraint());
      if (constraint.equals("feature_layer_external_id_key")) {
        return Optional.of(
            Fault.conflict("/external_id", "layer.external_id_taken", externalId.orElse("")));
      } else if (constraint.equals("feature_geom_check")) {
        return Optional.of(Fault.invalid("/geometry", "layer.geometry_invalid"));
      } else if (constraint.equals("feature_check")) {
        return Optional.of(Fault.invalid("/valid_to", "layer.ends_before_start"));
      }
    }
    return Optional.empty();
  }
}
