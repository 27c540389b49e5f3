package org.wanglou.command.search;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.search.Entry;
import org.wanglou.gis.search.Hit;
import org.wanglou.gis.search.KilometrePost;
import org.wanglou.gis.search.Reading;

/** What was found, as the contract's {@code Found}. */
record FoundJson(Messages messages) {
  /** A number people say, unlike the key of a row in somebody's file. */
  private static final Pattern SAID = Pattern.compile("[A-Z]{0,3}\\d{2,18}");

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  JsonObject of(Hit hit, Locale locale) {
    var entry = hit.entry();
    var found =
        found(
            entry.name(),
            entry.kind().name().toLowerCase(Locale.ROOT),
            new Coordinate(entry.lon(), entry.lat()),
            hit.matched());
    entry.layer().ifPresent(it -> found.put("layer", it));
    entry.id().ifPresent(it -> found.put("id", it.toString()));
    entry.code().filter(it -> SAID.matcher(it).matches()).ifPresent(it -> found.put("detail", it));
    if (entry.kind() == Entry.Kind.UNIT) {
      found.put("detail", messages.text(locale, "search.unit_of", entry.source()));
    } else {
      found.put("source", entry.source());
    }
    return found.put("provenance", entry.provenance().name());
  }

  JsonObject of(KilometrePost post, String asked, Locale locale) {
    return found(
            post.road() + " " + KilometrePost.written(post.km()), "kilometre", post.at(), asked)
        .put("layer", "road")
        .put("id", post.feature().toString())
        .put("computed", true)
        .put(
            "detail",
            messages.text(
                locale,
                "search.post_computed",
                KilometrePost.written(post.fromKm()),
                KilometrePost.written(post.toKm())))
        .put("source", post.source())
        .put("provenance", post.provenance().name());
  }

  JsonObject of(Reading reading, String asked, Locale locale) {
    var crs = SourceCrs.of(reading.crs());
    var system = locale.equals(Messages.ENGLISH) ? crs.nameEn() : crs.nameZh();
    var key = reading.inCounty() ? "search.read_as" : "search.read_as_outside";
    return found(written(reading.at()), "coordinate", reading.at(), asked)
        .put("crs", reading.crs())
        .put("in_county", reading.inCounty())
        .put("detail", messages.text(locale, key, List.of(system)));
  }

  private static JsonObject found(String name, String kind, Coordinate at, String matched) {
    return new JsonObject()
        .put("name", name)
        .put("kind", kind)
        .put("location", GeoJson.toJson(GEOMETRY.createPoint(at)))
        .put("matched", matched);
  }

  /** Longitude first, some decimetres exact. */
  private static String written(Coordinate at) {
    return String.format(Locale.ROOT, "%.6f, %.6f", at.x, at.y);
  }
}
