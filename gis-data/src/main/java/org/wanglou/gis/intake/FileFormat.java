package org.wanglou.gis.intake;

import java.util.Locale;

/** What a file can be. */
public enum FileFormat {
  SHAPEFILE("Shapefile"),
  GEOPACKAGE("GeoPackage"),
  GEOJSON("GeoJSON"),
  KML("KML, KMZ"),
  DXF("DXF"),
  CSV("CSV"),
  XLSX("XLSX"),
  OSM_PBF("OSM PBF"),
  TERRAIN("GeoTIFF, ASC, HGT");

  private final String label;

  FileFormat(String label) {
    this.label = label;
  }

  /** As people write it. */
  public String label() {
    return label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
