package org.wanglou.command.http;

import io.vertx.json.schema.Validator;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/**
 * What the contract demands of the requests of one operation. Parameters are pointed to as if they
 * were fields of a body: {@code /limit}.
 */
final class RequestCheck {
  private record Checked(Parameter parameter, Validator validator) {}

  private final List<Checked> parameters = new ArrayList<>();
  private final Optional<Validator> body;
  private final boolean form;
  private final boolean bodyRequired;

  RequestCheck(Contract contract, Operation operation) {
    for (var parameter : operation.getParameters()) {
      parameters.add(new Checked(parameter, contract.validator(parameter.getSchema())));
    }
    var requestBody = operation.getRequestBody();
    form = Contract.takesFile(operation);
    body =
        Optional.ofNullable(requestBody)
            .map(it -> it.getContent().get(form ? Contract.FORM : "application/json"))
            .map(it -> contract.validator(it.getSchema()));
    bodyRequired = requestBody != null && requestBody.isRequired();
  }

  /** Fields and a file; of a form every field is a text. */
  boolean takesForm() {
    return form;
  }

  boolean takesBody() {
    return body.isPresent();
  }

  boolean bodyRequired() {
    return bodyRequired;
  }

  /**
   * @throws Fault MALFORMED with every bad field
   */
  void body(Object json) {
    refuse(SchemaErrors.of(body.orElseThrow().validate(json), ""));
  }

  /** A path that does not fit names nothing: 404. */
  void path(Map<String, String> values) {
    for (var it : parameters) {
      if (it.parameter().getIn() == Location.PATH
          && !errors(it, values.get(it.parameter().getName())).isEmpty()) {
        throw Fault.notFound("request.no_such_thing", values.get(it.parameter().getName()));
      }
    }
  }

  /**
   * @throws Fault MALFORMED with every bad or unknown parameter
   */
  void query(Map<String, List<String>> values) {
    var errors = new ArrayList<Detail>();
    for (var name : values.keySet()) {
      if (parameters.stream()
          .noneMatch(
              it ->
                  it.parameter().getIn() == Location.QUERY
                      && it.parameter().getName().equals(name))) {
        errors.add(detail(name, "contract.unknown_parameter", name));
      }
    }
    for (var it : parameters) {
      var name = it.parameter().getName();
      if (it.parameter().getIn() == Location.QUERY) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
          errors.add(detail(name, "contract.repeated_parameter", name));
        } else if (!given.isEmpty()) {
          errors.addAll(errors(it, given.get(0)));
        } else if (it.parameter().isRequired()) {
          errors.add(detail(name, "contract.missing", name));
        }
      }
    }
    refuse(errors);
  }

  void headers(Map<String, String> values) {
    var errors = new ArrayList<Detail>();
    for (var it : parameters) {
      if (it.parameter().getIn() == Location.HEADER) {
        var value = values.get(it.parameter().getName().toLowerCase(Locale.ROOT));
        if (value != null) {
          errors.addAll(errors(it, value));
        }
      }
    }
    refuse(errors);
  }

  private static List<Detail> errors(Checked checked, String text) {
    var name = checked.parameter().getName();
    try {
      return SchemaErrors.of(
          checked.validator().validate(typed(text, checked.parameter().getSchemaType())),
          "/" + name);
    } catch (NumberFormatException e) {
      var expected = checked.parameter().getSchemaType().name().toLowerCase(Locale.ROOT);
      return List.of(detail(name, "contract.type", expected));
    }
  }

  private static Object typed(String text, SchemaType type) {
    if (type == SchemaType.INTEGER) {
      return Long.valueOf(text);
    }
    if (type == SchemaType.NUMBER) {
      var number = Double.valueOf(text);
      if (!Double.isFinite(number)) {
        throw new NumberFormatException(text);
      }
      return number;
    }
    if (type == SchemaType.BOOLEAN) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> text;
      };
    }
    return text;
  }

  private static Detail detail(String name, String code, Object... args) {
    return new Detail("/" + name, code, List.of(args));
  }

  private static void refuse(List<Detail> errors) {
    if (!errors.isEmpty()) {
      throw new Fault(Fault.Kind.MALFORMED, errors);
    }
  }
}
