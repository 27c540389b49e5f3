package org.wanglou.gis.imagery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;

class ServicesTest {
  /** Around Xi county; the colour runs over this much in both directions. */
  private static final double WEST = 110.958;

  private static final double NORTH = 36.883;
  private static final double SPAN = 0.034;
  private static final TileAt TILE = new TileAt(14, 13242, 6384);
  private static final String KEY = "0123456789abcdef";

  @TempDir Path folder;
  private FakeWmts wmts;
  private final TestTime time = new TestTime();
  private Shelf shelf;

  @BeforeEach
  void start() throws IOException {
    wmts = new FakeWmts(ServicesTest::colour);
  }

  @AfterEach
  void stop() {
    if (shelf != null) {
      shelf.close();
    }
    wmts.close();
  }

  /** Red grows eastwards, green southwards. */
  private static int colour(double longitude, double latitude) {
    int red = (int) Math.round(Math.max(0, Math.min(255, (longitude - WEST) / SPAN * 255)));
    int green = (int) Math.round(Math.max(0, Math.min(255, (NORTH - latitude) / SPAN * 255)));
    return red << 16 | green << 8;
  }

  @Test
  void a_mercator_set_is_shown_as_it_is_and_asked_once() throws Exception {
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    assertThat(offPlace(tile(), Datum.CGCS2000)).isLessThan(0.6);
    assertThat(tile().picture().mediaType()).isEqualTo("image/png");
    assertThat(wmts.tilesAsked()).isEqualTo(1);
    assertThat(wmts.asked).anyMatch(it -> it.contains("TILEMATRIX=14&TILEROW=6384&TILECOL=13242"));
  }

  @Test
  void without_a_wish_the_set_is_taken_that_needs_no_resampling() {
    open(wmts(Datum.CGCS2000, Optional.empty()));
    tile();
    assertThat(wmts.asked).anyMatch(it -> it.contains("TILEMATRIXSET=w"));
  }

  @Test
  void a_set_in_degrees_lands_on_its_place() throws Exception {
    open(wmts(Datum.CGCS2000, Optional.of("c")));
    assertThat(offPlace(tile(), Datum.CGCS2000)).isLessThan(1.0);
    assertThat(wmts.tilesAsked()).isBetween(2L, 6L);
  }

  @Test
  void a_shifted_service_is_put_back_by_what_gcj02_is_off() throws Exception {
    open(wmts(Datum.GCJ02, Optional.of("w")));
    assertThat(offPlace(tile(), Datum.GCJ02)).isLessThan(1.0);
    assertThat(offPlace(tile(), Datum.WGS84)).as("as if it were not shifted").isGreaterThan(20);
  }

  @Test
  void what_a_service_is_comes_from_its_capabilities() {
    open(wmts(Datum.CGCS2000, Optional.of("c")));
    var about = shelf.list().get(0).about();
    assertThat(about.name()).isEqualTo("影像");
    assertThat(about.minZoom()).isEqualTo(1);
    assertThat(about.maxZoom()).isEqualTo(18);
    assertThat(about.bounds()).contains(new Bounds(73, 3, 136, 54));
  }

  @Test
  void the_key_goes_to_the_service_and_nowhere_else() throws Exception {
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    tile();
    assertThat(wmts.asked).allMatch(it -> it.contains("tk=" + KEY));
    assertThat(shelf.list().toString()).doesNotContain(KEY);
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY);
      }
    }
    wmts.mood = FakeWmts.Mood.BROKEN;
    assertThatThrownBy(() -> shelf.tile("img", new TileAt(14, 13243, 6384)))
        .hasMessageNotContaining(KEY);
  }

  @Test
  void no_redirect_is_followed() {
    refuses(FakeWmts.Mood.REDIRECTS, "imagery.redirected");
    assertThat(wmts.asked).noneMatch(it -> it.contains("elsewhere"));
  }

  @Test
  void a_service_that_dribbles_is_not_waited_for() {
    refuses(FakeWmts.Mood.SLOW, "imagery.too_slow");
  }

  @Test
  void a_page_of_words_is_no_picture() {
    refuses(FakeWmts.Mood.TALKS, "imagery.not_a_picture");
  }

  @Test
  void too_large_an_answer_is_broken_off() {
    refuses(FakeWmts.Mood.SENDS_TOO_MUCH, "imagery.too_large");
  }

  private void refuses(FakeWmts.Mood mood, String code) {
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    assertThat(shelf.list().get(0).problem()).isEmpty();
    wmts.mood = mood;
    assertFault(code);
    assertThat(shelf.list().get(0).problem())
        .hasValueSatisfying(it -> assertThat(it.getMessage()).contains(code));
  }

  @Test
  void capabilities_cannot_lead_to_another_host() {
    wmts.mood = FakeWmts.Mood.NAMES_ANOTHER_HOST;
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    assertFault("imagery.host_not_allowed");
  }

  @Test
  void a_private_address_needs_to_be_configured() {
    var service = wmts(Datum.CGCS2000, Optional.of("w"));
    open(with(service, service.note().datum(), service.address(), false));
    assertFault("imagery.private_address");
    assertThat(wmts.asked).isEmpty();
  }

  @Test
  void an_old_tile_is_answered_with_its_age_when_the_service_is_away_and_renewed_when_it_is_back() {
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    tile();
    time.pass(Duration.ofDays(8));
    wmts.mood = FakeWmts.Mood.BROKEN;
    assertThat(tile().outdated()).isTrue();
    assertThat(tile().age()).isEqualTo(Duration.ofDays(8));
    long before = wmts.tilesAsked();
    tile();
    assertThat(wmts.tilesAsked()).as("left in peace").isEqualTo(before);
    wmts.mood = FakeWmts.Mood.WELL;
    time.pass(Duration.ofMinutes(1));
    assertThat(tile().outdated()).isFalse();
    assertThat(tile().age()).isZero();
  }

  @Test
  void many_who_want_a_tile_are_one_question() {
    open(wmts(Datum.CGCS2000, Optional.of("w")));
    shelf.list();
    wmts.delayMs = 300;
    IntStream.range(0, 8).parallel().forEach(i -> tile());
    assertThat(wmts.tilesAsked()).isEqualTo(1);
  }

  @Test
  void xyz_with_its_rows_counted_from_the_south() throws Exception {
    var address = wmts.base() + "/xyz/{z}/{x}/{y}.png";
    open(with(wmts(Datum.WGS84, Optional.empty()), Datum.WGS84, address.replace(".png", ""), true));
    assertThat(offPlace(tile(), Datum.WGS84)).isLessThan(0.6);
    open(
        with(
            wmts(Datum.WGS84, Optional.empty()),
            Datum.WGS84,
            wmts.base() + "/xyz/{z}/{x}/{-y}",
            true));
    tile();
    assertThat(wmts.asked).anyMatch(it -> it.startsWith("/xyz/14/13242/9999?"));
  }

  @Test
  void a_service_known_to_be_shifted_is_refused_unless_it_is_declared_so() {
    var amap = "https://webst01.is.autonavi.com/appmaptile?style=6&x={x}&y={y}&z={z}";
    assertRefused(Datum.WGS84, amap, "imagery.is_gcj02");
    assertRefused(
        Datum.UNDECLARED, "https://tiles.example/{z}/{x}/{y}", "imagery.datum_undeclared");
    assertRefused(Datum.GCJ02, "https://maponline0.bdimg.com/{z}/{x}/{y}", "imagery.is_bd09");
    open(with(wmts(Datum.GCJ02, Optional.empty()), Datum.GCJ02, amap, false));
    assertThat(shelf.list().get(0).problem()).isEmpty();
  }

  private void assertRefused(Datum datum, String address, String code) {
    open(with(wmts(datum, Optional.empty()), datum, address, false));
    assertThat(shelf.list().get(0).problem())
        .hasValueSatisfying(it -> assertThat(it.getMessage()).contains(code));
    assertFault(code);
  }

  @Test
  void the_cache_stays_within_its_bound_and_the_oldest_goes_first() {
    var cache = new TileCache(folder.resolve("small"), 10_000, time);
    for (int i = 0; i < 30; i++) {
      cache.keep("a/" + i, new byte[1_000]);
      time.pass(Duration.ofSeconds(1));
      assertThat(cache.held()).isLessThanOrEqualTo(10_000);
    }
    assertThat(cache.find("a/29")).isPresent();
    assertThat(cache.find("a/0")).isEmpty();
    assertThat(new TileCache(folder.resolve("small"), 10_000, time).held()).isEqualTo(cache.held());
  }

  private void assertFault(String code) {
    assertThatThrownBy(() -> shelf.tile("img", TILE))
        .isInstanceOfSatisfying(
            Fault.class, it -> assertThat(it.details().get(0).code()).isEqualTo(code));
  }

  private void open(ImageryConfig.Service service) {
    if (shelf != null) {
      shelf.close();
    }
    var config = new ImageryConfig(100 << 20, Map.of(), List.of(service));
    shelf = new Shelf(folder.resolve("imagery"), folder.resolve("cache"), () -> config, time);
  }

  private Shelf.Tile tile() {
    return shelf.tile("img", TILE).orElseThrow();
  }

  private ImageryConfig.Service wmts(Datum datum, Optional<String> set) {
    return new ImageryConfig.Service(
        "img",
        Imagery.Kind.WMTS,
        new ImageryConfig.Note(Optional.empty(), Optional.of("©"), Optional.empty(), datum),
        wmts.capabilities(),
        Optional.of("img"),
        set,
        Optional.empty(),
        Map.of("tk", new Secret(KEY)),
        Set.of(),
        true,
        0,
        18,
        Optional.empty(),
        Duration.ofDays(7),
        Duration.ofSeconds(1));
  }

  private static ImageryConfig.Service with(
      ImageryConfig.Service like, Datum datum, String address, boolean privateNetwork) {
    return new ImageryConfig.Service(
        like.id(),
        address.contains("{x}") ? Imagery.Kind.XYZ : Imagery.Kind.WMTS,
        new ImageryConfig.Note(Optional.empty(), Optional.empty(), Optional.empty(), datum),
        address,
        like.layer(),
        like.matrixSet(),
        like.style(),
        like.keys(),
        like.hosts(),
        privateNetwork,
        like.minZoom(),
        like.maxZoom(),
        like.bounds(),
        like.maxAge(),
        like.timeout());
  }

  /**
   * Mean difference, in steps of colour of 0.00013 degrees, from what the datum means to be there.
   */
  private static double offPlace(Shelf.Tile tile, Datum datum) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(tile.picture().bytes()));
    double world = 256.0 * (1L << TILE.z());
    double off = 0;
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        double longitude = (TILE.x() * 256 + x + 0.5) / world * 360 - 180;
        double latitude =
            Math.toDegrees(
                Math.atan(Math.sinh(Math.PI * (1 - 2 * (TILE.y() * 256 + y + 0.5) / world))));
        var there = SourceCrs.of("GCJ-02").from4490(longitude, latitude);
        int wanted = datum == Datum.GCJ02 ? colour(there.x, there.y) : colour(longitude, latitude);
        off += Math.abs((wanted >> 16 & 255) - (image.getRGB(x, y) >> 16 & 255));
        off += Math.abs((wanted >> 8 & 255) - (image.getRGB(x, y) >> 8 & 255));
      }
    }
    assertThat(colour(WEST + SPAN / 2, NORTH - SPAN / 2) >> 16).isCloseTo(128, within(1));
    return off / (256 * 256);
  }

  /** Moves by hand. */
  private static final class TestTime extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
