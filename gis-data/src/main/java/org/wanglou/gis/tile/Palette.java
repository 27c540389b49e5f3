package org.wanglou.gis.tile;

import java.awt.Color;
import java.util.Map;

/** The colours of one style by name. */
record Palette(String style, Map<String, Color> colours) {
  Palette {
    colours = Map.copyOf(colours);
  }

  /** Whether it is made to lie over a picture: its background is clear, and no area hides it. */
  boolean isOverlay() {
    return colour("background").getAlpha() == 0;
  }

  Color colour(String name) {
    var colour = colours.get(name);
    if (colour == null) {
      throw new IllegalArgumentException(
          "style: the palette " + style + " has no colour '" + name + "'");
    }
    return colour;
  }
}
