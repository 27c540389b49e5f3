package org.wanglou.gis.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tags put a thing into which layer, and with which attributes. */
final class LayerRules {
  /**
   * One layer that a thing belongs to.
   *
   * @param noun what to call it when it has no name
   */
  record Hit(String layer, String noun, Map<String, Object> attributes) {}

  private static final Map<String, String> WATER_NOUNS =
      Map.of(
          "hydrant",
          "消火栓",
          "water_tank",
          "水罐",
          "cistern",
          "蓄水池",
          "suction_point",
          "取水点",
          "pond",
          "消防水池");

  /** Smaller waters that OSM calls reservoirs are ponds to draw water from. */
  private static final double SMALLEST_RESERVOIR_M2 = 10_000;

  private LayerRules() {}

  /** What becomes of a hit once its area is known. */
  static Hit withArea(Hit hit, double areaM2) {
    if (!hit.layer().equals("reservoir")) {
      return hit;
    }
    return areaM2 < SMALLEST_RESERVOIR_M2
        ? new Hit("cistern", WATER_NOUNS.get("pond"), Map.of("kind", "pond"))
        : new Hit("reservoir", hit.noun(), Map.of("area_m2", Math.rint(areaM2)));
  }

  static List<Hit> of(Tags tags) {
    var hits = new ArrayList<Hit>();
    rescue(tags, hits);
    medical(tags, hits);
    shelters(tags, hits);
    water(tags, hits);
    places(tags, hits);
    return hits;
  }

  private static void rescue(Tags tags, List<Hit> hits) {
    if (tags.is("amenity", "fire_station")) {
      hits.add(new Hit("fire_station", "消防站", phone(tags)));
    }
    if (tags.is("amenity", "police")) {
      hits.add(new Hit("police", "派出所", phone(tags)));
    }
    if (tags.is("aeroway", "helipad") || tags.is("emergency", "landing_site")) {
      var attributes = new LinkedHashMap<String, Object>();
      tags.text("surface").ifPresent(surface -> attributes.put("surface", surface));
      hits.add(new Hit("helipad", "直升机起降点", attributes));
    }
    if (tags.is("emergency", "mountain_rescue", "water_rescue", "disaster_response")) {
      var attributes = phone(tags);
      attributes.put("specialty", tags.get("emergency"));
      hits.add(new Hit("team", "救援队", attributes));
    }
  }

  private static void medical(Tags tags, List<Hit> hits) {
    if (tags.is("emergency", "ambulance_station")) {
      hits.add(new Hit("ambulance_station", "急救站", phone(tags)));
    }
    if (tags.is("amenity", "hospital") || tags.is("healthcare", "hospital")) {
      hits.add(new Hit("hospital", "医院", hospital(tags, "hospital")));
    } else if (tags.is("amenity", "clinic") || tags.is("healthcare", "clinic")) {
      hits.add(new Hit("hospital", "诊所", hospital(tags, "clinic")));
    }
  }

  private static Map<String, Object> hospital(Tags tags, String kind) {
    var attributes = phone(tags);
    attributes.put("kind", kind);
    tags.first("beds", "capacity:beds")
        .flatMap(beds -> Measures.count(beds, 100_000))
        .ifPresent(beds -> attributes.put("beds", beds));
    if (tags.is("emergency", "yes", "no")) {
      attributes.put("emergency", tags.is("emergency", "yes"));
    }
    return attributes;
  }

  /** How many people a school can take in is not in OSM; it stays unknown. */
  private static void shelters(Tags tags, List<Hit> hits) {
    if (tags.is("amenity", "school", "college", "university")) {
      var kind = Map.<String, Object>of("kind", tags.get("amenity"));
      hits.add(new Hit("school", "学校", kind));
      hits.add(new Hit("shelter", "学校", kind));
    }
    if (tags.is("emergency", "assembly_point")) {
      hits.add(new Hit("shelter", "集合点", Map.of("kind", "assembly_point")));
    }
  }

  private static void water(Tags tags, List<Hit> hits) {
    var kind =
        switch (tags.get("emergency")) {
          case "fire_hydrant" -> "hydrant";
          case "water_tank" -> "water_tank";
          case "suction_point" -> "suction_point";
          case "fire_water_pond" -> "pond";
          default -> tags.is("man_made", "reservoir_covered", "cistern") ? "cistern" : "";
        };
    if (!kind.isEmpty()) {
      hits.add(new Hit("cistern", WATER_NOUNS.get(kind), Map.of("kind", kind)));
    }
    boolean still = tags.is("landuse", "reservoir") || tags.is("water", "reservoir");
    if (still && !tags.is("reservoir_type", "sewage", "wastewater", "tailings")) {
      hits.add(new Hit("reservoir", "水库", Map.of()));
    }
  }

  private static void places(Tags tags, List<Hit> hits) {
    var attributes = new LinkedHashMap<String, Object>();
    Measures.count(tags.get("population"), Integer.MAX_VALUE)
        .ifPresent(people -> attributes.put("population", people));
    if (tags.is("place", "city", "town")) {
      hits.add(new Hit("township", "乡镇", attributes));
    } else if (tags.is("place", "village", "hamlet")) {
      hits.add(new Hit("village", "村庄", attributes));
    }
  }

  private static Map<String, Object> phone(Tags tags) {
    var attributes = new LinkedHashMap<String, Object>();
    tags.first("phone", "contact:phone").ifPresent(phone -> attributes.put("phone", phone));
    return attributes;
  }
}
