/**
 * The edge that has no domain: the contract, the router built from it, problems in the reader's
 * language, GeoJSON, paging, idempotency. Domains register their operations in {@link
 * org.wanglou.command.http.Api}; this package knows none of them but {@code session}.
 */
package org.wanglou.command.http;
