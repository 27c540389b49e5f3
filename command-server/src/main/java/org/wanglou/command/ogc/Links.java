package org.wanglou.command.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wanglou.command.http.Call;

/** Absolute addresses of the service as its caller reached it. */
final class Links {
  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String SCHEMA = "application/schema+json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  private final String base;

  private Links(String base) {
    this.base = base;
  }

  /**
   * @param behindProxy what the proxy says of the outer address is believed
   */
  static Links of(Call call, boolean secure, boolean behindProxy) {
    var scheme = secure ? "https" : "http";
    var host = call.header("Host").orElse("");
    if (behindProxy) {
      scheme = call.header("X-Forwarded-Proto").map(Links::last).orElse(scheme);
      host = call.header("X-Forwarded-Host").map(Links::last).orElse(host);
    }
    boolean known = HOST.matcher(host).matches() && scheme.matches("https?");
    return new Links(known ? scheme + "://" + host : "");
  }

  private static String last(String list) {
    return list.substring(list.lastIndexOf(',') + 1).trim();
  }

  String to(String path) {
    return base + path;
  }

  String to(String path, Map<String, String> query) {
    return to(path)
        + (query.isEmpty()
            ? ""
            : new TreeMap<>(query)
                .entrySet().stream()
                    .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                    .collect(Collectors.joining("&", "?", "")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonObject link(String rel, String type, String href, String title) {
    return new JsonObject().put("rel", rel).put("type", type).put("href", href).put("title", title);
  }

  static JsonArray list(JsonObject... links) {
    var list = new JsonArray();
    for (var link : links) {
      list.add(link);
    }
    return list;
  }
}
