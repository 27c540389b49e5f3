package org.wanglou.gis.imagery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A WMTS on the loopback, in the way of Tianditu: sets w (Web Mercator, corner with its axes
 * swapped) and c (degrees, EPSG:4490), scales at 96 dots to the inch, tiles by key-value pairs. Its
 * pictures are coloured by place.
 */
public final class FakeWmts implements AutoCloseable {
  /** What it does with a question. */
  public enum Mood {
    WELL,
    REDIRECTS,
    SLOW,
    TALKS,
    SENDS_TOO_MUCH,
    BROKEN,
    NAMES_ANOTHER_HOST
  }

  private static final double SCALE_96_DPI_LEVEL_1 = 2.958293554545656E8;
  private static final int LEVELS = 18;

  /** All it was asked, addresses with their keys. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  public volatile Mood mood = Mood.WELL;
  public volatile long delayMs;
  private final HttpServer server;
  private final BiFunction<Double, Double, Integer> colour;

  /**
   * @param colour of a place by longitude and latitude, RGB
   */
  public FakeWmts(BiFunction<Double, Double, Integer> colour) throws IOException {
    this.colour = colour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String capabilities() {
    return base() + "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities";
  }

  public long tilesAsked() {
    return asked.stream().filter(it -> !it.contains("GetCapabilities")).count();
  }

  private void answer(HttpExchange call) throws IOException {
    asked.add(call.getRequestURI().toString());
    try (call) {
      Thread.sleep(delayMs);
      switch (mood) {
        case REDIRECTS -> {
          call.getResponseHeaders().set("Location", base() + "/elsewhere");
          call.sendResponseHeaders(302, -1);
        }
        case SLOW -> {
          call.sendResponseHeaders(200, 0);
          call.getResponseBody().write(1);
          call.getResponseBody().flush();
          Thread.sleep(4_000);
        }
        case TALKS -> send(call, "<html>wrong key</html>".getBytes(StandardCharsets.UTF_8));
        case SENDS_TOO_MUCH -> send(call, new byte[Picture.MOST_BYTES + 1]);
        case BROKEN -> call.sendResponseHeaders(500, -1);
        default -> wellOrElsewhere(call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wellOrElsewhere(HttpExchange call) throws IOException {
    var query = call.getRequestURI().getQuery();
    if (call.getRequestURI().getPath().startsWith("/xyz/")) {
      var parts = call.getRequestURI().getPath().split("/", -1);
      int z = Integer.parseInt(parts[2]);
      send(call, mercatorTile(z, Long.parseLong(parts[3]), Long.parseLong(parts[4])));
    } else if (query.contains("GetCapabilities")) {
      send(call, description().getBytes(StandardCharsets.UTF_8));
    } else {
      var asks =
          Stream.of(query.split("&", -1))
              .map(it -> it.split("=", 2))
              .collect(Collectors.toMap(it -> it[0], it -> it[1]));
      send(call, tile(asks));
    }
  }

  private byte[] tile(Map<String, String> asks) throws IOException {
    int level = Integer.parseInt(asks.get("TILEMATRIX"));
    long column = Long.parseLong(asks.get("TILECOL"));
    long row = Long.parseLong(asks.get("TILEROW"));
    if (asks.get("TILEMATRIXSET").equals("w")) {
      return mercatorTile(level, column, row);
    }
    double degrees = 360.0 / 256 / (1L << level);
    return picture(
        (x, y) ->
            colour.apply(
                -180 + (column * 256 + x + 0.5) * degrees, 90 - (row * 256 + y + 0.5) * degrees));
  }

  private byte[] mercatorTile(int level, long column, long row) throws IOException {
    double world = 256.0 * (1L << level);
    return picture(
        (x, y) ->
            colour.apply(
                (column * 256 + x + 0.5) / world * 360 - 180,
                Math.toDegrees(
                    Math.atan(Math.sinh(Math.PI * (1 - 2 * (row * 256 + y + 0.5) / world))))));
  }

  private static byte[] picture(BiFunction<Integer, Integer, Integer> colour) throws IOException {
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        image.setRGB(x, y, colour.apply(x, y));
      }
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static void send(HttpExchange call, byte[] bytes) throws IOException {
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
  }

  private String description() {
    var tiles = mood == Mood.NAMES_ANOTHER_HOST ? "http://169.254.169.254/wmts" : base() + "/wmts";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
        <ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="%s?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
        <Contents><Layer><ows:Title>影像</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>73 3</ows:LowerCorner><ows:UpperCorner>136 54</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>img</ows:Identifier>
        <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>tiles</Format>
        <TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink><TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink></Layer>
        <TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4490</ows:SupportedCRS>%s</TileMatrixSet>
        <TileMatrixSet><ows:Identifier>w</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::900913</ows:SupportedCRS>%s</TileMatrixSet>
        </Contents></Capabilities>
        """
        .formatted(
            tiles, matrices("90.0 -180.0", 1), matrices("20037508.3427892 -20037508.3427892", 0));
  }

  private static String matrices(String corner, int fewerRows) {
    return IntStream.rangeClosed(1, LEVELS)
        .mapToObj(
            level ->
                "<TileMatrix><ows:Identifier>%d</ows:Identifier><ScaleDenominator>%s</ScaleDenominator><TopLeftCorner>%s</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>%d</MatrixWidth><MatrixHeight>%d</MatrixHeight></TileMatrix>"
                    .formatted(
                        level,
                        SCALE_96_DPI_LEVEL_1 / (1L << (level - 1)),
                        corner,
                        1L << level,
                        1L << (level - fewerRows)))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
