/** Puts the server together and starts and stops it. Knows everything; nothing knows it. */
package org.wanglou.command.app;
