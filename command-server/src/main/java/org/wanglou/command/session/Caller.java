package org.wanglou.command.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A recognised session or token.
 *
 * @param key names the session or token without giving it away; the same on every node
 * @param csrfToken present for a cookie session, absent for a bearer token
 * @param expiresAt absent for a token without end
 */
public record Caller(
    User user,
    Principal principal,
    String key,
    Optional<String> csrfToken,
    Optional<Instant> expiresAt) {}
