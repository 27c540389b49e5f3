/**
 * Layers as vector tiles over HTTP, made by {@code gis.vectortile}, for whoever may read. The
 * address carries the layer's revision; what it shows may be kept for ever.
 */
package org.wanglou.command.vectortile;
