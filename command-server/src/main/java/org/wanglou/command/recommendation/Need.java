package org.wanglou.command.recommendation;

/**
 * Units with a capability that an incident needs.
 *
 * @param units how many, above 0
 */
record Need(String capability, int units) {}
