package org.wanglou.ops.importing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sends a file to the running server, shows how far it is, prints the report. Ends with 0 when it
 * is stored, or when a dry run found nothing wrong; with 1 otherwise; with 2 when it was called
 * wrongly.
 */
public final class Import {
  private static final int LOOK_MS = 500;
  private static final int SHOWN = 50;
  private static final String USAGE =
      """
      图层列表 list of layers: ops/import --layers
      用法 usage: ops/import FILE --layer LAYER --crs EPSG:4546 [--mode dry_run|merge|replace]
             usage: ops/import HEIGHTS.tif|.asc|.hgt(.zip) --crs EPSG:4326 [--mode merge|replace] [--data-date 2024-05-01]
        FILE            SHP (ZIP), GeoPackage, GeoJSON, KML/KMZ, DXF, CSV, XLSX, OSM PBF
        --layer         图层代码或名称 code or label of a layer
        --crs           坐标系，从不猜测 coordinate system, never guessed: EPSG:4490, EPSG:4326, GCJ-02, BD-09,
                        CGCS2000 EPSG:4534-4554 (3°, 6 位 digits) 4513-4533 (3°, 8) 4502-4512 (6°, 6) 4491-4501 (6°, 8),
                        EPSG:3857, UTM EPSG:326xx
        --mode          默认只试不存 dry_run unless given
        --try           dry_run 所试的方式 what a dry run tries: replace, merge
        --source        数据来源；字段对应关系按来源记住 office or document; the mapping is kept for it
        --source-layer  文件中的图层或工作表 layer or sheet of the file
        --encoding      UTF-8, GBK
        --mapping       JSON {"字段 field": "name|external_id|lon|lat|x|y|wkt|place|属性 attribute"}
        --provenance    SURVEYED, IMPORTED, REPORTED, SYNTHETIC
        --accuracy-m    精度（米）
        --reason        写入历史 for the history
        --skip-rejected 明知有行被拒绝仍存入其余 store the rest although rows are rejected
        --allow-elsewhere 明知多半远在县外仍存入 store it although most of it lies far from the county
        --url, --token, --user, --data  服务器与身份 server and identity; WANGLOU_TOKEN, WANGLOU_PASSWORD
      """;

  private final PrintStream out;

  private Import(PrintStream out) {
    this.out = out;
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
    if (arguments.contains("--help") || arguments.isEmpty()) {
      out.print(USAGE);
      return arguments.isEmpty() ? 2 : 0;
    }
    try {
      return new Import(out)
          .run(ImportOptions.of(arguments, environment, home), language(environment));
    } catch (ImportOptions.Wrong e) {
      out.println("? " + e.getMessage());
      out.print(USAGE);
      return 2;
    } catch (ImportClient.Refused e) {
      out.println(e.getMessage());
      return 1;
    } catch (java.net.ConnectException e) {
      out.println("望楼没有运行，或地址不对（--url）。Wanglou is not running, or not at this address (--url).");
      return 1;
    }
  }

  private static String language(Map<String, String> environment) {
    var locale =
        Stream.of("WANGLOU_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::get)
            .filter(it -> it != null && !it.isBlank())
            .findFirst()
            .orElse("");
    return locale.startsWith("en") ? "en" : "zh-CN";
  }

  private int run(ImportOptions options, String language)
      throws IOException, InterruptedException, ImportClient.Refused, ImportOptions.Wrong {
    var client = new ImportClient(options.address(), language);
    if (options.token().isPresent()) {
      client.useToken(options.token().get());
    } else if (options.password().isEmpty()) {
      out.println("请给出 WANGLOU_TOKEN 或 WANGLOU_PASSWORD。Give WANGLOU_TOKEN or WANGLOU_PASSWORD.");
      return 2;
    } else if (client.signIn(options.user(), options.password().get())) {
      out.println(
          "这是一次性密码：请先在页面上登录并改密码。This is the one-time password: sign in on the screen and change it first.");
      return 1;
    }
    if (options.isListing()) {
      client.layers().forEach(it -> out.println(it.code() + "  " + it.zh() + "  " + it.en()));
      return 0;
    }
    var report = client.send(options.withLayer(client.layers()));
    if (options.isTerrain()) {
      return printTerrain(report);
    }
    while (report.getString("state").equals("running")) {
      Thread.sleep(LOOK_MS);
      report = client.report(report.getString("id"));
      progress(report);
    }
    return print(report);
  }

  /** Elsewhere, in a file or a pipe, a line that is written over and over is debris. */
  private static boolean isTerminal() {
    return System.getenv("WANGLOU_TERMINAL") != null;
  }

  private void progress(JsonObject report) {
    var progress = report.getJsonObject("progress");
    if (progress == null || !isTerminal()) {
      return;
    }
    var share = progress.getDouble("share");
    out.printf(
        "\r%d %s %s  ",
        progress.getLong("rows"),
        share == null ? "" : Math.round(share * 100) + "%",
        progress.getDouble("left_s") == null
            ? ""
            : Math.round(progress.getDouble("left_s")) + " s");
    out.flush();
  }

  private int print(JsonObject report) {
    if (isTerminal()) {
      out.println();
    }
    var problem = report.getJsonObject("problem");
    if (problem != null) {
      out.println(problem.getString("title"));
      if (problem.getString("detail") != null) {
        out.println(problem.getString("detail"));
      }
      return 1;
    }
    list(report.getJsonArray("rejected"), "✗");
    list(report.getJsonArray("repaired"), "~");
    list(report.getJsonArray("flagged"), "!");
    for (int i = 0; i < report.getJsonArray("warnings").size(); i++) {
      var warning = report.getJsonArray("warnings").getJsonObject(i);
      var hint = warning.getString("hint");
      out.println("! " + warning.getString("message") + (hint == null ? "" : "\n  " + hint));
    }
    out.printf(
        "接受 accepted %d, 拒绝 rejected %d, 修复 repaired %d, 提醒 flagged %d%n",
        report.getLong("accepted"),
        report.getLong("rejected_count"),
        report.getLong("repaired_count"),
        report.getLong("flagged_count"));
    out.printf(
        "新增 added %d, 变更 changed %d, 移除 removed %d, 不变 unchanged %d%n",
        count(report, "added"),
        count(report, "changed"),
        count(report, "removed"),
        count(report, "unchanged"));
    boolean stored = report.getBoolean("stored");
    out.println(stored ? "已存入 stored" : "未存入 not stored");
    boolean clean = report.getLong("rejected_count") == 0 && !liesElsewhere(report);
    return stored || (clean && report.getString("mode").equals("dry_run")) ? 0 : 1;
  }

  private static boolean liesElsewhere(JsonObject report) {
    return report.getJsonArray("warnings").stream()
        .anyMatch(it -> ((JsonObject) it).getString("code").equals("import.elsewhere"));
  }

  private int printTerrain(JsonObject terrain) {
    out.printf(
        "地形已存入 terrain stored: %d × %d, %.0f m, %.0f–%.0f m, 空白 void %.1f%%%n",
        terrain.getInteger("columns"),
        terrain.getInteger("rows"),
        terrain.getDouble("resolution_m"),
        terrain.getDouble("lowest_m"),
        terrain.getDouble("highest_m"),
        terrain.getDouble("void_share") * 100);
    return 0;
  }

  private static long count(JsonObject report, String kind) {
    return report.getJsonObject(kind).getLong("count");
  }

  private void list(JsonArray findings, String mark) {
    for (int i = 0; i < Math.min(SHOWN, findings.size()); i++) {
      var finding = findings.getJsonObject(i);
      out.printf(
          "%s %d %s: %s%s%n",
          mark,
          finding.getLong("row"),
          finding.getString("field"),
          finding.getString("reason"),
          finding.getString("value") == null ? "" : " [" + finding.getString("value") + "]");
    }
    if (findings.size() > SHOWN) {
      out.printf("%s … +%d%n", mark, findings.size() - SHOWN);
    }
  }
}
