package org.wanglou.gis.dataset;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.dataset.Dataset.LayerFeature;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.db.CopyRows;
import org.wanglou.gis.ids.Uuid7;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.terrain.TerrainSource;
import org.wanglou.gis.terrain.TerrainStore;

/**
 * The only writer of the tables dataset, road_node, road_edge, turn_restriction and base_feature,
 * and of the features and the terrain that come with a dataset. The whole is replaced in the
 * caller's transaction: what fails leaves the database as it was. Units are not stored here, they
 * belong to a realm.
 */
public final class DatasetLoader {
  private final Handle tx;
  private final Dataset dataset;
  private final Uuid7 ids = Uuid7.system();
  private final Clock clock = Clock.systemUTC();

  private DatasetLoader(Handle tx, Dataset dataset) {
    this.tx = tx;
    this.dataset = dataset;
  }

  /**
   * Puts the dataset in force in place of the one before.
   *
   * <p>Of the features go: those of the layers that the dataset brings, whatever an earlier dataset
   * brought, and every synthetic one, so that invented and real data never stand side by side. What
   * the county imported into other layers stays.
   *
   * @return the id of the new dataset
   */
  public static UUID store(Handle tx, Dataset dataset) {
    var loader = new DatasetLoader(tx, dataset);
    loader.replaceRoads();
    loader.replaceBase();
    loader.replaceFeatures();
    loader.replaceTerrain();
    return loader.addDataset();
  }

  private void replaceRoads() {
    tx.execute("DELETE FROM turn_restriction");
    tx.execute("DELETE FROM road_edge");
    tx.execute("DELETE FROM road_node");
    copyNodes(dataset.roads());
    copyEdges(dataset.roads());
    copyRestrictions(dataset.roads());
  }

  private void copyNodes(RoadNetwork roads) {
    try (var rows = new CopyRows(tx, "road_node (id, geom)")) {
      for (int i = 0; i < roads.nodes().size(); i++) {
        rows.put(i).put(roads.nodes().get(i)).endRow();
      }
    }
  }

  private void copyEdges(RoadNetwork roads) {
    var target =
        """
        road_edge (id, from_node, to_node, geom, length_m, road_class, name, ref, surface, one_way,
          motor_access, foot_access, max_speed_kmh, max_height_m, max_width_m, max_weight_t, lanes,
          structure, level, external_id)""";
    try (var rows = new CopyRows(tx, target)) {
      for (int i = 0; i < roads.edges().size(); i++) {
        var edge = roads.edges().get(i);
        rows.put(i).put(edge.fromNode()).put(edge.toNode()).put(edge.geometry());
        rows.put(edge.lengthM()).put(edge.roadClass()).put(edge.name()).put(edge.ref());
        rows.put(edge.surface()).put(edge.oneWay()).put(edge.motorAccess());
        rows.put(edge.footAccess()).put(edge.maxSpeedKmh()).put(edge.maxHeightM());
        rows.put(edge.maxWidthM()).put(edge.maxWeightT()).put(edge.lanes());
        rows.put(edge.structure()).put(edge.level()).put(edge.externalId()).endRow();
      }
    }
  }

  private void copyRestrictions(RoadNetwork roads) {
    var target =
        "turn_restriction (id, from_edge, via_node, via_edges, to_edge, only_this, exempt)";
    try (var rows = new CopyRows(tx, target)) {
      for (int i = 0; i < roads.restrictions().size(); i++) {
        var turn = roads.restrictions().get(i);
        rows.put(i).put(turn.fromEdge()).put(turn.viaNode());
        rows.put(turn.viaNode().isPresent() ? null : turn.viaEdges());
        rows.put(turn.toEdge()).put(turn.onlyThis()).put(turn.exempt()).endRow();
      }
    }
  }

  private void replaceBase() {
    tx.execute("DELETE FROM base_feature");
    try (var rows = new CopyRows(tx, "base_feature (kind, name, rank, geom)")) {
      for (var feature : dataset.base()) {
        rows.put(feature.kind()).put(feature.name()).put(feature.rank());
        rows.put(feature.geometry()).endRow();
      }
    }
  }

  private void replaceFeatures() {
    var change =
        new Change(clock.instant(), "system:dataset", dataset.source(), Change.Act.IMPORTED);
    var byLayer =
        dataset.features().stream()
            .collect(Collectors.groupingBy(LayerFeature::layer, TreeMap::new, Collectors.toList()));
    for (var layer : byLayer.entrySet()) {
      FeatureStore.replace(
          tx,
          LayerTypes.require(tx, layer.getKey()),
          layer.getValue().stream().map(this::feature),
          change);
    }
    FeatureStore.removeEarlierDatasets(tx, byLayer.keySet(), change);
  }

  private NewFeature feature(LayerFeature it) {
    return new NewFeature(
        Optional.of(it.externalId()),
        it.name(),
        it.geometry(),
        it.attributes(),
        it.provenance(),
        dataset.source(),
        it.accuracyM().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        Optional.empty(),
        Optional.empty());
  }

  private void replaceTerrain() {
    dataset
        .terrain()
        .ifPresentOrElse(
            grid -> TerrainStore.replace(tx, grid, List.of(terrainSource())),
            () -> TerrainStore.removeSynthetic(tx));
  }

  private TerrainSource terrainSource() {
    return new TerrainSource(
        dataset.name(),
        dataset.source(),
        dataset.provenance().name(),
        dataset.dataDate(),
        OptionalDouble.empty());
  }

  private UUID addDataset() {
    var id = ids.next();
    tx.createUpdate(
            """
            INSERT INTO dataset (id, kind, name, source, attribution, provenance, data_date, bounds)
            VALUES (:id, :kind, :name, :source, :attribution, :provenance, :date,
                    ST_GeomFromText(:bounds, 4490))""")
        .bind("id", id)
        .bind("kind", dataset.kind())
        .bind("name", dataset.name())
        .bind("source", dataset.source())
        .bind("attribution", dataset.attribution())
        .bind("provenance", dataset.provenance().name())
        .bind("date", dataset.dataDate().orElse(null))
        .bind("bounds", dataset.bounds().toText())
        .execute();
    return id;
  }
}
