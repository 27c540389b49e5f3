/**
 * Drives the units of a sample or an OSM extract, so that a newcomer sees a living map. A client of
 * the public API like any other: it learns from the live protocol, finds routes, reports positions
 * and answers orders with the rights of the account {@code simulator}; no other domain knows of it.
 *
 * <p>Invariants: only units that are SYNTHETIC are driven; a unit whose position another source
 * reports is left alone; nothing is remembered that a restart would miss. {@link
 * org.wanglou.command.simulation.Crew} decides and is plain Java; {@link
 * org.wanglou.command.simulation.Driver} carries out, on an event loop of its own that never waits.
 */
package org.wanglou.command.simulation;
