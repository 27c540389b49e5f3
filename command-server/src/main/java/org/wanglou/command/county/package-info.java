/** Which county is loaded: its name, bounds and origin, and what a screen needs to start. */
package org.wanglou.command.county;
