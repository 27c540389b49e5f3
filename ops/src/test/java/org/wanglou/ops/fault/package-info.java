/** What is left of the record when something breaks. */
package org.wanglou.ops.fault;
