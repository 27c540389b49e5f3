/**
 * Starts everything on one machine and stops it again: settings, data folder, database, county,
 * first administrator, server. What goes wrong before the server listens is said in one sentence
 * with what to do. Nothing else may end the process.
 */
package org.wanglou.ops.launch;
