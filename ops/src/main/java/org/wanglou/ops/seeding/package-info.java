/**
 * {@code ops/seed-tiles}: asks the running server for the base map's tiles, so that they are
 * painted before anybody waits for them. The server is the only one who writes its cache.
 */
package org.wanglou.ops.seeding;
