/**
 * Whom to send: the need by kind and level of the incident (table {@code response_need}, which the
 * county edits), the units' states, and road times from one backward search for each kind of
 * vehicle. Every unit of the county is in the answer exactly once: in the plan, among the
 * alternatives, or passed over with the reason. Nothing is changed by asking.
 *
 * <p>Read in this order: {@link org.wanglou.command.recommendation.Recommend}, {@link
 * org.wanglou.command.recommendation.Assignment}.
 */
package org.wanglou.command.recommendation;
