/**
 * Road closures: reported by drawing a point, a line or a polygon, in force for whole edges of the
 * road network until they are lifted or their time has passed. In force means: not lifted, and
 * {@code until} not reached. The mask in {@code road} follows at once after each commit; a closure
 * that ends by itself leaves the mask at that very moment, and {@link
 * org.wanglou.command.closure.ClosureClock} writes it into the log within a second.
 *
 * <p>Uses {@code road}, {@code county}, and of {@code dispatch}, {@code unit} and {@code incident}
 * what is needed to say which orders a closure hits.
 */
package org.wanglou.command.closure;
