/**
 * Incidents: what happened, where, how bad. Reported, then responding from the first order on, then
 * closed once no order is active. Numbers count up within a realm without a gap.
 *
 * <p>Uses {@code event}, {@code http}, {@code county}; {@code dispatch} and others use it.
 */
package org.wanglou.command.incident;
