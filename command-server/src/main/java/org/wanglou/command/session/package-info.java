/**
 * Who asks and what they may do: users, roles, rights, sessions and tokens. Sessions live on the
 * server, only hashes of secrets are stored, and an ended session is ended everywhere at once.
 * Knows nothing of HTTP; the routes are in {@code account}.
 */
package org.wanglou.command.session;
