/**
 * The live picture: one reader of the event log per realm, one encoded frame for all clients. The
 * protocol is {@code docs/live-protocol.md}. Domains supply {@link
 * org.wanglou.command.live.SnapshotPart} and {@link org.wanglou.command.live.PositionFeed}; this
 * package knows none of them.
 */
package org.wanglou.command.live;
