package org.wanglou.command.app;

import org.wanglou.command.http.Answer;
import org.wanglou.command.session.Right;

/** Operations on the event log as a whole. */
record LogOperations(Parts parts) {
  void register() {
    parts
        .api()
        .on(
            "verifyLog",
            Right.VERIFY_LOG,
            call -> Answer.ok(parts.events().verify(call.principal().realm()).toJson()));
  }
}
