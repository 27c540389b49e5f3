package org.wanglou.gis.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.AttributeCheck;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/**
 * Makes features of rows, and findings of what cannot become one. Every bad field of a row is
 * named, not only the first. Of one import, by one thread.
 */
public final class RowReading {
  private static final int LONGEST_NAME = 200;

  /**
   * What an import is told.
   *
   * @param crs of the file's coordinates; empty only where it has none
   * @param source of features that name none
   * @param provenance of features that name none
   */
  public record Options(
      FieldMapping mapping,
      Optional<SourceCrs> crs,
      String source,
      Provenance provenance,
      OptionalDouble accuracyM) {}

  private final LayerType type;
  private final Options options;
  private final Optional<CountyOutline> outline;
  private final RowGeometry geometries;
  private final Findings findings;
  private final Elsewhere elsewhere;
  private final Map<String, Long> idsSeen = new HashMap<>();
  private Optional<Boolean> synthetic = Optional.empty();
  private boolean bad;

  public RowReading(
      LayerType type,
      Options options,
      PlaceNames places,
      Optional<CountyOutline> outline,
      IntakeLimits limits) {
    this.type = type;
    this.options = options;
    this.outline = outline;
    this.findings = new Findings(limits.kept());
    this.elsewhere =
        new Elsewhere(outline.map(CountyOutline::diameterM).orElse(Double.POSITIVE_INFINITY));
    this.geometries =
        new RowGeometry(type.geometry(), options.mapping(), options.crs(), places, findings);
  }

  public Findings findings() {
    return findings;
  }

  /** Whether what was read so far lies where the county is. */
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  /** The feature; empty when the row is rejected, which is then among the findings. */
  public Optional<NewFeature> feature(RawRow row) {
    bad = false;
    var geometry = geometry(row);
    var attributes = attributes(row);
    var externalId = externalId(row);
    var provenance = provenance(row);
    var validFrom = instant(row, FieldMapping.VALID_FROM);
    var validTo = instant(row, FieldMapping.VALID_TO);
    var accuracy = accuracy(row);
    var source = text(row, FieldMapping.SOURCE).orElse(options.source());
    var name = name(row, externalId);
    if (bad) {
      return Optional.empty();
    }
    var mended = geometry.orElseThrow();
    mended
        .before()
        .ifPresent(
            before ->
                tell(
                    Finding.Kind.REPAIRED, row, "import.repaired", mended, name, mended.trouble()));
    outline
        .flatMap(it -> it.farOut(mended.geometry()))
        .ifPresentOrElse(
            out -> {
              elsewhere.out(out.nearest());
              tell(
                  Finding.Kind.FLAGGED,
                  row,
                  "import.outside",
                  mended,
                  name,
                  Math.rint(out.farthest()));
            },
            elsewhere::near);
    return Optional.of(
        new NewFeature(
            externalId,
            name,
            mended.geometry(),
            attributes,
            provenance,
            source,
            accuracy,
            validFrom,
            validTo));
  }

  private void tell(
      Finding.Kind kind,
      RawRow row,
      String code,
      RowGeometry.Mended mended,
      String name,
      Object arg) {
    boolean repaired = kind == Finding.Kind.REPAIRED;
    findings.add(
        new Finding(
            kind,
            row.number(),
            Optional.of("geometry"),
            code,
            List.of(arg),
            Optional.empty(),
            Optional.of(name),
            repaired ? mended.before() : Optional.of(mended.geometry().getInteriorPoint()),
            repaired ? Optional.of(mended.geometry()) : Optional.empty()));
  }

  private void reject(
      RawRow row, Optional<String> field, Object value, String code, Object... args) {
    bad = true;
    findings.add(Finding.rejected(row.number(), field, code, List.of(args), value));
  }

  private Optional<RowGeometry.Mended> geometry(RawRow row) {
    try {
      return Optional.of(geometries.of(row));
    } catch (RowGeometry.Refusal e) {
      bad = true;
      findings.add(e.finding(row.number()));
      return Optional.empty();
    }
  }

  private Map<String, Object> attributes(RawRow row) {
    var raw = new LinkedHashMap<String, Object>();
    var fieldOf = new HashMap<String, String>();
    options
        .mapping()
        .targets()
        .forEach(
            (field, target) -> {
              var attribute = target == null ? Optional.<Attribute>empty() : type.attribute(target);
              var value = row.fields().get(field);
              if (attribute.isPresent() && value != null && !value.toString().isBlank()) {
                fieldOf.put(target, field);
                cell(row, attribute.get(), field, value).ifPresent(it -> raw.put(target, it));
              }
            });
    if (bad) {
      return raw;
    }
    try {
      return AttributeCheck.checked(type, raw);
    } catch (Fault e) {
      for (var detail : e.details()) {
        var attribute = detail.pointer().replaceFirst("^/attributes/", "").replaceFirst("/.*", "");
        var field = fieldOf.getOrDefault(attribute, attribute);
        reject(
            row,
            Optional.of(field),
            row.fields().get(field),
            detail.code(),
            detail.args().toArray());
      }
      return raw;
    }
  }

  /** As the attribute's type wants it; what does not fit goes on and is refused by name. */
  private Optional<Object> cell(RawRow row, Attribute attribute, String field, Object value) {
    try {
      return Optional.ofNullable(fitted(attribute, value));
    } catch (Fault e) {
      var detail = e.details().get(0);
      reject(row, Optional.of(field), value, detail.code(), detail.args().toArray());
      return Optional.empty();
    }
  }

  private static Object fitted(Attribute attribute, Object value) {
    if (value instanceof String text) {
      return AttributeCheck.read(attribute, text);
    }
    return switch (attribute.type()) {
      case TEXT -> AttributeCheck.read(attribute, shown(value));
      case DATE ->
          value instanceof Number serial
                  && serial.doubleValue() > 0
                  && serial.doubleValue() < 100_000
              ? AttributeCheck.read(attribute, XlsxStyles.date(serial.doubleValue()))
              : AttributeCheck.read(attribute, shown(value));
      case BOOLEAN ->
          value instanceof Boolean ? value : AttributeCheck.read(attribute, shown(value));
      default -> value;
    };
  }

  /** {@code 13800000000} and not {@code 1.38E10}. */
  private static String shown(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? new java.math.BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
          : value.toString();
    }
    return value.toString();
  }

  private Optional<String> text(RawRow row, String target) {
    return options
        .mapping()
        .field(target)
        .map(field -> row.fields().get(field))
        .map(RowReading::shown)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private Optional<String> externalId(RawRow row) {
    var id = text(row, FieldMapping.EXTERNAL_ID);
    id.ifPresent(
        it -> {
          var first = idsSeen.putIfAbsent(it, row.number());
          if (first != null) {
            reject(
                row,
                options.mapping().field(FieldMapping.EXTERNAL_ID),
                it,
                "import.duplicate_id",
                first);
          } else if (it.length() > LONGEST_NAME) {
            reject(
                row,
                options.mapping().field(FieldMapping.EXTERNAL_ID),
                it,
                "import.too_long_text",
                LONGEST_NAME);
          }
        });
    return id;
  }

  private String name(RawRow row, Optional<String> externalId) {
    var name = text(row, FieldMapping.NAME);
    if (name.isEmpty()) {
      findings.note("import.note_name");
      return externalId.orElseGet(() -> type.label().zh() + " " + row.number());
    }
    if (name.get().length() > LONGEST_NAME || name.get().indexOf('\0') >= 0) {
      reject(
          row,
          options.mapping().field(FieldMapping.NAME),
          name.get(),
          "import.too_long_text",
          LONGEST_NAME);
    }
    return name.get();
  }

  /** Invented and real features never stand in one layer. */
  private Provenance provenance(RawRow row) {
    var provenance = options.provenance();
    var given = text(row, FieldMapping.PROVENANCE);
    if (given.isPresent()) {
      try {
        provenance = Provenance.valueOf(given.get().toUpperCase(java.util.Locale.ROOT));
      } catch (IllegalArgumentException e) {
        reject(
            row,
            options.mapping().field(FieldMapping.PROVENANCE),
            given.get(),
            "import.provenance");
        return provenance;
      }
    }
    boolean invented = provenance == Provenance.SYNTHETIC;
    if (synthetic.isEmpty()) {
      synthetic = Optional.of(invented);
    } else if (synthetic.get() != invented) {
      reject(
          row,
          options.mapping().field(FieldMapping.PROVENANCE),
          provenance.name(),
          "import.mixed_synthetic");
    }
    return provenance;
  }

  /** Whether the rows so far are invented; empty before the first. */
  public Optional<Boolean> synthetic() {
    return synthetic;
  }

  private OptionalDouble accuracy(RawRow row) {
    var given = text(row, FieldMapping.ACCURACY);
    if (given.isEmpty()) {
      return options.accuracyM();
    }
    try {
      double metres = Double.parseDouble(given.get());
      if (metres >= 0 && Double.isFinite(metres)) {
        return OptionalDouble.of(metres);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    reject(row, options.mapping().field(FieldMapping.ACCURACY), given.get(), "import.not_a_number");
    return OptionalDouble.empty();
  }

  private Optional<Instant> instant(RawRow row, String target) {
    var given = text(row, target);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var text = given.get().replace('/', '-').replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
    try {
      return Optional.of(
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)$", "$1:00")).toInstant());
    } catch (DateTimeParseException e) {
      reject(row, options.mapping().field(target), given.get(), "import.instant");
      return Optional.empty();
    }
  }
}
