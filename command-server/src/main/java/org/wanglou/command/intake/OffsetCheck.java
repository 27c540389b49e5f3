package org.wanglou.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.crs.OffsetReference;
import org.wanglou.gis.crs.OffsetSuspicion;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/** Collects places of a file and asks whether they look as if their system were another. */
final class OffsetCheck {
  private static final String CODE = "import.offset";
  private static final int MOST = 400;
  private static final int OF_ONE = 20;
  // A layer wider than this is no county's, and what is known of the ground would not fit memory.
  private static final double WIDEST_DEG = 5;

  private final List<OffsetSuspicion.Sample> samples = new ArrayList<>();
  private final Envelope area = new Envelope();

  void add(Geometry geometry, String name) {
    if (samples.size() < MOST) {
      samples.addAll(OffsetSuspicion.samples(geometry, Optional.of(name), OF_ONE));
      area.expandToInclude(geometry.getEnvelopeInternal());
    }
  }

  /**
   * In a transaction of its own, so that the file is not compared with itself; and in a thread of
   * its own, because on one thread Jdbi goes on with the transaction that is open there.
   */
  List<Detail> warnings(Database database) {
    if (samples.isEmpty() || area.getWidth() > WIDEST_DEG || area.getHeight() > WIDEST_DEG) {
      return List.of();
    }
    var known =
        CompletableFuture.supplyAsync(
                () -> database.reference(tx -> OffsetReference.read(tx, area)))
            .join();
    return OffsetSuspicion.of(samples, known).map(OffsetCheck::warning).stream().toList();
  }

  /**
   * The system to choose instead of the one that was said, if there is one: coordinates with an
   * offset that were projected afterwards are in none.
   */
  static Optional<String> instead(Detail warning, Optional<String> said) {
    if (!warning.code().equals(CODE) || !(warning.args().get(1) instanceof Fault.Term supposed)) {
      return Optional.empty();
    }
    return switch (supposed.key()) {
      case CODE + "_gcj_02_taken_off", CODE + "_bd_09_taken_off" -> Optional.of("EPSG:4490");
      case CODE + "_gcj_02" -> said.filter(OffsetCheck::inDegrees).map(it -> "GCJ-02");
      case CODE + "_bd_09" -> said.filter(OffsetCheck::inDegrees).map(it -> "BD-09");
      default -> Optional.empty();
    };
  }

  private static boolean inDegrees(String crs) {
    return SourceCrs.of(crs).geographic();
  }

  private static Detail warning(OffsetSuspicion it) {
    var supposed = it.supposed().name().toLowerCase(Locale.ROOT);
    return new Detail(
        "/crs",
        CODE,
        List.of(
            Math.rint(it.offsetM()),
            new Fault.Term(CODE + "_" + supposed),
            it.points(),
            Math.rint(it.nearAsGiven() * 100),
            Math.rint(it.nearAsSupposed() * 100)));
  }
}
