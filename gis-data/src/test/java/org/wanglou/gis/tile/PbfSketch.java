package org.wanglou.gis.tile;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Draws an OSM extract without database and importer, so that the picture can be judged by itself.
 * Nodes and ways only; areas made of several ways are left out.
 */
final class PbfSketch {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Map<String, Integer> PLACE_RANKS =
      Map.of("city", 1, "town", 1, "village", 2, "suburb", 3, "hamlet", 4, "locality", 6);

  private final Map<Long, Coordinate> nodes = new HashMap<>();
  private final List<MapShape> shapes = new ArrayList<>();
  private final List<MapRoad> roads = new ArrayList<>();

  private PbfSketch() {}

  static BaseMap of(Path pbf) throws Exception {
    var sketch = new PbfSketch();
    try (var file = new OSMInputFile(pbf.toFile()).setWorkerThreads(1).open()) {
      for (var element = file.getNext(); element != null; element = file.getNext()) {
        if (element instanceof ReaderNode node) {
          sketch.node(node);
        } else if (element instanceof ReaderWay way) {
          sketch.way(way);
        }
      }
    }
    var box = new Envelope();
    sketch.nodes.values().forEach(box::expandToInclude);
    return new BaseMap(new UUID(0, 2), GEOMETRIES.toGeometry(box), sketch.shapes, sketch.roads);
  }

  private void node(ReaderNode node) {
    var place = new Coordinate(node.getLon(), node.getLat());
    nodes.put(node.getId(), place);
    var rank = PLACE_RANKS.get(tag(node, "place"));
    if (rank != null) {
      add("place", node, rank, GEOMETRIES.createPoint(place));
    }
    if (tag(node, "natural").equals("peak")) {
      add("peak", node, 3, GEOMETRIES.createPoint(place));
    }
  }

  private void way(ReaderWay way) {
    var line = new ArrayList<Coordinate>();
    for (long id : way.getNodes().toArray()) {
      Optional.ofNullable(nodes.get(id)).ifPresent(line::add);
    }
    if (line.size() < 2) {
      return;
    }
    var vertices = line.toArray(Coordinate[]::new);
    boolean closed = line.size() > 3 && line.get(0).equals2D(line.get(line.size() - 1));
    if (way.hasTag("highway")) {
      road(way, GEOMETRIES.createLineString(vertices));
    } else if (closed) {
      areaKind(way).ifPresent(kind -> add(kind, way, 3, GEOMETRIES.createPolygon(vertices)));
    } else if (List.of("river", "stream").contains(tag(way, "waterway"))) {
      add(tag(way, "waterway"), way, 2, GEOMETRIES.createLineString(vertices));
    } else if (tag(way, "railway").equals("rail")) {
      add("railway", way, 1, GEOMETRIES.createLineString(vertices));
    }
  }

  private static Optional<String> areaKind(ReaderWay way) {
    if (way.hasTag("building")) {
      return Optional.of("building");
    }
    return switch (tag(way, "landuse") + tag(way, "natural")) {
      case "forest", "wood" -> Optional.of("forest");
      case "water", "reservoir" -> Optional.of("water");
      case "residential", "industrial", "commercial" -> Optional.of("built_up");
      default -> Optional.empty();
    };
  }

  private void road(ReaderWay way, Geometry line) {
    var course =
        way.hasTag("tunnel", "yes")
            ? MapRoad.Course.TUNNEL
            : way.hasTag("bridge", "yes") ? MapRoad.Course.BRIDGE : MapRoad.Course.GROUND;
    roads.add(
        new MapRoad(
            tag(way, "highway"), text(way, "name"), text(way, "ref"), course, 0, Outline.of(line)));
  }

  private void add(String kind, ReaderElement element, int rank, Geometry geometry) {
    shapes.add(new MapShape(kind, text(element, "name"), rank, Outline.of(geometry)));
  }

  private static String tag(ReaderElement element, String key) {
    return text(element, key).orElse("");
  }

  private static Optional<String> text(ReaderElement element, String key) {
    return Optional.ofNullable(element.getTag(key));
  }
}
