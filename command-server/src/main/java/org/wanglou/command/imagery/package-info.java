/**
 * Imagery behind the map over HTTP, for whoever is signed in, and its configuration. Keys of
 * services stay in the server.
 */
package org.wanglou.command.imagery;
