/**
 * Is this running system whole? A Vert.x Unit suite that knows nothing but an address and an
 * account, and does the main job over HTTP and the live socket. It reports one incident that says
 * it is a check, and closes it.
 */
package org.wanglou.ops.smoke;
