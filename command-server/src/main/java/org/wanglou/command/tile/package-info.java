/** The base map's tiles over HTTP: painted by {@code gis.tile}, for whoever is signed in. */
package org.wanglou.command.tile;
