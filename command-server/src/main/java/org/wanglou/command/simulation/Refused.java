package org.wanglou.command.simulation;

/** The centre answered, and said no. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int CONFLICT = 409;
  private static final int UNAUTHENTICATED = 401;

  private final int status;

  Refused(int status, String answer) {
    super(status + " " + answer);
    this.status = status;
  }

  /** Somebody else was first: what is known of the order is old. */
  boolean isConflict() {
    return status == CONFLICT;
  }

  /** The token is no longer good. */
  boolean isUnknownCaller() {
    return status == UNAUTHENTICATED;
  }

  /** The same question will get the same answer until something changes. */
  boolean isForGood() {
    return status >= 400 && status < 500;
  }
}
