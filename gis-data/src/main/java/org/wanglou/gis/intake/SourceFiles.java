package org.wanglou.gis.intake;

import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/** Opens an upload with the reader of its format. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * @param encoding {@code UTF-8} or {@code GBK} where somebody has decided it
   * @throws Fault INVALID when the file cannot be read; terrain is no source of features
   */
  public static SourceFile open(Upload upload, Optional<String> encoding, IntakeLimits limits) {
    return switch (upload.format()) {
      case SHAPEFILE -> new ShapefileSource(upload, encoding, limits);
      case GEOPACKAGE, DXF -> new OgrSource(upload, limits);
      case GEOJSON -> new GeoJsonSource(upload);
      case KML -> new KmlSource(upload);
      case CSV -> new CsvSource(upload, encoding);
      case XLSX -> new XlsxSource(upload);
      case OSM_PBF -> new OsmSource(upload);
      case TERRAIN -> throw Fault.invalid("/layer", "import.terrain");
    };
  }
}
