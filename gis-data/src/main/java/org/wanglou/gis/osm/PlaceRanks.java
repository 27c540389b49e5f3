package org.wanglou.gis.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Importance of named places, 1 first. What is the seat in one country is a village in another, so
 * the largest kind that the extract has comes first.
 */
final class PlaceRanks {
  private static final List<String> SETTLEMENTS = List.of("city", "town", "village");
  private static final Map<String, Integer> OTHERS =
      Map.of(
          "hamlet",
          4,
          "suburb",
          4,
          "quarter",
          5,
          "neighbourhood",
          5,
          "isolated_dwelling",
          6,
          "farm",
          6,
          "locality",
          6);

  /** A village of which nobody counted this many people comes after the others. */
  private static final int LARGE_VILLAGE = 500;

  private final int largest;
  private final boolean capitalKnown;

  PlaceRanks(List<OsmExtract.Node> things) {
    this.largest = things.stream().mapToInt(PlaceRanks::size).filter(i -> i >= 0).min().orElse(0);
    this.capitalKnown =
        things.stream().anyMatch(thing -> size(thing) == largest && thing.tags().says("capital"));
  }

  /** Empty for what is no settlement, such as a country or an island. */
  Optional<Integer> of(Tags tags) {
    int size = SETTLEMENTS.indexOf(tags.get("place"));
    if (size < 0) {
      return Optional.ofNullable(OTHERS.get(tags.get("place")));
    }
    if (size == largest) {
      return Optional.of(capitalKnown && !tags.says("capital") ? 2 : 1);
    }
    boolean small =
        Measures.count(tags.get("population"), Integer.MAX_VALUE).orElse(0) < LARGE_VILLAGE;
    return Optional.of(1 + size - largest + (small ? 1 : 0));
  }

  private static int size(OsmExtract.Node thing) {
    return SETTLEMENTS.indexOf(thing.tags().get("place"));
  }
}
