package org.wanglou.gis.export;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on its way out.
 *
 * @param geometry in the coordinate system of the export
 * @param values by column: texts, numbers, booleans, lists of maps; null where there is none
 */
record ExportRow(Geometry geometry, Map<String, Object> values) {}
