/**
 * Roads as the running server uses them: the graph in memory, what is closed in each realm, and the
 * questions about it (route, nearest, matrix, the road at a point). Whoever sends something along a
 * road asks {@link org.wanglou.command.road.Roads}.
 */
package org.wanglou.command.road;
