package org.wanglou.gis.osm;

/** Direction of traffic: 1 along the way, -1 against it, 0 both; values of road_edge.one_way. */
final class OneWay {
  private OneWay() {}

  static int of(Tags tags, String roadClass) {
    switch (tags.get("oneway")) {
      case "yes", "true", "1" -> {
        return 1;
      }
      case "-1", "reverse" -> {
        return -1;
      }
      // Lanes that change direction by the hour, and single lanes with lights, can be driven
      // either way.
      case "no", "false", "0", "reversible", "alternating" -> {
        return 0;
      }
      default -> {
        return implied(tags, roadClass);
      }
    }
  }

  private static int implied(Tags tags, String roadClass) {
    if (tags.is("junction", "roundabout", "circular") || roadClass.equals("motorway")) {
      return 1;
    }
    if (tags.is("motor_vehicle:backward", "no") || tags.is("vehicle:backward", "no")) {
      return 1;
    }
    return tags.is("motor_vehicle:forward", "no") || tags.is("vehicle:forward", "no") ? -1 : 0;
  }
}
