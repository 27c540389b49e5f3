package org.wanglou.gis.sample;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Divisions, townships and villages with their people. */
final class PlaceLayers {
  private static final double SEAT_ACCURACY_M = 2_000;
  private static final double HOUSEHOLD = 2.42; // mean of the census of 2020
  private static final double ELDERLY = 0.125;
  private static final double CHILDREN = 0.182;

  private final Layers layers;
  private final Scene scene;
  private final Persons persons = new Persons("places", 1_000);

  private PlaceLayers(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
  }

  static void into(Layers layers, Scene scene) {
    var places = new PlaceLayers(layers, scene);
    places.divisions();
    places.townships();
    places.villages();
  }

  private void divisions() {
    division("141031", "隰县", "county", scene.land().outline(), XiDivisions.POPULATION_2020);
    for (var town : scene.towns()) {
      var ground = scene.townships().polygons().get(town.code());
      division(town.code(), town.name(), "township", ground, scene.people().of(town));
    }
  }

  private void division(String code, String name, String level, Geometry onPlane, int people) {
    layers.coded(
        "division",
        code,
        name,
        Plane.lonLat(onPlane),
        Optional.of(1_000.0),
        Layers.row(
            "code",
            code,
            "level",
            level,
            "population",
            people,
            "households",
            households(people),
            "population_year",
            2020,
            "area_km2",
            Scene.cents(onPlane.getArea() / 1e6),
            "leader",
            persons.name(),
            "duty_phone",
            persons.telephone()));
  }

  private void townships() {
    for (var town : scene.towns()) {
      int people = scene.people().of(town);
      layers.coded(
          "township",
          town.code(),
          town.name(),
          Plane.lonLat(XiOutline.GEOMETRIES.createPoint(town.centre())),
          town.equals(scene.seat()) ? Optional.of(SEAT_ACCURACY_M) : Optional.empty(),
          Layers.row(
              "code", town.code(),
              "kind", town.name().endsWith("镇") ? "town" : "township",
              "population", people,
              "households", households(people),
              "leader", persons.name(),
              "duty_phone", persons.telephone()));
    }
  }

  /**
   * Statistical villages bear their code; groups of villagers have none, and people of their own.
   */
  private void villages() {
    for (var home : scene.homes()) {
      int people = scene.people().of(home);
      boolean unit = home.kind() != Settlement.Kind.GROUP;
      layers.coded(
          "village",
          home.code(),
          home.name(),
          Plane.lonLat(XiOutline.GEOMETRIES.createPoint(home.centre())),
          Optional.empty(),
          Layers.row(
              "code",
              unit ? home.code() : null,
              "urban_rural",
              urbanRural(home),
              "population",
              people,
              "households",
              households(people),
              "elderly",
              (int) Math.rint(people * ELDERLY),
              "children",
              (int) Math.rint(people * CHILDREN),
              "disabled",
              (int) Math.rint(people * 0.02),
              "township",
              scene.townName(home),
              "leader",
              persons.name(),
              "phone",
              persons.telephone(),
              "broadcast",
              unit || people > 60));
    }
  }

  private String urbanRural(Settlement home) {
    if (home.kind() != Settlement.Kind.COMMUNITY) {
      return "220";
    }
    boolean town = scene.townName(home).endsWith("镇");
    return town ? (home.name().endsWith("社区") ? "121" : "122") : "210";
  }

  private static int households(int people) {
    return (int) Math.rint(people / HOUSEHOLD);
  }
}
