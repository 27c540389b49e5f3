/** The whole system through its screens, in a real Chromium. */
package org.wanglou.ops.screen;
