package org.wanglou.gis.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All that the base map draws of one dataset, in memory and spatially indexed; immutable, for any
 * number of threads. Takes about 8 bytes a vertex and 200 bytes a shape.
 */
final class BaseMap {
  private record Entry<T>(int order, T thing) {}

  private final UUID dataset;
  private final Envelope bounds;
  private final Map<String, List<MapShape>> shapes;
  private final Map<String, List<MapRoad>> roads;
  private final Map<String, STRtree> shapeTrees = new HashMap<>();
  private final Map<String, STRtree> roadTrees = new HashMap<>();
  private final Optional<Relief> relief;
  private final Map<Integer, LabelPlan> plans = new ConcurrentHashMap<>();

  /**
   * @param bounds longitude and latitude; outside of its bounding box nothing but relief is drawn
   */
  BaseMap(
      UUID dataset,
      Geometry bounds,
      List<MapShape> shapes,
      List<MapRoad> roads,
      Optional<Relief> relief) {
    this.dataset = dataset;
    this.bounds = Outline.of(bounds).box();
    this.relief = relief;
    relief.ifPresent(ground -> this.bounds.expandToInclude(ground.bounds()));
    this.shapes = grouped(shapes, MapShape::kind);
    this.roads = grouped(roads, MapRoad::roadClass);
    this.shapes.forEach((kind, all) -> shapeTrees.put(kind, tree(all, MapShape::outline)));
    this.roads.forEach((kind, all) -> roadTrees.put(kind, tree(all, MapRoad::outline)));
  }

  UUID dataset() {
    return dataset;
  }

  Envelope bounds() {
    return bounds;
  }

  Optional<Relief> relief() {
    return relief;
  }

  /** All shapes of a kind, in the order of the source. */
  List<MapShape> shapes(String kind) {
    return shapes.getOrDefault(kind, List.of());
  }

  List<MapRoad> roads(String roadClass) {
    return roads.getOrDefault(roadClass, List.of());
  }

  List<MapShape> shapes(String kind, Envelope plane) {
    return query(shapeTrees.get(kind), plane);
  }

  List<MapRoad> roads(String roadClass, Envelope plane) {
    return query(roadTrees.get(roadClass), plane);
  }

  /** The names of a zoom level; placed at the first call. */
  LabelPlan labels(int zoom, TileStyle style, LabelFonts fonts) {
    return plans.computeIfAbsent(zoom, z -> new LabelPlanner(this, style, fonts, z).place());
  }

  private static <T> Map<String, List<T>> grouped(
      List<T> things, java.util.function.Function<T, String> by) {
    var groups = new HashMap<String, List<T>>();
    things.forEach(t -> groups.computeIfAbsent(by.apply(t), k -> new ArrayList<>()).add(t));
    return groups;
  }

  private static <T> STRtree tree(List<T> things, java.util.function.Function<T, Outline> outline) {
    var tree = new STRtree();
    for (int i = 0; i < things.size(); i++) {
      tree.insert(outline.apply(things.get(i)).box(), new Entry<>(i, things.get(i)));
    }
    tree.build();
    return tree;
  }

  /** In the order of the source, so that what lies on what does not depend on the window. */
  private static <T> List<T> query(STRtree tree, Envelope plane) {
    if (tree == null) {
      return List.of();
    }
    @SuppressWarnings("unchecked") // the trees hold nothing but entries of this type
    var found = (List<Entry<T>>) tree.query(plane);
    found.sort(Comparator.comparingInt(Entry::order));
    return found.stream().map(Entry::thing).toList();
  }
}
