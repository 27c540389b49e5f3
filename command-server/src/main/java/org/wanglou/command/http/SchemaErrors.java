package org.wanglou.command.http;

import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wanglou.gis.fault.Fault.Detail;

/**
 * Turns the validator's output into one detail per bad field. The output names each failing keyword
 * on the way down; only the leaves say anything to a person. The value that the keyword demanded is
 * taken from the end of the validator's English sentence.
 */
final class SchemaErrors {
  private static final int MOST = 50;
  // Keywords that only repeat that something below them failed.
  private static final Set<String> INNER = Set.of("properties", "items", "$ref", "allOf", "anyOf");
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("type", "contract.type"),
          Map.entry("enum", "contract.enum"),
          Map.entry("minimum", "contract.minimum"),
          Map.entry("maximum", "contract.maximum"),
          Map.entry("minLength", "contract.min_length"),
          Map.entry("maxLength", "contract.max_length"),
          Map.entry("pattern", "contract.pattern"),
          Map.entry("format", "contract.format"),
          Map.entry("minItems", "contract.min_items"),
          Map.entry("maxItems", "contract.max_items"),
          Map.entry("minProperties", "contract.empty"));
  private static final Pattern DEMANDED = Pattern.compile("(\\[.*]|\"[^\"]*\"|[^ ]+?)\\)?$");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

  private SchemaErrors() {}

  /**
   * @param prefix pointer of what was validated
   */
  static List<Detail> of(OutputUnit output, String prefix) {
    if (Boolean.TRUE.equals(output.getValid())) {
      return List.of();
    }
    var known = fieldsTheSchemaKnows(output.getErrors());
    var details = new ArrayList<Detail>();
    var seen = new HashSet<String>();
    for (var error : output.getErrors()) {
      var keyword = lastPart(error.getKeywordLocation());
      var pointer = prefix + error.getInstanceLocation().substring(1);
      if (INNER.contains(keyword)) {
        continue;
      }
      if (keyword.equals("additionalProperties")) {
        if (!known.contains(error.getInstanceLocation())) {
          add(details, seen, pointer, "contract.unknown_field", lastPart(pointer));
        }
      } else if (keyword.equals("required")) {
        var name = demanded(QUOTED, error.getError());
        add(details, seen, pointer + "/" + name, "contract.missing", name);
      } else {
        var code = CODES.getOrDefault(keyword, "contract.other");
        add(details, seen, pointer, code, demanded(DEMANDED, error.getError()));
      }
    }
    return details;
  }

  /** The validator calls each field whose value is bad "additional" too. */
  private static Set<String> fieldsTheSchemaKnows(List<OutputUnit> errors) {
    var known = new HashSet<String>();
    for (var error : errors) {
      if (lastPart(error.getKeywordLocation()).equals("properties")) {
        known.add(error.getInstanceLocation());
      }
    }
    return known;
  }

  private static void add(
      List<Detail> details, Set<String> seen, String pointer, String code, String demanded) {
    if (details.size() < MOST && seen.add(pointer + " " + code)) {
      details.add(new Detail(pointer, code, List.of(demanded)));
    }
  }

  private static String demanded(Pattern pattern, String sentence) {
    var found = pattern.matcher(sentence);
    return found.find() ? found.group(1).replace("\"", "") : "";
  }

  private static String lastPart(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
