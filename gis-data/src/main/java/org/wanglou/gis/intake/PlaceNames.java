package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.gis.geo.Ground;

/**
 * Places of the county by name, for tables that say {@code 城南乡 后堰村} instead of coordinates. Of a
 * name that several places have, the one near to another named place in the same row is meant; else
 * nothing is guessed.
 */
public final class PlaceNames {
  /** Two entries of one name this near are the same place from two layers. */
  private static final double SAME_M = 1_500;

  private static final String FIND =
      """
      SELECT name, ST_X(p) AS lon, ST_Y(p) AS lat, township
        FROM (SELECT f.name, ST_PointOnSurface(f.geom) AS p, f.layer = 'township' AS township
                FROM feature f
               WHERE f.layer IN ('township', 'village', 'hamlet', 'place')
              UNION ALL
              SELECT b.name, ST_PointOnSurface(b.geom), false
                FROM base_feature b
               WHERE b.kind = 'place' AND b.name IS NOT NULL) places
       ORDER BY township DESC""";

  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 4490);
  private final Map<String, List<Place>> byName = new HashMap<>();

  /** A place the county has. */
  record Place(String name, Point at, boolean township) {}

  /** What a text says: one place, none, or several. */
  record Answer(List<Place> places) {
    boolean isOne() {
      return places.size() == 1;
    }

    /** Where the several are, to tell them apart. */
    String shown() {
      return places.stream()
          .limit(5)
          .map(it -> "%s (%.4f, %.4f)".formatted(it.name(), it.at().getX(), it.at().getY()))
          .collect(Collectors.joining(", "));
    }
  }

  public static PlaceNames of(Handle tx) {
    var names = new PlaceNames();
    tx.createQuery(FIND)
        .map(
            (row, ctx) -> {
              var at =
                  names.factory.createPoint(
                      new Coordinate(row.getDouble("lon"), row.getDouble("lat")));
              names.add(new Place(row.getString("name"), at, row.getBoolean("township")));
              return at;
            })
        .list();
    return names;
  }

  void add(Place place) {
    for (var form : forms(place.name())) {
      var same = byName.computeIfAbsent(form, key -> new ArrayList<>());
      boolean known =
          same.stream()
              .anyMatch(
                  it ->
                      Ground.distanceM(it.at().getCoordinate(), place.at().getCoordinate())
                          < SAME_M);
      if (!known) {
        same.add(place);
      }
    }
  }

  /**
   * @param parts the texts of a row's place columns, the larger place first
   */
  Answer find(List<String> parts) {
    var found = new LinkedHashMap<String, List<Place>>();
    for (var part : parts) {
      for (var word : words(part)) {
        var places = byName.get(word);
        if (places != null) {
          found.put(word, places);
        }
      }
    }
    if (found.isEmpty()) {
      return new Answer(List.of());
    }
    var all = new ArrayList<>(found.values());
    var last = all.get(all.size() - 1); // the most exact one
    if (last.size() > 1 && all.size() > 1) {
      var around = all.get(all.size() - 2);
      var near = nearest(last, around);
      return new Answer(near);
    }
    return new Answer(last);
  }

  /** Those of the candidates that are clearly nearer to the larger place than the others. */
  private static List<Place> nearest(List<Place> candidates, List<Place> around) {
    if (around.size() != 1) {
      return candidates;
    }
    var centre = around.get(0).at().getCoordinate();
    var sorted =
        candidates.stream()
            .sorted(
                java.util.Comparator.comparingDouble(
                    it -> Ground.distanceM(it.at().getCoordinate(), centre)))
            .toList();
    double first = Ground.distanceM(sorted.get(0).at().getCoordinate(), centre);
    double second = Ground.distanceM(sorted.get(1).at().getCoordinate(), centre);
    return second > 2 * first ? List.of(sorted.get(0)) : candidates;
  }

  /** With and without its ending: 后堰 and 后堰村, 城南 and 城南乡. */
  private static List<String> forms(String name) {
    var plain = name.strip().replace(" ", "");
    var forms = new ArrayList<String>();
    forms.add(plain);
    for (var ending : List.of("村委会", "村民委员会", "社区居委会", "社区", "村", "镇", "乡")) {
      if (plain.endsWith(ending) && plain.length() - ending.length() >= 2) {
        forms.add(plain.substring(0, plain.length() - ending.length()));
        break;
      }
    }
    return forms;
  }

  /** {@code 隰县城南乡后堰村} as its names: cut at separators, then behind each 县, 镇, 乡, 村. */
  private List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var piece : text.strip().split("[\\s,，、/;；·\\-]+", -1)) {
      if (byName.containsKey(piece)) {
        words.add(piece);
      } else {
        for (var word : piece.split("(?<=[省市县区镇乡])", -1)) {
          forms(word).stream().filter(byName::containsKey).findFirst().ifPresent(words::add);
        }
      }
    }
    return words;
  }
}
