package org.wanglou.command.ogc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.wanglou.command.http.Call;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.filter.SqlFilter;
import org.wanglou.gis.layer.LayerType;

/**
 * What a request for items asks.
 *
 * @param after the last item of the page before, and how many there are in all
 */
record ItemQuestion(
    LayerType layer,
    OgcCrs crs,
    Optional<Box> box,
    Moments moments,
    SqlFilter filter,
    int limit,
    int offset,
    Optional<After> after) {
  static final int STANDARD_LIMIT = 1_000;

  /** Where a following page starts. */
  record After(UUID id, long matched) {}

  static ItemQuestion of(Call call, LayerType layer, Instant now) {
    var boxCrs = call.query("bbox-crs").map(it -> OgcCrs.of(it, "/bbox-crs"));
    return new ItemQuestion(
        layer,
        crs(call),
        call.query("bbox").map(it -> Box.of(it, boxCrs.orElse(OgcCrs.CRS84))),
        call.query("datetime").map(Moments::of).orElse(Moments.at(now)),
        filter(call, layer),
        call.query("limit").map(Integer::valueOf).orElse(STANDARD_LIMIT),
        call.query("offset").map(Integer::valueOf).orElse(0),
        call.cursor()
            .map(it -> new After(it.part(0, UUID::fromString), it.part(1, Long::valueOf))));
  }

  static OgcCrs crs(Call call) {
    return call.query("crs").map(it -> OgcCrs.of(it, "/crs")).orElse(OgcCrs.CRS84);
  }

  private static SqlFilter filter(Call call, LayerType layer) {
    call.query("filter-crs")
        .map(it -> OgcCrs.of(it, "/filter-crs"))
        .filter(it -> !it.equals(OgcCrs.CRS84))
        .ifPresent(
            it -> {
              throw new Fault(Fault.Kind.MALFORMED, "/filter-crs", "ogc.filter_crs");
            });
    var filter = call.query("filter");
    if (filter.isEmpty()) {
      return SqlFilter.NONE;
    }
    try {
      // cql-text: the name of the language in drafts, which GDAL 3.6 still uses.
      return call.query("filter-lang").filter(it -> it.equals("ecql")).isPresent()
          ? SqlFilter.of(filter.get(), layer)
          : SqlFilter.ofCql2(filter.get(), layer);
    } catch (Fault e) {
      throw new Fault(Fault.Kind.MALFORMED, e.details());
    }
  }

  /** Conditions on the table feature, without those of the page. */
  String sql() {
    return "layer = :layer AND (:to::timestamptz IS NULL OR valid_from <= :to)"
        + " AND (:from::timestamptz IS NULL OR valid_to IS NULL OR valid_to > :from)"
        + box.map(it -> " AND " + it.sql()).orElse("")
        + " AND "
        + filter.sql();
  }

  <T extends SqlStatement<T>> T bind(T statement) {
    statement
        .bind("layer", layer.id())
        .bind("from", moments.from().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("to", moments.to().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
    box.ifPresent(it -> it.bind(statement));
    return filter.bind(statement);
  }
}
