package org.wanglou.command.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

class OgcTest {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.start(ThreeLayers.filling());
    desk = server.admin();
    server
        .db()
        .superuser()
        .useHandle(
            h -> {
              h.execute(
                  "UPDATE feature SET valid_from = '2020-01-01Z', valid_to = '2021-01-01Z' WHERE external_id = 'x7'");
              h.execute("UPDATE feature SET valid_from = '2120-01-01Z' WHERE external_id = 'x8'");
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_link_from_the_landing_page_on_leads_somewhere() {
    var seen = new HashSet<String>();
    follow("/ogc", seen);
    follow("/ogc/", seen);
    assertThat(seen).hasSizeGreaterThan(30);
  }

  private static void follow(String path, Set<String> seen) {
    if (seen.size() > 150 || path.contains("{") || !seen.add(path)) {
      return;
    }
    var reply = desk.get(path).expect(200);
    if (path.contains("/items") && path.contains("cursor")) {
      return;
    }
    for (var link : reply.json().getJsonArray("links", new JsonArray())) {
      follow(local((JsonObject) link), seen);
    }
    for (var collection : reply.json().getJsonArray("collections", new JsonArray())) {
      follow("/ogc/collections/" + ((JsonObject) collection).getString("id"), seen);
    }
  }

  private static String local(JsonObject link) {
    assertThat(link.getString("href")).startsWith("http://127.0.0.1:" + server.port() + "/ogc");
    return link.getString("href").replaceFirst("^http://[^/]+", "");
  }

  @Test
  void following_next_gives_each_item_once_and_the_count_stands_on_every_page() {
    var names = new HashSet<String>();
    int pages = 0;
    var path = "/ogc/collections/well/items?limit=50";
    while (path != null) {
      var page = items(path);
      assertThat(page.getInteger("numberMatched")).isEqualTo(ThreeLayers.COUNT - 2);
      assertThat(page.getInteger("numberReturned")).isEqualTo(features(page).size());
      features(page).forEach(it -> assertThat(names.add(it.getString("id"))).isTrue());
      path = next(page);
      pages++;
    }
    assertThat(names).hasSize(ThreeLayers.COUNT - 2);
    assertThat(pages).isEqualTo(5);
  }

  @Test
  void an_offset_passes_over_items() {
    var all = features(items("/ogc/collections/well/items?limit=1000"));
    var some = features(items("/ogc/collections/well/items?limit=3&offset=10"));
    assertThat(some).isEqualTo(all.subList(10, 13));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-06-01T00:00:00Z | 1",
        "2020-06-01 | 1",
        "../2020-06-01T00:00:00Z | 1",
        "2019-01-01T00:00:00Z/2019-06-01T00:00:00Z | 0",
        "2020-06-01T00:00:00Z/2027-01-01T00:00:00Z | 229",
        "2027-01-01T00:00:00Z/.. | 229",
        "2130-01-01T00:00:00Z | 229",
      })
  void a_time_selects_what_was_valid_then(String datetime, int expected) {
    assertThat(matched("well", "datetime=" + encoded(datetime))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 4490, false, 1e-7",
    "http://www.opengis.net/def/crs/EPSG/0/4490, 4490, true, 1e-7",
    "http://www.opengis.net/def/crs/EPSG/0/4326, 4490, true, 1e-7",
    "http://www.opengis.net/def/crs/EPSG/0/3857, 3857, false, 0.001",
    "http://www.opengis.net/def/crs/EPSG/0/4546, 4546, true, 0.001",
    "http://www.opengis.net/def/crs/EPSG/0/4525, 4525, true, 0.001",
  })
  void coordinates_come_in_the_asked_system_in_its_own_order_of_axes(
      String crs, int srid, boolean northFirst, double tolerance) {
    var path = "/ogc/collections/well/items?limit=1&filter=number%3D42&crs=" + encoded(crs);
    var reply = desk.get(path).expect(200);
    assertThat(reply.header("content-crs")).isEqualTo("<" + crs + ">");
    var item = reply.json().getJsonArray("features").getJsonObject(0);
    var single =
        desk.get("/ogc/collections/well/items/" + item.getString("id") + "?crs=" + encoded(crs));
    assertThat(single.expect(200).json().getJsonObject("geometry"))
        .isEqualTo(item.getJsonObject("geometry"));
    double[] expected =
        server
            .db()
            .superuser()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            SELECT ST_X(g) AS x, ST_Y(g) AS y
                              FROM (SELECT ST_Transform(geom, :srid) AS g FROM feature
                                     WHERE layer = 'well' AND external_id = 'x42') f""")
                        .bind("srid", srid)
                        .map((row, c) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                        .one());
    var got = item.getJsonObject("geometry").getJsonArray("coordinates");
    assertThat(got.getDouble(northFirst ? 1 : 0)).isCloseTo(expected[0], within(tolerance));
    assertThat(got.getDouble(northFirst ? 0 : 1)).isCloseTo(expected[1], within(tolerance));
  }

  @Test
  void the_same_box_in_any_system_selects_the_same_items() {
    int expected = matched("well", "bbox=110.805,36.655,110.855,36.685");
    assertThat(expected).isEqualTo(15);
    assertThat(matched("well", "bbox=110.805,36.655,0,110.855,36.685,900")).isEqualTo(expected);
    assertThat(
            matched("well", "bbox=36.655,110.805,36.685,110.855&bbox-crs=" + encoded(EPSG + 4490)))
        .isEqualTo(expected);
    var corners =
        server
            .db()
            .superuser()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            SELECT ST_YMin(b), ST_XMin(b), ST_YMax(b), ST_XMax(b)
                              FROM ST_Transform(ST_MakeEnvelope(110.805, 36.655, 110.855, 36.685, 4490), 4546) b""")
                        .map(
                            (row, c) ->
                                "%f,%f,%f,%f"
                                    .formatted(
                                        row.getDouble(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4)))
                        .one());
    assertThat(matched("well", "bbox=" + corners + "&bbox-crs=" + encoded(EPSG + 4546)))
        .isEqualTo(expected);
    assertThat(matched("well", "bbox=179,-80,-179,80")).isZero();
    assertThat(matched("well", "bbox=110,-80,-179,80")).isEqualTo(ThreeLayers.COUNT - 2);
  }

  @Test
  void filters_come_in_cql2_text_and_in_ecql() {
    assertThat(
            matched(
                "well",
                "filter="
                    + encoded(
                        "S_INTERSECTS(geom, BBOX(110.805,36.655,110.855,36.685)) AND number > 30")))
        .isEqualTo(
            matched(
                "well",
                "filter-lang=ecql&filter="
                    + encoded("BBOX(geom,110.805,36.655,110.855,36.685) AND number > 30")))
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3",
        "bbox=1,2,3,x",
        "bbox=3,3,1,1",
        "bbox=1,2,3,4&bbox-crs=EPSG:99",
        "crs=EPSG:99",
        "crs=nonsense",
        "datetime=yesterday",
        "datetime=../..",
        "datetime=2027-01-01T00:00:00Z/2026-01-01T00:00:00Z",
        "limit=0",
        "limit=10001",
        "filter=number%20%3D",
        "filter=colour%3D1",
        "filter-lang=sql&filter=x",
        "cursor=zzz",
        "offset=-1",
        "number=5",
        "filter=number%3D1&filter-crs=EPSG:3857"
      })
  void a_bad_parameter_is_named(String query) {
    var refused = desk.get("/ogc/collections/well/items?" + query).expect(400);
    assertThat(refused.errors().getJsonObject(0).getString("pointer"))
        .isIn(
            "/" + query.replaceAll("=.*", ""),
            "/" + query.replaceAll("=[^=]*$", "").replaceAll(".*&", ""));
  }

  @Test
  void what_is_not_there_is_not_found() {
    desk.get("/ogc/collections/dragons").expect(404);
    desk.get("/ogc/collections/dragons/items").expect(404);
    desk.get("/ogc/collections/well/items/00000000-0000-0000-0000-000000000000").expect(404);
    desk.get("/ogc/collections/well/items/17").expect(404);
    assertThat(
            Tiles.get(
                    server,
                    "/ogc/collections/well/tiles/WebMercatorQuad/3/9/1",
                    "Cookie",
                    desk.cookie())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void invented_features_are_marked_in_the_collection_and_in_each_item() {
    assertThat(desk.get("/ogc/collections/well").json().getString("description"))
        .contains("SYNTHETIC");
    assertThat(
            features(items("/ogc/collections/well/items?limit=1"))
                .get(0)
                .getJsonObject("properties"))
        .contains(java.util.Map.entry("provenance", "SYNTHETIC"));
  }

  @Test
  void map_programs_sign_in_with_a_token_as_password_for_reading_only() {
    var token =
        desk.post("/api/v1/tokens", new JsonObject().put("label", "QGIS"))
            .json()
            .getString("token");
    assertThat(status("/ogc/collections", basic("admin", token))).isEqualTo(200);
    assertThat(status("/ogc/collections", basic("somebody", token))).isEqualTo(401);
    assertThat(status("/ogc/collections", basic("admin", TestServer.PASSWORD))).isEqualTo(401);
    assertThat(status("/ogc/collections", "Basic !!")).isEqualTo(401);
    server
        .stranger()
        .with("Authorization", basic("admin", token))
        .post("/api/v1/tokens", new JsonObject().put("label", "more"))
        .expect(401);
    server.stranger().get("/ogc").expect(401);
  }

  private static int status(String path, String authorization) {
    return Tiles.get(server, path, "Authorization", authorization).statusCode();
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  private static int matched(String layer, String query) {
    return items("/ogc/collections/" + layer + "/items?" + query).getInteger("numberMatched");
  }

  private static JsonObject items(String path) {
    var reply = desk.get(path).expect(200);
    assertThat(reply.header("content-type")).isEqualTo("application/geo+json");
    return reply.json();
  }

  private static List<JsonObject> features(JsonObject page) {
    return page.getJsonArray("features").stream().map(JsonObject.class::cast).toList();
  }

  private static String next(JsonObject page) {
    return page.getJsonArray("links").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("rel").equals("next"))
        .map(OgcTest::local)
        .findFirst()
        .orElse(null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
