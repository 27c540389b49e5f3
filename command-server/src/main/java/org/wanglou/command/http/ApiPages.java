package org.wanglou.command.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * The contract for programs, and a plain list of it for people. Nothing comes from another host.
 */
final class ApiPages {
  private final Buffer document;
  private final Buffer listing;

  ApiPages(Contract contract) {
    document = contract.published().toBuffer();
    listing = Buffer.buffer(html(contract.published()));
  }

  void mount(Router router) {
    router
        .get("/api/openapi.json")
        .handler(ctx -> ctx.response().putHeader("Content-Type", "application/json").end(document));
    router
        .getWithRegex("/api/?")
        .handler(
            ctx ->
                ctx.response().putHeader("Content-Type", "text/html; charset=utf-8").end(listing));
  }

  private static String html(JsonObject contract) {
    var info = contract.getJsonObject("info");
    var page =
        new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>");
    page.append(escaped(info.getString("title"))).append(" API</title><h1>");
    page.append(escaped(info.getString("title"))).append(" API</h1><p>");
    page.append(escaped(info.getString("description")));
    page.append("</p><p><a href=\"/api/openapi.json\">openapi.json</a></p><table>");
    for (var path : contract.getJsonObject("paths")) {
      for (var method : (JsonObject) path.getValue()) {
        var operation = (JsonObject) method.getValue();
        page.append("<tr><td><code>")
            .append(method.getKey().toUpperCase(java.util.Locale.ROOT))
            .append("</code></td><td><code>")
            .append(escaped(path.getKey()))
            .append("</code></td><td>")
            .append(escaped(operation.getString("summary", "")))
            .append("</td></tr>\n");
      }
    }
    return page.append("</table></html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
