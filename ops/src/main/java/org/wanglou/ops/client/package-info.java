/** The public API as a person or a program uses it; for measurements and tests of the whole. */
package org.wanglou.ops.client;
