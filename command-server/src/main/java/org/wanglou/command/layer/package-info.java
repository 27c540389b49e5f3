/** Layers of features (stations, hospitals, shelters, depots ...) as the screens read them. */
package org.wanglou.command.layer;
