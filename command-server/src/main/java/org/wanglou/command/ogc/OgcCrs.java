package org.wanglou.command.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wanglou.gis.fault.Fault;

/**
 * A coordinate system of answers and boxes, with the order of axes that its authority gives it (OGC
 * API Features part 2): EPSG:4490 and 4326 latitude first, the Gauss-Krüger zones northing first,
 * CRS84 longitude first, 3857 easting first.
 *
 * @param srid that PostGIS computes it with. WGS 84 is CGCS2000 here: their difference is smaller
 *     than what anything on the map is known to
 * @param northFirst whether the order of PostGIS has to be turned
 * @param decimals digits behind the point, about a millimetre
 */
record OgcCrs(String uri, int srid, boolean northFirst, int decimals) {
  static final OgcCrs CRS84 =
      new OgcCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4490, false, 8);
  static final String STORAGE = "http://www.opengis.net/def/crs/EPSG/0/4490";

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final int DEGREE_DECIMALS = 8;
  private static final int METRE_DECIMALS = 3;
  private static final Map<String, OgcCrs> ALL = all();

  /** Of the URI, of its form with https, or of {@code EPSG:4490} and {@code OGC:CRS84}. */
  static OgcCrs of(String text, String pointer) {
    var uri =
        text.replaceFirst("^https://www\\.opengis\\.net/", "http://www.opengis.net/")
            .replaceFirst("^(?i)EPSG:(\\d+)$", EPSG + "$1")
            .replaceFirst("^(?i)(OGC:)?CRS84$", CRS84.uri())
            .replaceFirst("^\\[(EPSG|OGC):(\\w+)]$", "$1:$2");
    var found = ALL.get(uri);
    if (found == null) {
      throw new Fault(Fault.Kind.MALFORMED, pointer, "ogc.crs", text);
    }
    return found;
  }

  static List<String> uris() {
    return List.copyOf(ALL.keySet());
  }

  /** Whether its unit is the degree. */
  boolean isGeographic() {
    return srid == 4490;
  }

  /** SQL of the column geom in this system. */
  String geometrySql() {
    var placed = isGeographic() ? "geom" : "ST_Transform(geom, " + srid + ")";
    return "ST_AsGeoJSON("
        + (northFirst ? "ST_FlipCoordinates(" + placed + ")" : placed)
        + ", "
        + decimals
        + ")";
  }

  private static Map<String, OgcCrs> all() {
    var all = new LinkedHashMap<String, OgcCrs>();
    all.put(CRS84.uri(), CRS84);
    all.put(STORAGE, new OgcCrs(STORAGE, 4490, true, DEGREE_DECIMALS));
    var wgs84 = EPSG + 4326;
    all.put(wgs84, new OgcCrs(wgs84, 4490, true, DEGREE_DECIMALS));
    var mercator = EPSG + 3857;
    all.put(mercator, new OgcCrs(mercator, 3857, false, METRE_DECIMALS));
    // CGCS2000 in zones of six degrees (4491 to 4512) and of three (4513 to 4554).
    IntStream.rangeClosed(4491, 4554)
        .forEach(code -> all.put(EPSG + code, new OgcCrs(EPSG + code, code, true, METRE_DECIMALS)));
    return java.util.Collections.unmodifiableMap(all);
  }
}
