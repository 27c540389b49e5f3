/** {@code ops/import}: a file into a layer of the running server, over HTTP as a screen does it. */
package org.wanglou.ops.importing;
