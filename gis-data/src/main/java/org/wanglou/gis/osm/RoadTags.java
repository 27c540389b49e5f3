package org.wanglou.gis.osm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tags of a way say about it as a road; the fields are those of the table road_edge. */
record RoadTags(
    String roadClass,
    Optional<String> name,
    Optional<String> ref,
    Optional<String> surface,
    int oneWay,
    MotorAccess motor,
    FootAccess foot,
    Optional<Integer> maxSpeedKmh,
    Optional<Double> maxHeightM,
    Optional<Double> maxWidthM,
    Optional<Double> maxWeightT,
    Optional<Integer> lanes,
    Optional<String> structure,
    int level) {

  /** Values of highway that become roads, the most important first. */
  private static final List<String> CLASSES =
      List.of(
          "motorway",
          "motorway_link",
          "trunk",
          "trunk_link",
          "primary",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "road",
          "service",
          "track",
          "pedestrian",
          "cycleway",
          "bridleway",
          "footway",
          "path",
          "steps");

  private static final int MOST_LANES = 16;
  private static final int MOST_LEVELS = 9;

  /** Empty when the way is no road: something planned, a platform, a race track. */
  static Optional<RoadTags> of(Tags tags) {
    var roadClass = tags.get("highway");
    if (!CLASSES.contains(roadClass)) {
      return Optional.empty();
    }
    return Optional.of(
        new RoadTags(
            roadClass,
            tags.name(),
            tags.text("ref"),
            tags.text("surface"),
            OneWay.of(tags, roadClass),
            MotorAccess.ofWay(tags, roadClass),
            FootAccess.ofWay(tags, roadClass),
            speed(tags),
            limit(tags, "maxheight", "maxheight:physical").flatMap(Measures::metres),
            limit(tags, "maxwidth", "maxwidth:physical").flatMap(Measures::metres),
            limit(tags, "maxweight", "maxweightrating").flatMap(Measures::tons),
            Measures.count(tags.get("lanes"), MOST_LANES),
            structure(tags),
            level(tags)));
  }

  /** 0 is the most important. Classes that differ only by _link share a rank. */
  int importance() {
    return CLASSES.indexOf(roadClass.replace("_link", ""));
  }

  /** The same road where a barrier stands on it. */
  RoadTags behind(Barrier barrier) {
    return new RoadTags(
        roadClass,
        name,
        ref,
        surface,
        oneWay,
        motor.stricter(barrier.motor()),
        foot.stricter(barrier.foot()),
        maxSpeedKmh,
        Stream.of(maxHeightM, barrier.maxHeightM())
            .flatMap(Optional::stream)
            .min(Double::compareTo),
        maxWidthM,
        maxWeightT,
        lanes,
        structure,
        level);
  }

  private static Optional<String> limit(Tags tags, String legal, String physical) {
    return tags.first(legal, physical);
  }

  /** One column for both directions: where they differ the slower one. */
  private static Optional<Integer> speed(Tags tags) {
    var both = Measures.speedKmh(tags.get("maxspeed"));
    if (both.isPresent()) {
      return both;
    }
    return Stream.of("maxspeed:forward", "maxspeed:backward")
        .map(key -> Measures.speedKmh(tags.get(key)))
        .flatMap(Optional::stream)
        .min(Integer::compareTo);
  }

  private static Optional<String> structure(Tags tags) {
    if (tags.says("bridge")) {
      return Optional.of("bridge");
    }
    if (tags.says("tunnel")) {
      return Optional.of("tunnel");
    }
    return tags.says("ford") ? Optional.of("ford") : Optional.empty();
  }

  private static int level(Tags tags) {
    try {
      int level = Integer.parseInt(tags.get("layer").strip());
      return Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, level));
    } catch (NumberFormatException untagged) {
      if (tags.says("bridge")) {
        return 1;
      }
      return tags.says("tunnel") ? -1 : 0;
    }
  }
}
