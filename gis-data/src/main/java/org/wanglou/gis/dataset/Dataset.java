package org.wanglou.gis.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.terrain.TerrainGrid;

/**
 * Everything one source gives about a county, ready to be stored: the OSM reader and the sample
 * generator both end here, and {@link DatasetLoader} is the only writer. Geometries are EPSG:4490,
 * longitude first.
 *
 * @param kind {@code sample}, {@code osm} or {@code county}
 * @param attribution shown on the map, for example "© OpenStreetMap contributors, ODbL"
 * @param terrain heights of the same source and provenance; none leaves the terrain that is there,
 *     unless that one is synthetic
 */
public record Dataset(
    String kind,
    String name,
    String source,
    String attribution,
    Provenance provenance,
    Optional<LocalDate> dataDate,
    Polygon bounds,
    RoadNetwork roads,
    List<BaseFeature> base,
    List<LayerFeature> features,
    List<UnitSeed> units,
    Optional<TerrainGrid> terrain) {

  /** Without terrain. */
  public Dataset(
      String kind,
      String name,
      String source,
      String attribution,
      Provenance provenance,
      Optional<LocalDate> dataDate,
      Polygon bounds,
      RoadNetwork roads,
      List<BaseFeature> base,
      List<LayerFeature> features,
      List<UnitSeed> units) {
    this(
        kind,
        name,
        source,
        attribution,
        provenance,
        dataDate,
        bounds,
        roads,
        base,
        features,
        units,
        Optional.empty());
  }

  /** The same with heights. */
  public Dataset with(TerrainGrid heights) {
    return new Dataset(
        kind,
        name,
        source,
        attribution,
        provenance,
        dataDate,
        bounds,
        roads,
        base,
        features,
        units,
        Optional.of(heights));
  }

  /**
   * A thing the base map draws; see the table base_feature for the kinds and the meaning of rank.
   */
  public record BaseFeature(String kind, Optional<String> name, int rank, Geometry geometry) {}

  /** A row of a layer. The external id is unique in its layer and stable from load to load. */
  public record LayerFeature(
      String layer,
      String externalId,
      String name,
      Geometry geometry,
      Map<String, Object> attributes,
      Provenance provenance,
      Optional<Double> accuracyM) {}

  /**
   * A unit to begin with; the county's own list replaces it. Stored by the command server, in the
   * real realm.
   *
   * @param type fire_engine, water_tanker, ladder_truck, rescue_truck, command_car, ambulance,
   *     police_car, forest_fire_crew, mine_rescue_team, flood_rescue_team, drainage_truck
   * @param profile road profile of its vehicle: car, fire_engine, ambulance, coach, heavy_truck,
   *     off_road, foot
   * @param capabilities firefighting, water_supply, rescue, high_angle, medical, evacuation,
   *     traffic_control, command, forest_fire, mine_rescue, water_rescue, drainage, hazmat
   * @param baseExternalId external id of the feature it is stationed at
   */
  public record UnitSeed(
      String name,
      String type,
      String profile,
      List<String> capabilities,
      int crew,
      String baseExternalId,
      String baseName,
      Point base,
      Provenance provenance) {}

  /**
   * Roads as they go into the tables road_node, road_edge and turn_restriction.
   *
   * @param nodes place of node i; ordered along a space-filling curve so that neighbours lie close
   *     in memory
   * @param edges edge i has id i
   */
  public record RoadNetwork(
      List<Point> nodes, List<RoadEdge> edges, List<TurnRestriction> restrictions) {}

  /** One stretch between two junctions; the fields are those of the table road_edge. */
  public record RoadEdge(
      int fromNode,
      int toNode,
      LineString geometry,
      double lengthM,
      String roadClass,
      Optional<String> name,
      Optional<String> ref,
      Optional<String> surface,
      int oneWay,
      String motorAccess,
      String footAccess,
      Optional<Integer> maxSpeedKmh,
      Optional<Double> maxHeightM,
      Optional<Double> maxWidthM,
      Optional<Double> maxWeightT,
      Optional<Integer> lanes,
      Optional<String> structure,
      int level,
      Optional<String> externalId) {}

  /**
   * A forbidden, or with {@code onlyThis} compulsory, sequence of edges.
   *
   * @param viaNode the node in between, or empty when {@code viaEdges} names the edges in between,
   *     in driving order
   * @param exempt OSM {@code except} values
   */
  public record TurnRestriction(
      int fromEdge,
      Optional<Integer> viaNode,
      List<Integer> viaEdges,
      int toEdge,
      boolean onlyThis,
      List<String> exempt) {}
}
