package org.wanglou.command.http;

/**
 * An {@code Idempotency-Key} with what it was sent with.
 *
 * @param requestHash SHA-256 of method, path and body
 */
@SuppressWarnings("ArrayRecordComponent") // bound to a statement; keys are never compared here
public record RequestKey(String key, String username, byte[] requestHash) {}
