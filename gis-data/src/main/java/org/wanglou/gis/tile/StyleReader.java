package org.wanglou.gis.tile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the style file; anything missing or misspelt in it stops the program with its place. */
final class StyleReader {
  /** To be raised when the painting code changes its picture, so that kept tiles are redrawn. */
  private static final String PAINTER_VERSION = "2";

  private static final Span EVERY_RANK = new Span(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private StyleReader() {}

  static TileStyle builtIn() {
    try (var file = StyleReader.class.getResourceAsStream("style.json")) {
      return read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TileStyle read(byte[] json) throws IOException {
    var root = new ObjectMapper().readTree(json);
    var tunnel = need(root, "tunnel");
    var bridge = need(root, "bridge");
    return new TileStyle(
        fingerprint(json),
        each(need(root, "fonts"), JsonNode::textValue),
        palettes(need(root, "palettes")),
        each(need(root, "ground"), StyleReader::area),
        relief(need(root, "relief")),
        each(need(root, "areas"), StyleReader::area),
        each(need(root, "lines"), StyleReader::line),
        each(need(root, "rails"), StyleReader::line),
        each(need(root, "overlay"), StyleReader::line),
        each(need(root, "roads"), StyleReader::road),
        new TileStyle.Tunnel(text(tunnel, "fill"), text(tunnel, "casing"), dash(tunnel)),
        new TileStyle.Bridge(text(bridge, "casing"), need(bridge, "from").intValue()),
        each(need(root, "labels"), StyleReader::label));
  }

  private static Map<String, Palette> palettes(JsonNode node) {
    var palettes = new HashMap<String, Palette>();
    for (var style : node.properties()) {
      var colours = new HashMap<String, Color>();
      for (var colour : style.getValue().properties()) {
        colours.put(colour.getKey(), colour(colour.getValue().textValue()));
      }
      palettes.put(style.getKey(), new Palette(style.getKey(), colours));
    }
    return Map.copyOf(palettes);
  }

  /** #RRGGBB, or #RRGGBBAA with an opacity. */
  private static Color colour(String hex) {
    if (!hex.matches("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")) {
      throw new IllegalArgumentException("style: no colour: " + hex);
    }
    var solid = Color.decode(hex.substring(0, 7));
    return hex.length() == 7
        ? solid
        : new Color(
            solid.getRed(),
            solid.getGreen(),
            solid.getBlue(),
            Integer.parseInt(hex.substring(7), 16));
  }

  private static ReliefRule relief(JsonNode node) {
    return new ReliefRule(
        need(node, "from").intValue(),
        text(node, "dark"),
        text(node, "bright"),
        ByZoom.of(need(node, "exaggeration")),
        each(
            need(node, "contours"),
            one ->
                new ReliefRule.Contours(
                    need(one, "from").intValue(),
                    need(one, "interval_m").intValue(),
                    need(one, "index_m").intValue())),
        ByZoom.of(need(node, "contour_width")),
        ByZoom.of(need(node, "index_width")),
        text(node, "contour"),
        text(node, "index"),
        label(need(node, "label")));
  }

  private static AreaRule area(JsonNode node) {
    var edge =
        node.has("edge")
            ? Optional.of(
                new AreaRule.Edge(
                    text(node, "edge"),
                    need(node, "edge_from").intValue(),
                    need(node, "edge_width").floatValue()))
            : Optional.<AreaRule.Edge>empty();
    return new AreaRule(
        text(node, "kind"),
        need(node, "from").intValue(),
        text(node, "fill"),
        need(node, "min_px").doubleValue(),
        edge);
  }

  private static LineRule line(JsonNode node) {
    boolean inlaid = node.has("inlay");
    var inlay =
        inlaid
            ? Optional.of(
                new LineRule.Inlay(
                    text(node, "inlay"),
                    need(node, "inlay_from").intValue(),
                    ByZoom.of(need(node, "inlay_width")),
                    dash(node)))
            : Optional.<LineRule.Inlay>empty();
    return new LineRule(
        text(node, "kind"),
        ranks(node),
        need(node, "from").intValue(),
        text(node, "colour"),
        ByZoom.of(need(node, "width")),
        inlaid ? Dash.NONE : dash(node),
        inlay);
  }

  private static RoadRule road(JsonNode node) {
    var casing =
        node.has("casing")
            ? Optional.of(
                new RoadRule.Casing(text(node, "casing"), ByZoom.of(need(node, "casing_width"))))
            : Optional.<RoadRule.Casing>empty();
    return new RoadRule(
        classes(node),
        need(node, "from").intValue(),
        text(node, "fill"),
        ByZoom.of(need(node, "width")),
        dash(node),
        casing);
  }

  private static LabelRule label(JsonNode node) {
    return new LabelRule(
        LabelRule.Form.valueOf(text(node, "form").toUpperCase(Locale.ROOT)),
        text(node, "kind"),
        ranks(node),
        classes(node),
        need(node, "from").intValue(),
        ByZoom.of(need(node, "size")),
        need(node, "bold").booleanValue(),
        text(node, "colour"),
        node.path("repeat_px").doubleValue(),
        need(node, "pad").doubleValue());
  }

  private static Span ranks(JsonNode node) {
    var ranks = node.path("ranks");
    return ranks.isMissingNode()
        ? EVERY_RANK
        : new Span(ranks.get(0).intValue(), ranks.get(1).intValue());
  }

  private static Set<String> classes(JsonNode node) {
    return Set.copyOf(each(node.path("classes"), JsonNode::textValue));
  }

  private static Dash dash(JsonNode node) {
    return Dash.of(node.path("dash"));
  }

  private static String text(JsonNode node, String field) {
    return need(node, field).textValue();
  }

  private static JsonNode need(JsonNode node, String field) {
    var value = node.get(field);
    if (value == null) {
      throw new IllegalArgumentException("style: '" + field + "' is missing in " + node);
    }
    return value;
  }

  private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
    var all = new ArrayList<T>(list.size());
    list.forEach(node -> all.add(read.apply(node)));
    return List.copyOf(all);
  }

  private static String fingerprint(byte[] json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(PAINTER_VERSION.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(json), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
