package org.wanglou.ops.seeding;

import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Asks the running server for each tile of the base map from zoom 8 to a given one, so that it is
 * painted and kept. One at a time: people at their screens go first. Stopped with Ctrl-C at any
 * moment; a second run passes quickly over what is there. Ends with 0 when all are there, with 1
 * otherwise, with 2 when it was called wrongly.
 */
public final class SeedTiles {
  private static final long SAY_NS = 1_000_000_000L;
  private static final int BUSY_TRIES = 20;
  private static final int BUSY_MS = 1_000;
  private static final String USAGE =
      """
      用法 usage: ops/seed-tiles [--to 15] [--box 110.7,36.5,111.1,36.9] [--styles day,night] [--sharp]
        --to      从 8 级做到这一级，默认 15 paints zoom 8 to this one, 15 unless given, 18 at most
        --box     西,南,东,北（度）；默认全县 west,south,east,north in degrees; the county unless given
        --styles  day, night, imagery（影像上的道路与注记 roads and names over imagery）
        --sharp   另做高分屏瓦片 also the tiles for sharp screens
        --url, --token, --user, --data  服务器与身份 server and identity; WANGLOU_TOKEN, WANGLOU_PASSWORD
      可随时按 Ctrl-C 停止，再次运行会很快跳过已有瓦片。Ctrl-C stops it at any moment; a second run passes over what is there.
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final SeedOptions options;
  private final PrintStream out;
  private String[] identity = {};

  private SeedTiles(SeedOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** The server did not do it. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var home = Path.of(System.getProperty("wanglou.home", "."));
    System.exit(run(List.of(arguments), System.getenv(), home, out));
  }

  /** With everything it depends on given, for tests. */
  static int run(
      List<String> arguments, Map<String, String> environment, Path home, PrintStream out)
      throws IOException, InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      return new SeedTiles(SeedOptions.of(arguments, environment, home), out).run();
    } catch (SeedOptions.Wrong e) {
      out.println("? " + e.getMessage());
      out.print(USAGE);
      return 2;
    } catch (Refused e) {
      out.println(e.getMessage());
      return 1;
    } catch (ConnectException e) {
      out.println("望楼没有运行，或地址不对（--url）。Wanglou is not running, or not at this address (--url).");
      return 1;
    }
  }

  private int run() throws IOException, InterruptedException, Refused {
    if (options.token().isPresent()) {
      identity = new String[] {"Authorization", "Bearer " + options.token().get()};
    } else if (options.password().isPresent()) {
      signIn(options.password().get());
    } else {
      out.println("请给出 WANGLOU_TOKEN 或 WANGLOU_PASSWORD。Give WANGLOU_TOKEN or WANGLOU_PASSWORD.");
      return 2;
    }
    var box = options.box().isPresent() ? options.box().get() : county();
    var ranges =
        IntStream.rangeClosed(SeedOptions.FROM, options.to())
            .mapToObj(zoom -> TileRange.of(zoom, box))
            .toList();
    var files = options.sharp() ? List.of(".png", "@2x.png") : List.of(".png");
    long total =
        ranges.stream().mapToLong(TileRange::count).sum() * options.styles().size() * files.size();
    var progress = new Progress(total, System.nanoTime());
    for (var range : ranges) {
      for (var style : options.styles()) {
        for (var address : (Iterable<String>) range.addresses()::iterator) {
          for (var file : files) {
            progress.add(seed("/tiles/base/" + style + "/" + address + file), range.zoom());
          }
        }
      }
    }
    progress.end();
    return 0;
  }

  private void signIn(String password) throws IOException, InterruptedException, Refused {
    var body = new JsonObject().put("username", options.user()).put("password", password).encode();
    var request =
        HttpRequest.newBuilder(options.address().resolve("/api/v1/session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = required(http.send(request, BodyHandlers.ofByteArray()));
    identity =
        new String[] {
          "Cookie", answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "")
        };
  }

  private List<Double> county() throws IOException, InterruptedException, Refused {
    var setup = new JsonObject(text(required(get("/api/v1/setup"))));
    var bounds = setup.getJsonArray("bounds");
    return IntStream.range(0, bounds.size()).mapToObj(bounds::getDouble).toList();
  }

  /** Bytes of the tile. A server that is busy with people is asked again later. */
  private int seed(String path) throws IOException, InterruptedException, Refused {
    var answer = get(path);
    for (int i = 0; i < BUSY_TRIES && answer.statusCode() == 503; i++) {
      Thread.sleep(BUSY_MS);
      answer = get(path);
    }
    return required(answer).body().length;
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(options.address().resolve(path)).headers(identity);
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> required(HttpResponse<byte[]> answer) throws Refused {
    if (answer.statusCode() != 200) {
      throw new Refused(answer.statusCode() + " " + text(answer));
    }
    return answer;
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** What is done, how fast, how long it will take. */
  private final class Progress {
    private final long total;
    private final long began;
    private long said;
    private long done;
    private long bytes;

    Progress(long total, long now) {
      this.total = total;
      this.began = now;
      this.said = now;
    }

    void add(int tileBytes, int zoom) {
      done++;
      bytes += tileBytes;
      if (System.nanoTime() - said >= SAY_NS) {
        said = System.nanoTime();
        say(zoom);
      }
    }

    private void say(int zoom) {
      double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
      double rate = done / seconds;
      out.printf(
          "z%d  %d/%d (%d%%)  %.0f/s  %d MB  剩余 left %d s%n",
          zoom,
          done,
          total,
          100 * done / total,
          rate,
          bytes >> 20,
          Math.round((total - done) / rate));
    }

    void end() {
      say(options.to());
      out.println("完成 done");
    }
  }
}
