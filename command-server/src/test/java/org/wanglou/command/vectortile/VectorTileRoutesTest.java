package org.wanglou.command.vectortile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.ogc.ThreeLayers;
import org.wanglou.command.ogc.Tiles;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;

class VectorTileRoutesTest {
  private static final String PLACE = "/8/206/99.mvt";
  private static TestServer server;
  private static String cookie;

  @BeforeAll
  static void start() {
    server = TestServer.start(ThreeLayers.filling());
    cookie = server.admin().cookie();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_tile_under_the_present_revision_may_be_kept_for_ever() {
    var tile = get(address(revision()));
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
    assertThat(tile.headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=31536000, immutable");
    assertThat(tile.body().length).isGreaterThan(1_000);
    var tag = tile.headers().firstValue("ETag").orElseThrow();
    var again = Tiles.get(server, address(revision()), "Cookie", cookie, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void any_other_revision_leads_to_the_present_one_and_is_not_kept() {
    for (long other : new long[] {0, revision() - 1, revision() + 5}) {
      var moved = get(address(other));
      assertThat(moved.statusCode()).isEqualTo(307);
      assertThat(moved.headers().firstValue("Location")).hasValue(address(revision()));
      assertThat(moved.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void a_change_of_the_layer_is_seen_at_once_under_its_new_revision() {
    long before = revision();
    var old = get(address(before)).body();
    server
        .database()
        .write(
            RealmId.REAL,
            tx -> {
              var one =
                  tx.createQuery(
                          "SELECT id FROM feature WHERE layer = 'well' AND external_id = 'x3'")
                      .mapTo(java.util.UUID.class)
                      .one();
              return FeatureStore.remove(tx, "well", one, 1, ThreeLayers.change());
            });
    assertThat(revision()).isGreaterThan(before);
    assertThat(get(address(before)).statusCode()).isEqualTo(307);
    assertThat(get(address(revision())).body().length).isBetween(1, old.length - 1);
  }

  @Test
  void an_empty_place_is_an_empty_tile() {
    var tile = get("/tiles/layers/well/" + revision() + "/8/0/0.mvt");
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.body()).isEmpty();
  }

  @Test
  void what_is_no_tile_is_not_found_and_strangers_see_nothing() {
    for (var path :
        new String[] {
          "/tiles/layers/dragons/1" + PLACE,
          "/tiles/layers/well/1/3/9/1.mvt",
          "/tiles/layers/well/1/30/9/1.mvt",
          "/tiles/layers/well/1/3/1/1.png",
          "/tiles/layers/well/x/3/1/1.mvt",
          "/tiles/layers/..%2F..%2Fetc/1/3/1/1.mvt"
        }) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(Tiles.get(server, address(revision()), "Accept", "*/*").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<byte[]> get(String path) {
    return Tiles.get(server, path, "Cookie", cookie);
  }

  private static String address(long revision) {
    return "/tiles/layers/well/" + revision + PLACE;
  }

  private static long revision() {
    return server.database().reference(tx -> LayerTypes.require(tx, "well").revision());
  }
}
