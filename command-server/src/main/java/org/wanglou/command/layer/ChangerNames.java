package org.wanglou.command.layer;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Puts people's names beside the usernames of those who changed a feature. Who has none, or is a
 * part of the program, stays under the name that is stored.
 */
final class ChangerNames {
  private final Map<String, String> names;

  private ChangerNames(Map<String, String> names) {
    this.names = names;
  }

  static ChangerNames of(Handle tx) {
    var names = new HashMap<String, String>();
    tx.createQuery("SELECT username, display_name FROM app_user")
        .map((row, c) -> Map.entry(row.getString("username"), row.getString("display_name")))
        .forEach(it -> names.put(it.getKey(), it.getValue()));
    return new ChangerNames(names);
  }

  /** The feature itself, with {@code changed_by_name}. */
  JsonObject in(JsonObject feature) {
    var properties = feature.getJsonObject("properties");
    var username = properties.getString("changed_by");
    properties.put("changed_by_name", names.getOrDefault(username, username));
    return feature;
  }
}
