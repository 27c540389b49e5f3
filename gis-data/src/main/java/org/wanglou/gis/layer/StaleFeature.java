package org.wanglou.gis.layer;

import org.wanglou.gis.fault.Fault;

/**
 * Somebody else changed the feature first; carries what it is now, so that both can be compared.
 */
public final class StaleFeature extends Fault {
  private static final long serialVersionUID = 1L;

  private final transient Feature current;

  StaleFeature(Feature current, int expectedRevision) {
    super(
        Kind.CONFLICT,
        "/If-Match",
        "layer.changed_meanwhile",
        current.changedBy(),
        current.changedAt(),
        expectedRevision,
        current.revision());
    this.current = current;
  }

  public Feature current() {
    return current;
  }
}
