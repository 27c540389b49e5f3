package org.wanglou.command.live;

/** Why the server closes a socket; the numbers are those of {@code docs/live-protocol.md}. */
enum CloseCode {
  GOING_AWAY(1001, "server stops"),
  BAD_MESSAGE(4400, "message not understood"),
  SESSION_ENDED(4401, "session ended"),
  RIGHTS_CHANGED(4403, "rights changed"),
  TOO_SLOW(4408, "too slow");

  final short number;
  final String reason;

  CloseCode(int number, String reason) {
    this.number = (short) number;
    this.reason = reason;
  }
}
