/**
 * Serves the screens of map-web: the pages, and their modules under an address that names their
 * content.
 */
package org.wanglou.command.web;
