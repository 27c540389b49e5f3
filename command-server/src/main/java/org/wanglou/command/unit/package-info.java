/**
 * Units (crews with their vehicles): what they are, whether they are free, where they were last
 * seen. A unit's status follows its active dispatch order; without one a dispatcher sets it.
 * Positions come in batches, go beside the event log, and never move the latest row back in time.
 *
 * <p>Uses {@code event}, {@code http}, {@code live}, {@code county}; {@code dispatch} and others
 * use it. Who changes a unit together with an incident or an order locks the unit first.
 */
package org.wanglou.command.unit;
