package org.wanglou.gis.tile;

import com.fasterxml.jackson.databind.JsonNode;

/** Lengths of strokes and gaps in turn, CSS pixels; none for a line without gaps. */
final class Dash {
  static final Dash NONE = new Dash(new float[0]);

  private final float[] lengths;

  private Dash(float[] lengths) {
    this.lengths = lengths;
  }

  /** From a list of numbers; a missing node is no dash. */
  static Dash of(JsonNode list) {
    var lengths = new float[list.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = list.get(i).floatValue();
    }
    return new Dash(lengths);
  }

  boolean isNone() {
    return lengths.length == 0;
  }

  float[] lengths() {
    return lengths.clone();
  }
}
