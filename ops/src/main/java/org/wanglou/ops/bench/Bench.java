package org.wanglou.ops.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.app.CommandServer;
import org.wanglou.command.app.ServerConfig;
import org.wanglou.command.session.FirstAdministrator;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.dataset.DatasetLoader;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.Migrations;
import org.wanglou.gis.db.PrivateCluster;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.osm.OsmReader;
import org.wanglou.gis.osm.Progress;
import org.wanglou.gis.sample.SampleCounty;
import org.wanglou.ops.client.Seat;

/**
 * {@code Bench FOLDER [FILE.osm.pbf]}: a county with 200 units spread over its roads; then reports
 * until they are on a second screen, and recommendations. Prints rows of a Markdown table.
 */
public final class Bench {
  private static final int UNITS = 200;
  private static final int REPORTS = 300;
  private static final int RECOMMENDATIONS = 200;
  private static final int WARM_UP = 50;
  private static final String PASSWORD = "bench-zhong-yong";
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private final Seat desk;
  private final Seat wall;
  private final List<Point> places;

  private Bench(int port, List<Point> places) throws Exception {
    var server = URI.create("http://127.0.0.1:" + port);
    this.desk = new Seat(server, FirstAdministrator.USERNAME, PASSWORD);
    this.wall = new Seat(server, FirstAdministrator.USERNAME, PASSWORD);
    this.places = places;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var dataset =
        arguments.length > 1
            ? OsmReader.read(Path.of(arguments[1]), Progress.NONE)
            : SampleCounty.xixian();
    try (var cluster = PrivateCluster.start(folder, PrivateCluster.MayLose.NOTHING)) {
      new Migrations(cluster.owner()).run("gis", "command");
      var application = cluster.owner().asApplication();
      try (var database = Database.open(application, 2)) {
        fill(database, dataset);
        new FirstAdministrator(database).ensure(folder, Optional.of(PASSWORD));
        OUT.printf(
            "| cold tile of the base map with relief, z8 to z17, painted and encoded | %s |%n",
            ColdTiles.of(database, folder.resolve("bench-tiles"), dataset.bounds()).measure());
      }
      try (var server = CommandServer.start(ServerConfig.local(application, 0, folder))) {
        var bench = new Bench(server.port(), spread(dataset.roads().nodes(), REPORTS));
        OUT.printf(
            "| report sent until a second desk has heard of it, over HTTP and WebSocket | %s |%n",
            bench.reports());
        OUT.printf(
            "| recommendation for %d units, %d stretches of road, over HTTP | %s |%n",
            UNITS, dataset.roads().edges().size(), bench.recommendations());
        try (var database = Database.open(application, 1)) {
          OUT.printf(
              "| layer of 10,000 features as GeoJSON, over HTTP | %s |%n",
              new LayerReads(database, bench.desk).measure());
          SearchBench.load(database, dataset.bounds().getEnvelopeInternal());
        }
        OUT.printf(
            "| search among %,d names and more, over HTTP | %s |%n",
            SearchBench.NAMES, SearchBench.searches(bench.desk));
        OUT.println(
            new ImportBench(
                    bench.desk, cluster.owner(), folder, dataset.bounds().getEnvelopeInternal())
                .measure());
        try (var database = Database.open(application, 2)) {
          new LayerBench(database, bench.desk, dataset.bounds().getEnvelopeInternal())
              .rows()
              .forEach(OUT::println);
        }
      }
    }
  }

  private static void fill(Database database, Dataset dataset) {
    database.write(
        RealmId.REAL,
        tx -> {
          DatasetLoader.store(tx, dataset);
          UnitSeeds.replace(tx, manyUnits(dataset), Instant.now());
          return dataset;
        });
  }

  /** The county's own kinds of unit again and again, each at another junction. */
  private static List<UnitSeed> manyUnits(Dataset dataset) {
    var places = spread(dataset.roads().nodes(), UNITS);
    var units = new ArrayList<UnitSeed>();
    for (int i = 0; i < UNITS; i++) {
      var like = dataset.units().get(i % dataset.units().size());
      units.add(
          new UnitSeed(
              like.name() + " " + i,
              like.type(),
              like.profile(),
              like.capabilities(),
              like.crew(),
              like.baseExternalId(),
              like.baseName(),
              places.get(i),
              Provenance.SYNTHETIC));
    }
    return units;
  }

  private static List<Point> spread(List<Point> nodes, int count) {
    var some = new ArrayList<Point>();
    for (int i = 0; i < count; i++) {
      some.add(nodes.get((int) ((long) i * nodes.size() / count)));
    }
    return some;
  }

  private Figures reports() throws Exception {
    wall.listen(null);
    var durations = new double[REPORTS];
    for (int i = -WARM_UP; i < REPORTS; i++) {
      long began = System.nanoTime();
      var id = report(i).getString("id");
      wall.await(it -> id.equals(it.getString("subject_id")));
      if (i >= 0) {
        durations[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return Figures.of(durations);
  }

  private Figures recommendations() throws Exception {
    var durations = new double[RECOMMENDATIONS];
    for (int i = -WARM_UP; i < RECOMMENDATIONS; i++) {
      var path = "/api/v1/incidents/" + report(i).getString("id") + "/recommendations";
      long began = System.nanoTime();
      desk.get(path);
      if (i >= 0) {
        durations[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return Figures.of(durations);
  }

  private JsonObject report(int i) throws Exception {
    var kinds = List.of("building_fire", "forest_fire", "road_accident", "flood", "medical");
    var at = places.get(Math.floorMod(i, places.size()));
    return desk.post(
        "/api/v1/incidents",
        new JsonObject()
            .put("kind", kinds.get(Math.floorMod(i, kinds.size())))
            .put("title", "测量 " + i)
            .put("level", 1 + Math.floorMod(i, 4))
            .put(
                "location",
                new JsonObject()
                    .put("type", "Point")
                    .put("coordinates", new JsonArray().add(at.getX()).add(at.getY()))));
  }
}
