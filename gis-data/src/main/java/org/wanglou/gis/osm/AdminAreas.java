package org.wanglou.gis.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.dataset.Dataset.BaseFeature;
import org.wanglou.gis.geo.Ground;

/**
 * Administrative boundaries. The levels that are whole in the extract are counted from the top, so
 * that the outline of the country or county comes first whatever its OSM level is. A boundary that
 * is there only in part is drawn when nothing of its level is whole.
 */
final class AdminAreas {
  private static final int LOWEST_RANK = 3;

  /** A smaller one is only a part of what the extract shows. */
  private static final double SHARE_OF_BOUNDS = 0.25;

  private static final int LOWEST_LEVEL = 12;

  /** With fewer of its ways it belongs to a neighbour and would end in mid-map. */
  private static final double SHARE_OF_WAYS = 0.5;

  /** A boundary that is whole in the extract. */
  private record Whole(String name, double areaM2) {}

  private record Boundary(OsmExtract.Relation relation, int level) {}

  private final List<Whole> whole = new ArrayList<>();
  private final TreeSet<Integer> levels = new TreeSet<>();
  private final Map<OsmExtract.Way, Integer> levelOfWay = new LinkedHashMap<>();
  private final Areas areas;

  AdminAreas(OsmExtract extract, Areas areas) {
    this.areas = areas;
    var partly = new ArrayList<Boundary>();
    for (var relation : extract.relations()) {
      if (Wanted.isAdministrative(relation.tags())) {
        Measures.count(relation.tags().get("admin_level"), LOWEST_LEVEL)
            .map(level -> new Boundary(relation, level))
            .filter(boundary -> !addWhole(boundary))
            .ifPresent(partly::add);
      }
    }
    partly.stream()
        .filter(boundary -> !levels.contains(boundary.level()))
        .filter(this::isMostlyThere)
        .forEach(this::addWays);
  }

  /** Name of the largest that is whole, when the extract was cut out for it. */
  Optional<String> nameOf(Polygon bounds) {
    double extentM2 = Ground.areaM2(bounds);
    return whole.stream()
        .filter(area -> area.areaM2() >= SHARE_OF_BOUNDS * extentM2)
        .max(Comparator.comparingDouble(Whole::areaM2))
        .map(Whole::name)
        .filter(name -> !name.isEmpty());
  }

  /** Each stretch of boundary once, with the rank of the highest level that it bounds. */
  List<BaseFeature> lines() {
    var lines = new ArrayList<BaseFeature>();
    levelOfWay.forEach(
        (way, level) ->
            areas
                .lines(way)
                .forEach(
                    line ->
                        lines.add(
                            new BaseFeature("boundary", Optional.empty(), rank(level), line))));
    return lines;
  }

  private boolean addWhole(Boundary boundary) {
    var area = areas.of(boundary.relation());
    area.ifPresent(
        shape -> {
          var name = boundary.relation().tags().name().orElse("");
          levels.add(boundary.level());
          whole.add(new Whole(name, Ground.areaM2(shape)));
          addWays(boundary);
        });
    return area.isPresent();
  }

  private boolean isMostlyThere(Boundary boundary) {
    var relation = boundary.relation();
    return areas.ways(relation).size() >= SHARE_OF_WAYS * relation.members().size();
  }

  private void addWays(Boundary boundary) {
    areas
        .ways(boundary.relation())
        .forEach(way -> levelOfWay.merge(way, boundary.level(), Math::min));
  }

  private int rank(int level) {
    return Math.min(LOWEST_RANK, 1 + levels.headSet(level).size());
  }
}
