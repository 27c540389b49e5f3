package org.wanglou.gis.osm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tags of one OSM element. A missing tag reads as the empty text. */
record Tags(Map<String, Object> all) {
  static final Tags NONE = new Tags(Map.of());

  String get(String key) {
    return all.get(key) instanceof String value ? value : "";
  }

  Optional<String> text(String key) {
    return Optional.of(get(key).strip()).filter(value -> !value.isEmpty());
  }

  boolean has(String key) {
    return !get(key).isEmpty();
  }

  boolean is(String key, String... values) {
    return Arrays.asList(values).contains(get(key));
  }

  /** Present and not "no". */
  boolean says(String key) {
    return has(key) && !get(key).equals("no");
  }

  /** Value of the first key that is there. */
  Optional<String> first(String... keys) {
    return Stream.of(keys).map(this::text).flatMap(Optional::stream).findFirst();
  }

  /** The parts of a list such as "agricultural;forestry". */
  static List<String> parts(String value) {
    return Stream.of(value.split(";")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  Optional<String> name() {
    return first("name", "name:zh", "name:en");
  }
}
