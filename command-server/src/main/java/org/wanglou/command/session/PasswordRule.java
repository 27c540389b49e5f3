package org.wanglou.command.session;

import java.util.Locale;
import org.wanglou.gis.fault.Fault;

/** Length counts, not the kinds of characters (NIST SP 800-63B section 3.1.1.2). */
final class PasswordRule {
  static final int LEAST_LENGTH = 8;

  private PasswordRule() {}

  static void check(String pointer, String password, String username) {
    if (password.codePointCount(0, password.length()) < LEAST_LENGTH) {
      throw Fault.invalid(pointer, "password.too_short", LEAST_LENGTH);
    }
    if (password.toLowerCase(Locale.ROOT).contains(username)) {
      throw Fault.invalid(pointer, "password.contains_username");
    }
  }
}
