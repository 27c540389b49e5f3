package org.wanglou.gis.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.Provenance;

/**
 * Makes the features of the layers. What OSM draws as an area becomes a point inside it. A node
 * that stands inside an area of the same layer is the same thing drawn twice, and is left out.
 */
final class LayerMaker {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private record Drawn(String layer, Geometry area) {}

  private final OsmExtract extract;
  private final Areas areas;
  private final Tally tally;
  private final List<OsmExtract.Node> settlements;
  private final List<Drawn> drawn = new ArrayList<>();
  private final List<LayerFeature> features = new ArrayList<>();

  LayerMaker(OsmExtract extract, Areas areas, Tally tally) {
    this.extract = extract;
    this.areas = areas;
    this.tally = tally;
    this.settlements =
        extract.things().stream()
            .filter(thing -> thing.tags().is("place", "city", "town", "village", "hamlet"))
            .filter(thing -> thing.tags().name().isPresent())
            .toList();
  }

  List<LayerFeature> make() {
    extract.relations().stream()
        .filter(relation -> relation.tags().is("type", "multipolygon"))
        .forEach(r -> area("relation/" + r.id(), r.tags(), () -> areas.of(r)));
    extract.ways().values().stream()
        .sorted(Comparator.comparingLong(OsmExtract.Way::id))
        .forEach(way -> area("way/" + way.id(), way.tags(), () -> areas.of(way)));
    extract.things().forEach(this::node);
    return features;
  }

  private void area(
      String externalId, Tags tags, java.util.function.Supplier<Optional<Geometry>> shape) {
    var hits = LayerRules.of(tags);
    if (!hits.isEmpty()) {
      shape
          .get()
          .ifPresent(
              area -> {
                var place = area.getInteriorPoint().getCoordinate();
                double areaM2 = Ground.areaM2(area);
                for (var hit : hits) {
                  drawn.add(new Drawn(hit.layer(), area));
                  add(LayerRules.withArea(hit, areaM2), externalId, tags, place);
                }
              });
    }
  }

  private void node(OsmExtract.Node node) {
    for (var hit : LayerRules.of(node.tags())) {
      if (isDrawnAsArea(hit.layer(), node.place())) {
        tally.add("feature left out: node inside its own area");
      } else {
        add(hit, "node/" + node.id(), node.tags(), node.place());
      }
    }
  }

  private boolean isDrawnAsArea(String layer, Coordinate place) {
    var point = GEOMETRIES.createPoint(place);
    return drawn.stream().anyMatch(d -> d.layer().equals(layer) && d.area().covers(point));
  }

  private void add(LayerRules.Hit hit, String externalId, Tags tags, Coordinate place) {
    features.add(
        new LayerFeature(
            hit.layer(),
            externalId,
            tags.name().orElseGet(() -> nameless(hit.noun(), place)),
            GEOMETRIES.createPoint(place),
            hit.attributes(),
            Provenance.IMPORTED,
            Optional.empty()));
    tally.add("feature: " + hit.layer());
  }

  /** "Vaduz 消火栓": nobody can be sent to a thing without a name. */
  private String nameless(String noun, Coordinate place) {
    return settlements.stream()
        .min(Comparator.comparingDouble(s -> Ground.distanceM(s.place(), place)))
        .flatMap(s -> s.tags().name())
        .map(name -> name + " " + noun)
        .orElse(noun);
  }
}
