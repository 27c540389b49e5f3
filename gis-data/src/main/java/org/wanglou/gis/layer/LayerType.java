package org.wanglou.gis.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A layer of the county's one map: what its features are and what is known of each.
 *
 * @param id lower snake_case, never changed
 * @param group base, people, hazard, flood, forest, force, supply, safety, own
 * @param symbol id in the symbol registry of the map
 * @param source who keeps the layer, or the standard its attributes follow
 * @param accuracyM what its features are expected to have
 * @param updateRule who brings it up to date, and how often
 * @param builtIn came with the program; the county may extend it, too
 * @param sort order in lists
 * @param catalogueRevision counts the changes of what stands here
 * @param revision counts the changes of the layer's features; part of the address of its tiles
 */
public record LayerType(
    String id,
    GeometryKind geometry,
    Label label,
    String group,
    String symbol,
    List<Attribute> attributes,
    Optional<String> source,
    OptionalDouble accuracyM,
    Optional<String> updateRule,
    boolean builtIn,
    int sort,
    int catalogueRevision,
    long revision) {
  /** Groups of the layer list, in the order shown. */
  public static final List<String> GROUPS =
      List.of("base", "people", "hazard", "flood", "forest", "force", "supply", "safety", "own");

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  public LayerType {
    attributes = List.copyOf(attributes);
    var names = new HashSet<String>();
    for (var attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new IllegalArgumentException(id + ": attribute " + attribute.name() + " twice");
      }
    }
    if (!ID.matcher(id).matches() || !GROUPS.contains(group)) {
      throw new IllegalArgumentException(id + " in group " + group);
    }
  }

  public Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
