/**
 * Pictures of the ground behind the map: MBTiles and folders of tiles in the data folder, and WMTS
 * and XYZ services a county has configured. All are answered as Web Mercator tiles at their true
 * place: what is in degrees or shifted (GCJ-02) is resampled. Nothing here asks the network unless
 * a service is configured; what is asked goes through {@link org.wanglou.gis.imagery.Upstream}.
 */
package org.wanglou.gis.imagery;
