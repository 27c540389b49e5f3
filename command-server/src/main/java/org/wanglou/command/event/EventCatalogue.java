package org.wanglou.command.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The known event types with their labels, read from the resource {@code events.yaml}. */
public final class EventCatalogue {
  private final Map<String, EventType> types;

  private EventCatalogue(Map<String, EventType> types) {
    this.types = Map.copyOf(types);
  }

  /**
   * What is known of a type.
   *
   * @param subject what kind of thing it is done to
   */
  public record EventType(String name, String subject, String labelZh, String labelEn) {}

  public static EventCatalogue load() {
    try (var in = EventCatalogue.class.getResourceAsStream("/events.yaml")) {
      var tree = new ObjectMapper(new YAMLFactory()).readTree(in);
      var types = new LinkedHashMap<String, EventType>();
      for (var entry : tree.get("types").properties()) {
        var it = entry.getValue();
        types.put(
            entry.getKey(),
            new EventType(
                entry.getKey(),
                it.get("subject").asText(),
                it.get("zh").asText(),
                it.get("en").asText()));
      }
      return new EventCatalogue(types);
    } catch (IOException e) {
      throw new UncheckedIOException("events.yaml cannot be read", e);
    }
  }

  /**
   * @throws IllegalArgumentException for a type that is not in the catalogue
   */
  public EventType require(String type) {
    var known = types.get(type);
    if (known == null) {
      throw new IllegalArgumentException(
          "event type " + type + " is not in events.yaml; write it there first");
    }
    return known;
  }

  public Set<String> names() {
    return types.keySet();
  }
}
