/** Measures what the design promises, over HTTP and the live socket of a server of its own. */
package org.wanglou.ops.bench;
