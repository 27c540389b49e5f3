package org.wanglou.gis.tile;

import java.util.List;
import java.util.Map;
import org.wanglou.gis.fault.Fault;

/**
 * The look of the base map, read from {@code style.json} by {@link StyleReader}.
 *
 * @param fingerprint of the file and the program that draws by it; part of the cache's address
 * @param ground areas under the relief
 * @param areas above the relief
 * @param lines below roads and railways
 * @param overlay above roads
 * @param roads least important first
 * @param labels most important first
 */
record TileStyle(
    String fingerprint,
    List<String> fonts,
    Map<String, Palette> palettes,
    List<AreaRule> ground,
    ReliefRule relief,
    List<AreaRule> areas,
    List<LineRule> lines,
    List<LineRule> rails,
    List<LineRule> overlay,
    List<RoadRule> roads,
    Tunnel tunnel,
    Bridge bridge,
    List<LabelRule> labels) {

  record Tunnel(String fill, String casing, Dash dash) {}

  record Bridge(String casing, int from) {}

  /**
   * @throws Fault not found, code {@code tile.no_such_style}
   */
  Palette palette(String style) {
    var palette = palettes.get(style);
    if (palette == null) {
      throw Fault.notFound(
          "tile.no_such_style",
          style,
          String.join(", ", palettes.keySet().stream().sorted().toList()));
    }
    return palette;
  }
}
