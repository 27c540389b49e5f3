package org.wanglou.command.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wanglou.command.session.Caller;
import org.wanglou.gis.fault.Fault;

/** A copy of a request that may leave the event loop. */
record ReceivedRequest(
    HttpMethod method,
    String path,
    String remoteAddress,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    Map<String, List<String>> query,
    Optional<String> sessionCookie,
    Buffer body,
    Map<String, String> form,
    Optional<SentFile> file) {

  static ReceivedRequest of(RoutingContext ctx) {
    var request = ctx.request();
    var query = new LinkedHashMap<String, List<String>>();
    for (var name : ctx.queryParams().names()) {
      query.put(name, ctx.queryParam(name));
    }
    var cookie = request.getCookie(Gate.COOKIE);
    var body = ctx.body().buffer();
    return new ReceivedRequest(
        request.method(),
        request.path(),
        request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
        headers(request.headers()),
        Map.copyOf(ctx.pathParams()),
        query,
        Optional.ofNullable(cookie).map(it -> it.getValue()),
        body == null ? Buffer.buffer() : body,
        form(ctx),
        ctx.fileUploads().stream().findFirst().map(ReceivedRequest::file));
  }

  private static Map<String, String> form(RoutingContext ctx) {
    var fields = new HashMap<String, String>();
    ctx.request().formAttributes().forEach(it -> fields.putIfAbsent(it.getKey(), it.getValue()));
    return fields;
  }

  private static SentFile file(FileUpload upload) {
    return new SentFile(Path.of(upload.uploadedFileName()), upload.fileName(), upload.size());
  }

  /**
   * By name in lower case. What stands in several lines is one list (RFC 9110 section 5.3): a proxy
   * may add its {@code X-Forwarded-For} as a line behind the one that the sender made up.
   */
  static Map<String, String> headers(MultiMap lines) {
    var headers = new HashMap<String, String>();
    lines.forEach(
        it ->
            headers.merge(
                it.getKey().toLowerCase(Locale.ROOT), it.getValue(), (a, b) -> a + ", " + b));
    return headers;
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  boolean isSafe() {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  /**
   * @throws Fault MALFORMED when it does not fit the contract
   */
  Call toCall(Optional<Caller> caller, RequestCheck check, Gate gate) {
    check.path(pathParameters);
    check.query(query);
    check.headers(headers);
    var json = check.takesForm() ? formFields(check) : json(check);
    var single =
        query.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().get(0)));
    return new Call(
        caller,
        json,
        file,
        pathParameters,
        single,
        headers,
        Messages.language(headers.get("accept-language")),
        gate.address(this),
        caller.flatMap(this::requestKey));
  }

  private JsonObject formFields(RequestCheck check) {
    var type = headers.getOrDefault("content-type", "");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw malformed("contract.not_form_type", type);
    }
    var fields = new JsonObject();
    form.forEach(fields::put);
    file.ifPresent(it -> fields.put("file", it.name()));
    check.body(fields);
    return fields;
  }

  private JsonObject json(RequestCheck check) {
    if (!check.takesBody()) {
      return new JsonObject();
    }
    if (body.length() == 0) {
      if (check.bodyRequired()) {
        throw malformed("contract.no_body");
      }
      return new JsonObject();
    }
    var type = headers.getOrDefault("content-type", "");
    if (!type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").trim().equals("application/json")) {
      throw malformed("contract.not_json_type", type);
    }
    Object value;
    try {
      value = Json.decodeValue(body);
    } catch (DecodeException e) {
      throw malformed("contract.not_json", place(e));
    }
    check.body(value);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw malformed("contract.type", "object");
  }

  private Optional<RequestKey> requestKey(Caller caller) {
    return header("idempotency-key")
        .map(key -> new RequestKey(key, caller.principal().username(), hash()));
  }

  private byte[] hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
      return digest.digest(body.getBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String place(DecodeException e) {
    if (e.getCause() instanceof com.fasterxml.jackson.core.JsonProcessingException jackson
        && jackson.getLocation() != null) {
      return jackson.getLocation().getLineNr() + ":" + jackson.getLocation().getColumnNr();
    }
    return "1:1";
  }

  private static Fault malformed(String code, Object... args) {
    return new Fault(Fault.Kind.MALFORMED, "", code, args);
  }
}
