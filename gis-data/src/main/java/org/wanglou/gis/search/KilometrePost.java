package org.wanglou.gis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.Provenance;

/**
 * A place on a road given by its kilometre, such as {@code G209 K12+300}: computed along the lines
 * of the road register between the posts at the two ends of a stretch, and only there. Where a
 * stretch is longer or shorter than its posts say, the difference is spread evenly.
 *
 * @param km the post asked for
 * @param fromKm the post at the start of the register's stretch
 */
public record KilometrePost(
    String road,
    double km,
    double fromKm,
    double toKm,
    Coordinate at,
    UUID feature,
    String source,
    Provenance provenance) {
  private static final Pattern POST =
      Pattern.compile(
          "(?<road>.*?)\\s*(?:k\\s*(?<k>\\d{1,4})\\s*(?:\\+\\s*(?<m>\\d{1,3})|(?<part>\\.\\d{1,3}))?"
              + "|(?<km>\\d{1,4}(?:\\.\\d{1,3})?)\\s*(?:km|公里|千米))(?:\\s*处)?(?<after>.*)");

  // Two carriageways or two stretches may have the post.
  private static final String STRETCHES =
      """
      SELECT id, name, (attributes ->> 'from_km')::double precision AS from_km,
             (attributes ->> 'to_km')::double precision AS to_km, ST_AsBinary(geom) AS wkb, source, provenance
        FROM feature
       WHERE layer = 'road' AND (lower(attributes ->> 'code') = :road OR lower(name) = :road)
         AND jsonb_typeof(attributes -> 'from_km') = 'number' AND jsonb_typeof(attributes -> 'to_km') = 'number'
         AND :km BETWEEN least((attributes ->> 'from_km')::double precision, (attributes ->> 'to_km')::double precision)
                     AND greatest((attributes ->> 'from_km')::double precision, (attributes ->> 'to_km')::double precision)
       ORDER BY id
       LIMIT 5""";

  /**
   * What was asked for.
   *
   * @param road number or name, folded
   */
  public record Asked(String road, double km) {}

  /** Reads {@code G209 K12+300}, {@code K12+300 G209}, {@code 国道209线12.3公里}. */
  public static Optional<Asked> asked(String text) {
    var match = POST.matcher(Folding.fold(text).strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var before = match.group("road").strip();
    var after = match.group("after").strip();
    if (before.isEmpty() == after.isEmpty()) {
      return Optional.empty();
    }
    var road = before.isEmpty() ? after : before;
    if (match.group("km") != null) {
      return Optional.of(new Asked(road, Double.parseDouble(match.group("km"))));
    }
    double km = Double.parseDouble(match.group("k"));
    if (match.group("part") != null) {
      km += Double.parseDouble(match.group("part"));
    } else if (match.group("m") != null) {
      km += Double.parseDouble(match.group("m")) / 1_000;
    }
    return Optional.of(new Asked(road, km));
  }

  /** The places of the post, none where the register does not have the road or its posts. */
  public static List<KilometrePost> find(Handle tx, Asked asked) {
    var wkb = new WKBReader();
    return tx.createQuery(STRETCHES)
        .bind("road", asked.road())
        .bind("km", asked.km())
        .map(
            (row, c) -> {
              double from = row.getDouble("from_km");
              double to = row.getDouble("to_km");
              double share = from == to ? 0 : (asked.km() - from) / (to - from);
              return new KilometrePost(
                  row.getString("name"),
                  asked.km(),
                  from,
                  to,
                  along(line(wkb, row.getBytes("wkb")), share),
                  row.getObject("id", UUID.class),
                  row.getString("source"),
                  Provenance.valueOf(row.getString("provenance")));
            })
        .list();
  }

  /** {@code K12+300}. */
  public static String written(double km) {
    long metres = Math.round(km * 1_000);
    return String.format(Locale.ROOT, "K%d+%03d", metres / 1_000, metres % 1_000);
  }

  private static Geometry line(WKBReader wkb, byte[] bytes) {
    try {
      return wkb.read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry that PostGIS wrote cannot be read", e);
    }
  }

  /** Pieces that join are followed through; others one after the other, as they are stored. */
  static Coordinate along(Geometry road, double share) {
    var pieces = new ArrayList<Coordinate[]>();
    if (road.getNumGeometries() > 1) {
      var merger = new LineMerger();
      merger.add(road);
      var merged = merger.getMergedLineStrings();
      if (merged.size() == 1) {
        var line = ((Geometry) merged.iterator().next()).getCoordinates();
        // Merging may turn the line round: it starts where the first piece does.
        boolean turned =
            line[0].distance(road.getCoordinate())
                > line[line.length - 1].distance(road.getCoordinate());
        pieces.add(turned ? new CoordinateList(line).toCoordinateArray(false) : line);
      }
    }
    if (pieces.isEmpty()) {
      for (int i = 0; i < road.getNumGeometries(); i++) {
        pieces.add(road.getGeometryN(i).getCoordinates());
      }
    }
    double left = share * pieces.stream().mapToDouble(Ground::lengthM).sum();
    Coordinate last = road.getCoordinate();
    for (var piece : pieces) {
      for (int i = 1; i < piece.length; i++) {
        double length = Ground.distanceM(piece[i - 1], piece[i]);
        if (left <= length && length > 0) {
          double part = left / length;
          return new Coordinate(
              piece[i - 1].x + part * (piece[i].x - piece[i - 1].x),
              piece[i - 1].y + part * (piece[i].y - piece[i - 1].y));
        }
        left -= length;
        last = piece[i];
      }
    }
    return last.copy();
  }
}
