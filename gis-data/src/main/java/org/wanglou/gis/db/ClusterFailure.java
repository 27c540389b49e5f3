package org.wanglou.gis.db;

/**
 * The private database cluster could not be made or started. The launcher says it in the reader's
 * language.
 */
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String where;
  private final String reason;

  public ClusterFailure(String code, String where, String reason, Throwable cause) {
    super(code + " " + where + ": " + reason, cause);
    this.code = code;
    this.where = where;
    this.reason = reason;
  }

  /** Message key, for example {@code cluster.no_binaries}. */
  public String code() {
    return code;
  }

  public String where() {
    return where;
  }

  public String reason() {
    return reason;
  }
}
