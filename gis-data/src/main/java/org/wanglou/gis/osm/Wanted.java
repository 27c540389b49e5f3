package org.wanglou.gis.osm;

import com.graphhopper.reader.ReaderElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what of a file is kept, generously: each maker looks closer for itself. */
final class Wanted {
  private static final List<String> KEYS_OF_WAYS =
      List.of(
          "highway",
          "building",
          "landuse",
          "natural",
          "waterway",
          "railway",
          "amenity",
          "aeroway",
          "emergency",
          "man_made");
  private static final List<String> KEYS_OF_NODES =
      List.of("place", "natural", "amenity", "aeroway", "emergency", "man_made", "healthcare");

  private final Set<Long> membersOfRelations = new HashSet<>();

  boolean relation(Tags tags) {
    return tags.is("type", "restriction")
        || isAdministrative(tags)
        || (tags.is("type", "multipolygon") && way(tags));
  }

  /** The ways of an area have to be kept though they have no tag of their own. */
  void membersOf(Tags tags, List<OsmExtract.Member> members) {
    if (!tags.is("type", "restriction")) {
      members.stream()
          .filter(member -> member.type() == ReaderElement.Type.WAY)
          .forEach(member -> membersOfRelations.add(member.ref()));
    }
  }

  boolean way(long id, Tags tags) {
    return way(tags) || membersOfRelations.contains(id);
  }

  boolean node(Tags tags) {
    return KEYS_OF_NODES.stream().anyMatch(tags::has);
  }

  static boolean isAdministrative(Tags tags) {
    return tags.is("boundary", "administrative") && tags.is("type", "boundary", "multipolygon");
  }

  private static boolean way(Tags tags) {
    return KEYS_OF_WAYS.stream().anyMatch(tags::has);
  }
}
