package org.wanglou.gis.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.fault.Fault;

/**
 * GeoJSON, one feature in memory at a time: a collection, one feature, or features line by line.
 * NaN is read, so that its row can be named.
 */
final class GeoJsonSource implements SourceFile {
  private static final int DEEPEST = 64;
  private static final int SAMPLED = 200;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(16 << 20)
                .maxNumberLength(100)
                .build());
  }

  private final Path file;

  GeoJsonSource(Upload upload) {
    this.file = upload.main();
  }

  @Override
  public FileFormat format() {
    return FileFormat.GEOJSON;
  }

  @Override
  public List<SourceLayer> layers() {
    var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    var types = new LinkedHashMap<String, SourceField.Type>();
    try (var rows = new GeoJsonRows(file)) {
      for (int i = 0; i < SAMPLED && rows.hasNext(); i++) {
        rows.next().fields().forEach((field, value) -> FieldTypes.note(types, field, value));
      }
      return List.of(
          new SourceLayer(
              name,
              OptionalLong.empty(),
              Optional.of("mixed"),
              FieldTypes.fields(types),
              rows.crs,
              Optional.of(TextEncoding.UTF_8),
              0));
    }
  }

  @Override
  public Rows rows(SourceLayer layer) {
    return new GeoJsonRows(file);
  }

  private static final class GeoJsonRows implements Rows {
    private final CountedInput counted;
    private final JsonParser parser;
    private Optional<String> crs = Optional.empty();
    private RawRow ahead;
    private boolean inFeatures;
    private boolean ended;
    private long row;

    GeoJsonRows(Path file) {
      counted = CountedInput.of(file);
      try {
        parser = JSON.getFactory().createParser(withoutSeparators(counted));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** RFC 8142 puts a record separator before each text. */
    private static java.io.InputStream withoutSeparators(java.io.InputStream in) {
      return new java.io.FilterInputStream(new java.io.BufferedInputStream(in, 1 << 16)) {
        @Override
        public int read() throws IOException {
          int b = super.read();
          return b == 0x1E ? ' ' : b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          int n = super.read(into, offset, length);
          for (int i = offset; i < offset + n; i++) {
            if (into[i] == 0x1E) {
              into[i] = ' ';
            }
          }
          return n;
        }
      };
    }

    @Override
    public boolean hasNext() {
      if (ahead == null && !ended) {
        try {
          ahead = read();
        } catch (JsonProcessingException e) {
          var at = e.getLocation();
          throw Fault.invalid(
              "/file", "import.json", at == null ? "?" : at.getLineNr() + ":" + at.getColumnNr());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        ended = ahead == null;
        if (ended && row == 0 && !inFeatures) {
          throw Fault.invalid("/file", "import.json_no_features");
        }
      }
      return ahead != null;
    }

    private RawRow read() throws IOException {
      while (true) {
        var token = parser.nextToken();
        if (token == null) {
          return null;
        }
        if (inFeatures) {
          if (token == JsonToken.END_ARRAY) {
            inFeatures = false;
            finishObject();
          } else {
            return feature(JSON.readTree(parser));
          }
        } else if (token == JsonToken.START_OBJECT) {
          var found = object();
          if (found != null) {
            return found;
          }
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          throw Fault.invalid("/file", "import.json_no_features");
        }
      }
    }

    /** A collection, of which the features are read later; or one feature. Members in any order. */
    private RawRow object() throws IOException {
      var members = JSON.createObjectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
          noteCrs(members.get("crs"));
          inFeatures = true;
          return null;
        }
        members.set(name, JSON.readTree(parser));
      }
      noteCrs(members.get("crs"));
      if (members.path("type").asText().equals("Feature")) {
        return feature(members);
      }
      if (members.has("coordinates")) {
        return feature(JSON.createObjectNode().set("geometry", members));
      }
      throw Fault.invalid("/file", "import.json_no_features");
    }

    private void finishObject() throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("crs")) {
          noteCrs(JSON.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      inFeatures = false;
    }

    private void noteCrs(JsonNode member) {
      if (member != null && member.at("/properties/name").isTextual()) {
        crs = Optional.of(member.at("/properties/name").asText());
      }
    }

    private RawRow feature(JsonNode feature) {
      row++;
      Map<String, Object> fields = new LinkedHashMap<>();
      var id = feature.get("id");
      if (id != null && id.isValueNode() && !id.isNull()) {
        fields.put("id", id.isNumber() ? id.numberValue() : id.asText());
      }
      var properties = feature.get("properties");
      if (properties != null && properties.isObject()) {
        properties
            .properties()
            .forEach(it -> fields.put(it.getKey(), FieldTypes.value(it.getValue())));
      }
      try {
        Optional<Geometry> geometry = JsonGeometry.read(feature.get("geometry"));
        return RawRow.of(row, geometry, fields);
      } catch (IllegalArgumentException e) {
        var trouble =
            e instanceof JsonGeometry.NotFinite
                ? "import.not_finite"
                : "import.geometry_unreadable";
        return new RawRow(row, Optional.empty(), Optional.of(trouble), fields);
      }
    }

    @Override
    public RawRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var next = ahead;
      ahead = null;
      return next;
    }

    @Override
    public double share() {
      return counted.share();
    }

    @Override
    public void close() {
      try {
        parser.close();
        counted.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
