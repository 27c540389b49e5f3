/**
 * Dispatch orders: a unit is sent to an incident, and what becomes of it. A unit has one active
 * order at most; the index {@code dispatch_order_one_active} is what holds that, whoever races.
 *
 * <p>Uses {@code unit}, {@code incident}, {@code road}. Locks are taken in the order unit,
 * incident, order, so that no two acts wait for each other.
 */
package org.wanglou.command.dispatch;
