package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Forest compartments, and what is kept against fire: lanes, breaks, cisterns, towers. */
final class WoodLayers {
  private static final List<RoadKind> BESIDE_WOODS =
      List.of(RoadKind.TRACK, RoadKind.VILLAGE, RoadKind.COUNTY);
  private static final double COMPARTMENT_M = 1_500;
  private static final double LEAST_M2 = 20_000;
  private static final int BREAKS = 46;
  private static final int CISTERNS = 34;
  private static final int HYDRANTS = 12;
  private static final int TOWERS = 9;
  private static final double TOWERS_APART_M = 7_000;

  private final Layers layers;
  private final Scene scene;
  private final Random dice = Noise.dice("woods");
  private final Persons persons = new Persons("woods", 40_000);

  private WoodLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var woods = new WoodLayers(layers, scene);
    woods.compartments();
    woods.lanes();
    woods.breaks();
    woods.cisterns();
    woods.towers();
  }

  /** Irregular cells some 1.5 km wide, cut out of the woods. */
  private void compartments() {
    var seeds = new ArrayList<Coordinate>();
    var box = scene.land().outline().getEnvelopeInternal();
    for (double y = box.getMinY(); y < box.getMaxY(); y += COMPARTMENT_M) {
      for (double x = box.getMinX(); x < box.getMaxX(); x += COMPARTMENT_M) {
        seeds.add(
            new Coordinate(
                Math.rint(x + COMPARTMENT_M * dice.nextDouble()),
                Math.rint(y + COMPARTMENT_M * dice.nextDouble())));
      }
    }
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(seeds);
    var cells = builder.getDiagram(XiOutline.GEOMETRIES);
    var sorted = new ArrayList<Polygon>();
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      sorted.add((Polygon) cells.getGeometryN(i).norm());
    }
    sorted.sort(
        Comparator.comparing(c -> c.getCentroid().getCoordinate())); // JTS gives them by chance
    var forests = scene.forests().stream().map(PreparedGeometryFactory::prepare).toList();
    int number = 0;
    for (var cell : sorted) {
      int part = 0;
      for (var forest : forests) {
        if (!forest.intersects(cell)) {
          continue;
        }
        var cut = forest.contains(cell) ? cell : forest.getGeometry().intersection(cell);
        for (int i = 0; i < cut.getNumGeometries(); i++) {
          if (cut.getGeometryN(i) instanceof Polygon wood && wood.getArea() > LEAST_M2) {
            number += part == 0 ? 1 : 0;
            compartment(number, ++part, (Polygon) wood.norm());
          }
        }
      }
    }
  }

  private void compartment(int number, int part, Polygon wood) {
    boolean conifer = dice.nextInt(3) == 0;
    boolean planted = dice.nextInt(3) > 0;
    var town = scene.townName(scene.nearestHome(wood.getInteriorPoint().getCoordinate()));
    layers.add(
        "forest_compartment",
        "%03d林班%d小班".formatted(number, part),
        wood,
        "compartment",
        "%03d".formatted(number),
        "subcompartment",
        String.valueOf(part),
        "category",
        List.of("protection", "protection", "timber", "economic").get(dice.nextInt(4)),
        "origin",
        planted ? "planted" : "natural",
        "species",
        conifer ? "油松" : List.of("刺槐", "辽东栎", "山杨").get(dice.nextInt(3)),
        "age",
        List.of("young", "middle", "middle", "near_mature").get(dice.nextInt(4)),
        "fuel",
        conifer ? "conifer" : dice.nextInt(4) == 0 ? "mixed" : "broadleaf",
        "area_ha",
        Scene.cents(wood.getArea() / 10_000),
        "canopy_percent",
        35.0 + dice.nextInt(50),
        "fire_zone",
        conifer ? "I" : "II",
        "owner",
        town + "林场（合成）",
        "ranger",
        persons.name(),
        "phone",
        persons.telephone());
  }

  /** Tracks that run through the woods. */
  private void lanes() {
    var woods = scene.forests().stream().map(f -> PreparedGeometryFactory.prepare(f)).toList();
    var meeting = new HashMap<Coordinate, Integer>();
    scene.roads().forEach(p -> meeting.merge(p.from(), 1, Integer::sum));
    scene.roads().forEach(p -> meeting.merge(p.to(), 1, Integer::sum));
    int number = 0;
    for (var piece : scene.roads()) {
      boolean track = piece.kind() == RoadKind.TRACK && piece.lengthM() > 250;
      if (track && woods.stream().anyMatch(w -> w.intersects(piece.line()))) {
        boolean deadEnd = meeting.get(piece.from()) == 1 || meeting.get(piece.to()) == 1;
        int state = dice.nextInt(10);
        layers.add(
            "fire_lane",
            ++number + "号防火通道",
            piece.line(),
            "width_m",
            3 + 0.5 * dice.nextInt(4),
            "surface",
            dice.nextInt(4) == 0 ? "gravel" : "earth",
            "passable_for",
            state < 6 ? "fire_engine" : state < 9 ? "off_road" : "foot",
            "condition",
            state < 6 ? "good" : state < 8 ? "overgrown" : state < 9 ? "damaged" : "impassable",
            "dead_end",
            deadEnd,
            "turning_m",
            deadEnd && state < 6 ? (Object) 12.0 : null,
            "last_cleared",
            cleared(state),
            "maintained_by",
            "县林业局（合成）",
            "phone",
            persons.telephone());
      }
    }
  }

  private String cleared(int state) {
    int month = 1 + dice.nextInt(9);
    int day = 10 + dice.nextInt(18);
    return (state < 6 ? 2025 : 2024) + "-0" + month + "-" + day;
  }

  /** Along the edges of the woods, nearest to people first. */
  private void breaks() {
    var edges = new ArrayList<LineString>();
    for (var wood : scene.forests()) {
      var ring = new LengthIndexedLine(wood.getExteriorRing());
      for (double at = 300; at + 2_600 < ring.getEndIndex(); at += 3_400) {
        double length = 900 + 200 * dice.nextInt(8);
        var edge = (LineString) ring.extractLine(at, at + length);
        boolean own = scene.land().insideM(edge.getInteriorPoint().getCoordinate()) > 400;
        if (own) {
          edges.add(edge);
        }
      }
    }
    var homes = scene.homes().stream().map(Settlement::centre).toArray(Coordinate[]::new);
    var near = new IndexedFacetDistance(XiOutline.GEOMETRIES.createMultiPointFromCoords(homes));
    edges.sort(Comparator.comparingDouble(near::distance));
    int number = 0;
    for (var edge : edges.subList(0, Math.min(BREAKS, edges.size()))) {
      int state = dice.nextInt(10);
      boolean green = dice.nextInt(4) == 0;
      layers.add(
          "fire_break",
          ++number + "号防火隔离带",
          edge,
          "kind",
          green ? "green_belt" : "bare_soil",
          "width_m",
          12.0 + 4 * dice.nextInt(6),
          "condition",
          state < 6 ? "good" : state < 9 ? "overgrown" : "damaged",
          "last_cleared",
          cleared(state),
          "species",
          green ? "火炬树" : null,
          "maintained_by",
          "县林业局（合成）",
          "phone",
          persons.telephone());
    }
  }

  private void cisterns() {
    var near =
        new IndexedFacetDistance(
            XiOutline.GEOMETRIES.createMultiPolygon(scene.forests().toArray(Polygon[]::new)));
    var known = new HashMap<Coordinate, Boolean>();
    for (int i = 0; i < CISTERNS; i++) {
      var plot =
          scene
              .plots()
              .anywhere(
                  "cistern" + i,
                  p -> known.computeIfAbsent(p, at -> isNear(near, at)),
                  BESIDE_WOODS);
      layers.add(
          "cistern",
          (i + 1) + "号防火蓄水池",
          plot,
          "kind",
          "cistern",
          "volume_m3",
          List.of(30.0, 50.0, 100.0, 200.0).get(i % 4),
          "outlet_mm",
          65,
          "vehicle_access",
          i % 5 == 4 ? "off_road" : "fire_engine",
          "all_year",
          i % 3 > 0,
          "condition",
          i % 9 == 8 ? "limited" : "usable",
          "checked",
          "2025-03-1" + i % 10,
          "keeper",
          persons.name(),
          "phone",
          persons.telephone());
    }
    for (int i = 0; i < HYDRANTS; i++) {
      var plot = scene.plots().near(scene.seat().place(1_050 - 190 * i, 0), Resources.IN_TOWN);
      layers.add(
          "cistern",
          "县城" + (i + 1) + "号消火栓",
          plot,
          "kind",
          "hydrant",
          "flow_l_s",
          15.0,
          "outlet_mm",
          65,
          "vehicle_access",
          "fire_engine",
          "all_year",
          true,
          "condition",
          "usable",
          "checked",
          "2025-04-08",
          "phone",
          persons.telephone());
    }
  }

  private static boolean isNear(IndexedFacetDistance woods, Coordinate at) {
    return woods.distance(XiOutline.GEOMETRIES.createPoint(at)) < 400;
  }

  /** On the highest places that are apart from each other. */
  private void towers() {
    var land = scene.land();
    var towers = new ArrayList<Coordinate>();
    for (int tower = 0; tower < TOWERS; tower++) {
      int best = -1;
      for (int cell : land.terrain().drainage().order()) {
        var place = land.grid().middle(cell);
        double[] height = land.terrain().height();
        if (land.terrain().insideM()[cell] > 900
            && (best < 0 || height[cell] > height[best])
            && isFar(place, towers)) {
          best = cell;
        }
      }
      var place = land.grid().middle(best);
      towers.add(place);
      layers.add(
          "lookout_tower",
          scene.nearestHome(place).name() + "瞭望塔",
          place,
          "height_m",
          12.0 + 3 * (tower % 4),
          "staffed",
          tower % 3 > 0,
          "camera",
          tower % 2 == 0,
          "call_sign",
          "望" + (tower + 1),
          "watch",
          persons.name(),
          "phone",
          persons.telephone());
    }
  }

  private static boolean isFar(Coordinate place, Collection<Coordinate> from) {
    return from.stream().allMatch(other -> other.distance(place) > TOWERS_APART_M);
  }
}
