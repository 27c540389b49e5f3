/**
 * Reads any OpenStreetMap extract in PBF into a {@link org.wanglou.gis.dataset.Dataset}. Three
 * passes over the file (relations, ways, nodes) bring what is wanted into an extract in memory;
 * after that the road network, the base map, the layers and the units are made from it, each by
 * itself. Blobs are decoded by GraphHopper's reader, on the calling thread. Nothing here touches
 * the database.
 */
package org.wanglou.gis.osm;
