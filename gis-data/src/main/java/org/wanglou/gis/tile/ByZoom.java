package org.wanglou.gis.tile;

import com.fasterxml.jackson.databind.JsonNode;

/** A size that changes with the zoom: straight between the stops, constant outside them. */
final class ByZoom {
  private final double[] zooms;
  private final double[] values;

  private ByZoom(double[] zooms, double[] values) {
    this.zooms = zooms;
    this.values = values;
  }

  static ByZoom of(JsonNode stops) {
    if (!stops.isArray() || stops.isEmpty()) {
      throw new IllegalArgumentException("style: [[zoom, value], …] expected, found " + stops);
    }
    var zooms = new double[stops.size()];
    var values = new double[stops.size()];
    for (int i = 0; i < zooms.length; i++) {
      zooms[i] = stops.get(i).get(0).doubleValue();
      values[i] = stops.get(i).get(1).doubleValue();
    }
    return new ByZoom(zooms, values);
  }

  float at(int zoom) {
    int next = 0;
    while (next < zooms.length && zooms[next] < zoom) {
      next++;
    }
    if (next == 0) {
      return (float) values[0];
    }
    if (next == zooms.length) {
      return (float) values[next - 1];
    }
    var share = (zoom - zooms[next - 1]) / (zooms[next] - zooms[next - 1]);
    return (float) (values[next - 1] + share * (values[next] - values[next - 1]));
  }
}
