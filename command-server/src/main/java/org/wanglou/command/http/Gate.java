package org.wanglou.command.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Callers;
import org.wanglou.command.session.RecentCallers;
import org.wanglou.gis.fault.Fault;

/**
 * Lets in who is known: by session cookie with CSRF token, by bearer token, or for reading by HTTP
 * Basic with that token.
 */
public final class Gate {
  public static final String COOKIE = "wanglou_session";
  // What somebody may still do who has to change the password first.
  private static final Set<String> BEFORE_PASSWORD_CHANGE =
      Set.of("getSession", "signOut", "changePassword");

  private final Callers callers;
  private final RecentCallers recent;
  private final boolean behindProxy;
  private final boolean secureCookie;

  /**
   * @param behindProxy the sender's address is the last one in {@code X-Forwarded-For}
   * @param secureCookie the cookie travels over TLS only
   */
  public Gate(Callers callers, RecentCallers recent, boolean behindProxy, boolean secureCookie) {
    this.callers = callers;
    this.recent = recent;
    this.behindProxy = behindProxy;
    this.secureCookie = secureCookie;
  }

  Caller admit(ReceivedRequest request, String operationId) {
    return admitted(request, operationId, known(request));
  }

  /**
   * For pictures of the map, asked for by the hundred: who was let in up to {@link
   * RecentCallers#MAX_AGE} ago is let in without asking the database.
   */
  Caller admitAgain(ReceivedRequest request, String operationId) {
    if (!request.isSafe()) {
      return admit(request, operationId);
    }
    var secret =
        request
            .header("authorization")
            .or(() -> request.sessionCookie().map(cookie -> "cookie " + cookie));
    return admitted(
        request, operationId, secret.flatMap(it -> recent.recognise(it, () -> known(request))));
  }

  private Optional<Caller> known(ReceivedRequest request) {
    var authorization = request.header("authorization");
    return request.isSafe() && isBasic(authorization)
        ? byBasic(authorization.get())
        : recognise(authorization, request.sessionCookie());
  }

  private static Caller admitted(
      ReceivedRequest request, String operationId, Optional<Caller> known) {
    var caller =
        known.orElseThrow(() -> new Fault(Fault.Kind.UNAUTHENTICATED, "", "session.required"));
    if (!request.isSafe()) {
      caller
          .csrfToken()
          .ifPresent(expected -> checkCsrf(expected, request.header("x-csrf-token").orElse("")));
    }
    if (caller.user().mustChangePassword() && !BEFORE_PASSWORD_CHANGE.contains(operationId)) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "session.password_must_change");
    }
    return caller;
  }

  private static boolean isBasic(Optional<String> authorization) {
    return authorization.filter(it -> it.regionMatches(true, 0, "Basic ", 0, 6)).isPresent();
  }

  /**
   * HTTP Basic, for map programs that know nothing else, to read only: the user's name with a
   * bearer token as password. A user's own password is never taken here, so nothing can be guessed
   * and no limit on tries is passed by.
   */
  private Optional<Caller> byBasic(String authorization) {
    String pair;
    try {
      var decoded = Base64.getDecoder().decode(authorization.substring(6).trim());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : callers
            .byToken(pair.substring(colon + 1))
            .filter(it -> it.user().username().equals(pair.substring(0, colon)));
  }

  /** Who holds these credentials; a bearer token goes before a cookie. Blocks. */
  public Optional<Caller> recognise(Optional<String> authorization, Optional<String> cookie) {
    if (authorization.isPresent()) {
      return authorization
          .filter(it -> it.regionMatches(true, 0, "Bearer ", 0, 7))
          .flatMap(it -> callers.byToken(it.substring(7).trim()));
    }
    return cookie.flatMap(callers::bySession);
  }

  /** The cookie header's value for a session that was opened. */
  public String cookie(String value) {
    return standard(value).encode();
  }

  /** The cookie header's value that makes the browser forget it. */
  public String expiredCookie() {
    return standard("").setMaxAge(0).encode();
  }

  private Cookie standard(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secureCookie)
        .setSameSite(CookieSameSite.STRICT);
  }

  String address(ReceivedRequest request) {
    if (behindProxy) {
      var forwarded = request.header("x-forwarded-for").orElse("");
      var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
      if (!last.isEmpty()) {
        return last;
      }
    }
    return request.remoteAddress();
  }

  private static void checkCsrf(String expected, String given) {
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "session.csrf");
    }
  }
}
