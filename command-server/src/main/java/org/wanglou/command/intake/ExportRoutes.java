package org.wanglou.command.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.export.ExportFormat;
import org.wanglou.gis.export.LayerExport;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/** {@code GET /api/v1/layers/{layer}/export}. */
final class ExportRoutes {
  private final Database database;
  private final KeptUploads uploads;
  private final Clock clock;

  ExportRoutes(Database database, KeptUploads uploads, Clock clock) {
    this.database = database;
    this.uploads = uploads;
    this.clock = clock;
  }

  void register(Api api) {
    api.on("exportLayer", Right.READ, this::export);
  }

  private Answer export(Call call) {
    var format = ExportFormat.of(call.query("format").orElseThrow());
    // KML has no other system.
    var crs =
        format == ExportFormat.KML
            ? SourceCrs.of("EPSG:4326")
            : SourceCrs.of(call.query("crs").orElse("EPSG:4490"));
    var folder = uploads.workFolder();
    try {
      // A read of the realm is of one moment; layers themselves belong to no realm.
      return database.read(
          RealmId.REAL,
          tx -> {
            var type = LayerTypes.require(tx, call.path("layer"));
            var written = new LayerExport(tx, type, crs, clock.instant()).write(format, folder);
            var file = uploads.keepForAnswer(written.file());
            return Answer.file(format.mediaType(), file)
                .header(
                    "Content-Disposition",
                    disposition(name(type, crs, written.synthetic(), format)));
          });
    } finally {
      KeptUploads.delete(folder);
    }
  }

  private String name(LayerType type, SourceCrs crs, boolean synthetic, ExportFormat format) {
    return "%s_%s_%s%s.%s"
        .formatted(
            type.label().zh(),
            crs.code().replace(":", ""),
            LocalDate.now(clock.withZone(ZoneId.systemDefault())),
            synthetic ? "_模拟数据SYNTHETIC" : "",
            format.ending());
  }

  /** RFC 6266: the name in UTF-8. */
  private static String disposition(String name) {
    return "attachment; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
