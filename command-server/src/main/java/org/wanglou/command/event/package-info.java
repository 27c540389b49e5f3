/**
 * The event log: one gapless, hash-chained sequence per realm. Every act that changes something
 * appends exactly one event as the last statement of its transaction; timeline, live map, audit and
 * drill scoring are readers of it. Rows are never changed. Any domain may append; this package
 * knows none of them.
 */
package org.wanglou.command.event;
