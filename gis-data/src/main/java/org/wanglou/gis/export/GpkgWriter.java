package org.wanglou.gis.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wanglou.gis.intake.IntakeLimits;
import org.wanglou.gis.intake.Ogr;

/** A GeoPackage, made by GDAL. */
final class GpkgWriter implements FeatureWriter {
  private final Path folder;
  private final Path file;
  private final ExportHeader header;
  private final List<ExportColumn> columns;
  private final OgrTable table;

  GpkgWriter(Path folder, Path file, ExportHeader header) throws IOException {
    this.folder = folder;
    this.file = file;
    this.header = header;
    this.columns = header.columns();
    this.table =
        new OgrTable(
            folder,
            header.layer().id(),
            columns.stream()
                .map(it -> new OgrTable.Column(it.name(), OgrTable.type(it.type())))
                .toList());
  }

  @Override
  public void write(ExportRow row) throws IOException {
    table.row(row, columns.stream().map(it -> row.values().get(it.name())).toList());
  }

  @Override
  public void close() throws IOException {
    table.close();
    var arguments = new ArrayList<>(List.of("-f", "GPKG"));
    arguments.addAll(OgrTable.options());
    arguments.addAll(List.of("-lco", "GEOMETRY_NAME=geom", "-lco", "FID=wanglou_fid"));
    arguments.addAll(List.of("-lco", "IDENTIFIER=" + header.layer().label().zh()));
    arguments.addAll(List.of("-lco", "DESCRIPTION=" + header.about()));
    if (header.crs().code().startsWith("EPSG:")) {
      arguments.addAll(List.of("-a_srs", header.crs().code()));
    }
    arguments.addAll(List.of(file.toString(), table.csv().toString()));
    new Ogr(folder, IntakeLimits.STANDARD).run("ogr2ogr", List.of("CSV", "GPKG"), arguments);
  }
}
