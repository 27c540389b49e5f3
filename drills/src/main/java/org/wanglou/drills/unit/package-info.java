/**
 * Simulated units. Everything here is a pure function of an order's record, a route and the time:
 * no clock, no input or output, no state that a restart could lose. Who wants to know where a unit
 * is asks for a time, in any order and at any pace; who drives a unit in the real system ({@code
 * simulation} in the command server) asks for now, once a second.
 *
 * <p>Start at {@link org.wanglou.drills.unit.Mission}. Times are {@link java.time.Instant}s, places
 * EPSG:4490 longitude first, lengths metres on the ellipsoid.
 */
package org.wanglou.drills.unit;
