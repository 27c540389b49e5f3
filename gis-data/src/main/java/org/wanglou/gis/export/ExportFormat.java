package org.wanglou.gis.export;

import java.util.Locale;

/** What a layer can be written as. */
public enum ExportFormat {
  GEOJSON("geojson", "application/geo+json"),
  GPKG("gpkg", "application/geopackage+sqlite3"),
  SHP("zip", "application/zip"),
  CSV("csv", "text/csv; charset=utf-8"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  KML("kml", "application/vnd.google-earth.kml+xml");

  private final String ending;
  private final String mediaType;

  ExportFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** Of the file's name. */
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  public static ExportFormat of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
