package org.wanglou.gis.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.layer.LayerType;

/**
 * What is known of a layer before its first row is written.
 *
 * @param synthetic whether there is an invented feature in it
 * @param onlyPoints whether two columns can say where each feature is
 * @param provenances and sources of all features
 * @param dataDate of the newest change
 */
record ExportHeader(
    LayerType layer,
    SourceCrs crs,
    long count,
    boolean synthetic,
    boolean onlyPoints,
    List<String> provenances,
    List<String> sources,
    Optional<Instant> dataDate,
    Instant exportedAt) {
  static final String MARK = "模拟数据 SYNTHETIC";

  List<ExportColumn> columns() {
    return ExportColumn.of(layer);
  }

  /** One line for people. */
  String about() {
    return "%s %s; %s; %s; %s%s"
        .formatted(
            layer.label().zh(),
            layer.label().en(),
            crs.code(),
            String.join(", ", provenances),
            String.join(", ", sources),
            synthetic ? "; " + MARK : "");
  }
}
