package org.wanglou.command.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** Headers that each answer carries, whatever it is. */
public final class SecurityHeaders implements Handler<RoutingContext> {
  private final Supplier<String> inlineScript;

  /**
   * @param inlineScript hash of the one inline script the pages have, the import map, as the policy
   *     writes it: {@code 'sha256-…'}
   */
  public SecurityHeaders(Supplier<String> inlineScript) {
    this.inlineScript = inlineScript;
  }

  private String contentSecurityPolicy() {
    return "default-src 'self'; script-src 'self' "
        + inlineScript.get()
        + "; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";
  }

  @Override
  public void handle(RoutingContext ctx) {
    ctx.response()
        .putHeader("Content-Security-Policy", contentSecurityPolicy())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
    ctx.next();
  }
}
