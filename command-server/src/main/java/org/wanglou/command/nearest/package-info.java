/**
 * Who or what of a kind is nearest by road. Units and teams drive towards the asked place; to a
 * facility one drives from there.
 */
package org.wanglou.command.nearest;
