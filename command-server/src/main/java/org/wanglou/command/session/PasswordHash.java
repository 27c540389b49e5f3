package org.wanglou.command.session;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Argon2id with 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet
 * allows. Takes some 50 ms of a core: never on an event loop.
 */
public final class PasswordHash {
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  // Checked when the user is unknown, so that the answer takes as long as for a known one.
  private final String nobody = of(Secret.next());

  public String of(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
  }

  /** False, in the same time, for an account that has no usable hash. */
  public boolean matches(String password, String hash) {
    boolean usable = hash.startsWith("$argon2id$");
    var against = usable ? hash : nobody;
    boolean same =
        Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
    return usable && same;
  }

  public void spendTheSameTime(String password) {
    matches(password, nobody);
  }

  /** Whether the hash was made with weaker settings than today's. */
  public boolean isOutdated(String hash) {
    var made = Argon2Function.getInstanceFromHash(hash);
    return made.getMemory() < ARGON2.getMemory() || made.getIterations() < ARGON2.getIterations();
  }
}
