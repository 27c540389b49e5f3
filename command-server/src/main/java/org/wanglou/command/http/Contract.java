package org.wanglou.command.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP contract, {@code openapi/wanglou.yaml}: the only source of routes and schemas. */
public final class Contract {
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://wanglou")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);
  private static final long STANDARD_BODY_BYTES = 262_144;
  static final String FORM = "multipart/form-data";

  private final OpenAPIContract document;
  private final JsonObject published;
  private final Set<String> open;
  private final Map<String, RequestCheck> checks = new LinkedHashMap<>();

  private Contract(OpenAPIContract document, JsonObject published) {
    this.document = document;
    this.published = published;
    this.open =
        operations(published)
            .filter(it -> it.containsKey("security") && it.getJsonArray("security").isEmpty())
            .map(it -> it.getString("operationId"))
            .collect(Collectors.toUnmodifiableSet());
    for (var operation : document.operations()) {
      checks.put(operation.getOperationId(), new RequestCheck(this, operation));
    }
  }

  public static Future<Contract> load(Vertx vertx) {
    var published = read();
    return OpenAPIContract.from(vertx, understoodByVertx(published))
        .map(checked -> new Contract(checked, published));
  }

  /**
   * Vert.x 5.0.8 refuses a relative server address (without one it is the same) and every JSON
   * media type but the plain one; and it would ask handlers of its own who is there, which is
   * {@link Gate}'s work.
   */
  private static JsonObject understoodByVertx(JsonObject published) {
    var plain =
        published
            .encode()
            .replaceAll("application/(problem|geo|schema)\\+json", "application/json");
    var document = new JsonObject(plain);
    document.remove("servers");
    document.remove("security");
    operations(document).forEach(operation -> operation.remove("security"));
    return document;
  }

  /** As it is served, references and all. */
  public JsonObject published() {
    return published;
  }

  public OpenAPIContract document() {
    return document;
  }

  RequestCheck check(String operationId) {
    return checks.get(operationId);
  }

  Validator validator(JsonSchema schema) {
    return document.getSchemaRepository().validator(schema, OPTIONS);
  }

  /** Largest body of an operation, bytes: its {@code x-body-bytes}, or the standard. */
  static long bodyBytes(Operation operation) {
    var own = operation.getOpenAPIModel().getLong("x-body-bytes");
    return own == null ? STANDARD_BODY_BYTES : own;
  }

  /** Whether a file comes with it, which is written to disk as it comes. */
  static boolean takesFile(Operation operation) {
    return Boolean.TRUE.equals(operation.getOpenAPIModel().getBoolean("x-upload"));
  }

  /** Whether nobody needs to be signed in for it. */
  boolean isOpen(Operation operation) {
    return open.contains(operation.getOperationId());
  }

  private static Stream<JsonObject> operations(JsonObject document) {
    return document.getJsonObject("paths").stream()
        .flatMap(path -> ((JsonObject) path.getValue()).stream())
        .map(operation -> (JsonObject) operation.getValue());
  }

  /** Checks a response's body; empty when the contract names none for the status. */
  public Optional<Validator> response(String operationId, int status) {
    return Optional.ofNullable(document.operation(operationId).getResponse(status))
        .map(response -> response.getContent().get("application/json"))
        .map(content -> validator(content.getSchema()));
  }

  private static JsonObject read() {
    try (var in = Contract.class.getResourceAsStream("/openapi/wanglou.yaml")) {
      var tree = new ObjectMapper(new YAMLFactory()).readTree(in);
      return new JsonObject(tree.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("openapi/wanglou.yaml cannot be read", e);
    }
  }
}
