/**
 * Errors that a caller can mend, as keys and JSON pointers. Every module may use it; it uses none.
 */
package org.wanglou.gis.fault;
