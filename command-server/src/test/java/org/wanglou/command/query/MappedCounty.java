package org.wanglou.command.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/** Fills the built-in layers of a county with roads. */
final class MappedCounty {
  /** When everything on the map was last changed. */
  private final Instant changed = Instant.now().minusSeconds(10 * 86_400 + 60);

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private final Map<String, List<NewFeature>> layers = new LinkedHashMap<>();

  /** A feature of ten metres' accuracy, imported from the civil affairs office. */
  MappedCounty put(String layer, String name, Geometry where, Map<String, Object> attributes) {
    return put(layer, name, where, attributes, Provenance.IMPORTED, OptionalDouble.of(10));
  }

  MappedCounty put(
      String layer,
      String name,
      Geometry where,
      Map<String, Object> attributes,
      Provenance provenance,
      OptionalDouble accuracyM) {
    layers
        .computeIfAbsent(layer, k -> new ArrayList<>())
        .add(
            new NewFeature(
                Optional.empty(),
                name,
                where,
                attributes,
                provenance,
                provenance == Provenance.SYNTHETIC ? "generator" : "civil affairs office",
                accuracyM,
                Optional.of(changed),
                Optional.empty()));
    return this;
  }

  TestServer.Filling filling() {
    return database -> {
      GridCounty.of(6).filling().fill(database);
      database.write(
          RealmId.REAL,
          tx -> {
            layers.forEach(
                (layer, features) ->
                    FeatureStore.replace(
                        tx,
                        LayerTypes.require(tx, layer),
                        features.stream(),
                        new Change(changed, "test", "", Change.Act.IMPORTED)));
            return null;
          });
    };
  }

  static Geometry point(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }

  static Geometry line(double... lonLat) {
    var places = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return FACTORY.createLineString(places);
  }

  static Geometry box(double west, double south, double east, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }
}
