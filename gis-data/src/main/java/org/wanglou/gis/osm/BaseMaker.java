package org.wanglou.gis.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.wanglou.gis.dataset.Dataset.BaseFeature;
import org.wanglou.gis.geo.Ground;

/** Makes what the base map draws besides roads. */
final class BaseMaker {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Set<String> BUILT_UP =
      Set.of("residential", "commercial", "industrial", "retail");
  private static final Set<String> RAILS = Set.of("rail", "light_rail", "narrow_gauge");
  private static final int ANY_RANK = 3;
  private static final double RIVER_M = 10_000;
  private static final int FAMOUS_PEAKS = 20;

  private final OsmExtract extract;
  private final Areas areas;
  private final List<BaseFeature> features = new ArrayList<>();
  private final Map<String, Double> riverLengths = new HashMap<>();

  BaseMaker(OsmExtract extract, Areas areas) {
    this.extract = extract;
    this.areas = areas;
  }

  List<BaseFeature> make(AdminAreas admin) {
    features.addAll(admin.lines());
    extract.relations().stream()
        .filter(relation -> relation.tags().is("type", "multipolygon"))
        .forEach(r -> areaKind(r.tags()).ifPresent(kind -> area(kind, r.tags(), areas.of(r))));
    var ways =
        extract.ways().values().stream()
            .sorted(Comparator.comparingLong(OsmExtract.Way::id))
            .toList();
    ways.forEach(this::measureRiver);
    ways.forEach(this::way);
    points();
    return features;
  }

  private void way(OsmExtract.Way way) {
    var kind = areaKind(way.tags());
    if (kind.isPresent()) {
      area(kind.get(), way.tags(), areas.of(way));
      return;
    }
    if (way.tags().has("highway") || isUnderGround(way.tags())) {
      return;
    }
    switch (way.tags().get("waterway")) {
      case "river", "canal" -> lines("river", riverRank(way), way);
      case "stream" -> lines("stream", ANY_RANK, way);
      default -> {
        if (RAILS.contains(way.tags().get("railway"))) {
          lines("railway", way.tags().has("service") ? ANY_RANK : 1, way);
        }
      }
    }
  }

  /** Culverts and pressure pipes; a railway in a tunnel is drawn. */
  private static boolean isUnderGround(Tags tags) {
    return tags.has("waterway") && (tags.says("tunnel") || tags.is("location", "underground"));
  }

  private static Optional<String> areaKind(Tags tags) {
    if (tags.says("building")) {
      return Optional.of("building");
    }
    var landuse = tags.get("landuse");
    if (landuse.equals("forest") || tags.is("natural", "wood")) {
      return Optional.of("forest");
    }
    if (tags.is("natural", "water")
        || tags.is("waterway", "riverbank", "dock")
        || tags.is("landuse", "reservoir", "basin")) {
      return Optional.of("water");
    }
    return BUILT_UP.contains(landuse) ? Optional.of("built_up") : Optional.empty();
  }

  private void area(String kind, Tags tags, Optional<Geometry> area) {
    area.ifPresent(
        geometry -> {
          boolean water = kind.equals("water");
          // A building's name is for its layer, a wood's would be under everything else.
          var name = water ? tags.name() : Optional.<String>empty();
          int rank = water ? waterRank(Ground.areaM2(geometry)) : ANY_RANK;
          features.add(new BaseFeature(kind, name, rank, geometry));
        });
  }

  private static int waterRank(double areaM2) {
    if (areaM2 >= 1_000_000) {
      return 1;
    }
    if (areaM2 >= 100_000) {
      return 2;
    }
    return areaM2 >= 10_000 ? 3 : 5;
  }

  private void lines(String kind, int rank, OsmExtract.Way way) {
    for (var line : areas.lines(way)) {
      features.add(new BaseFeature(kind, way.tags().name(), rank, line));
    }
  }

  private void measureRiver(OsmExtract.Way way) {
    if (way.tags().is("waterway", "river") && way.tags().name().isPresent()) {
      double lengthM = areas.lines(way).stream().mapToDouble(BaseMaker::lengthM).sum();
      riverLengths.merge(way.tags().name().get(), lengthM, Double::sum);
    }
  }

  private static double lengthM(LineString line) {
    return Ground.lengthM(line.getCoordinates());
  }

  /** The longest named river is 1, long ones 2, others and canals 3. */
  private int riverRank(OsmExtract.Way way) {
    double own = riverLengths.getOrDefault(way.tags().name().orElse(""), 0.0);
    double longest = riverLengths.values().stream().mapToDouble(m -> m).max().orElse(0);
    if (own == 0 || !way.tags().is("waterway", "river")) {
      return 3;
    }
    if (own == longest) {
      return 1;
    }
    return own >= RIVER_M ? 2 : 3;
  }

  private void points() {
    var ranks = new PlaceRanks(extract.things());
    var famous = famousPeaks();
    for (var thing : extract.things()) {
      var name = thing.tags().name();
      if (name.isEmpty()) {
        continue;
      }
      ranks.of(thing.tags()).ifPresent(rank -> point("place", name, rank, thing.place()));
      if (thing.tags().is("natural", "peak")) {
        point("peak", name, famous.contains(thing.id()) ? 2 : 4, thing.place());
      }
    }
  }

  private Set<Long> famousPeaks() {
    return extract.things().stream()
        .filter(thing -> thing.tags().is("natural", "peak"))
        .sorted(Comparator.comparingDouble(thing -> -heightM(thing.tags())))
        .limit(FAMOUS_PEAKS)
        .map(OsmExtract.Node::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static double heightM(Tags tags) {
    return Measures.metres(tags.get("ele")).orElse(0.0);
  }

  private void point(String kind, Optional<String> name, int rank, Coordinate place) {
    features.add(new BaseFeature(kind, name, rank, GEOMETRIES.createPoint(place)));
  }
}
