package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.GeometryKind;

/**
 * The geometry of a row, as the layer can keep it: in EPSG:4490, without heights and measures, of
 * the layer's kind, valid. What stands in the way is thrown as {@link Refusal}.
 */
final class RowGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private static final double LARGEST_DEGREE = 180;
  // Between the two lie mistyped degrees.
  private static final double SMALLEST_METRES = 10_000;

  private final GeometryKind kind;
  private final FieldMapping mapping;
  private final Optional<SourceCrs> crs;
  private final PlaceNames places;
  private final Findings findings;

  RowGeometry(
      GeometryKind kind,
      FieldMapping mapping,
      Optional<SourceCrs> crs,
      PlaceNames places,
      Findings findings) {
    this.kind = kind;
    this.mapping = mapping;
    this.crs = crs;
    this.places = places;
    this.findings = findings;
  }

  /** Why a row has no geometry that can be kept. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<Object> args;
    private final transient Optional<String> field;
    private final transient Object value;

    Refusal(Optional<String> field, Object value, String code, Object... args) {
      super(code, null, false, false); // one per row: no stack
      this.code = code;
      this.args = List.of(args);
      this.field = field;
      this.value = value;
    }

    Finding finding(long row) {
      return Finding.rejected(row, Optional.of(field.orElse("geometry")), code, args, value);
    }
  }

  /**
   * A valid geometry, and the one before where it had to be repaired.
   *
   * @param trouble what was wrong, as JTS says it
   */
  record Mended(Geometry geometry, Optional<Geometry> before, String trouble) {}

  Mended of(RawRow row) {
    if (row.trouble().isPresent()) {
      throw new Refusal(Optional.empty(), null, row.trouble().get());
    }
    Geometry kept =
        row.geometry().isPresent() ? converted(plain(row.geometry().get()), null) : ofCells(row);
    return mended(kept);
  }

  private Geometry ofCells(RawRow row) {
    var wkt = mapping.field(FieldMapping.WKT);
    if (wkt.isPresent() && row.fields().get(wkt.get()) != null) {
      return converted(plain(wkt(wkt.get(), longText(row, wkt.get()))), null);
    }
    var pair = pair(row, FieldMapping.LON, FieldMapping.LAT);
    if (pair == null) {
      pair = pair(row, FieldMapping.X, FieldMapping.Y);
    }
    if (pair != null) {
      return pair;
    }
    if (mapping.has(FieldMapping.PLACE)) {
      return place(row);
    }
    throw new Refusal(Optional.empty(), null, "import.no_geometry");
  }

  /** A long text that a workbook's cells could not hold stands in several: wkt, wkt_2, wkt_3. */
  private static String longText(RawRow row, String field) {
    var text = new StringBuilder(row.fields().get(field).toString());
    for (int n = 2; row.fields().get(field + "_" + n) instanceof String more; n++) {
      text.append(more);
    }
    return text.toString();
  }

  private Geometry wkt(String field, String text) {
    try {
      return new WKTReader(FACTORY).read(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw new Refusal(Optional.of(field), text, "import.wkt");
    }
  }

  private Geometry pair(RawRow row, String xTarget, String yTarget) {
    var xField = mapping.field(xTarget);
    var yField = mapping.field(yTarget);
    if (xField.isEmpty() || yField.isEmpty()) {
      return null;
    }
    var x = row.fields().get(xField.get());
    var y = row.fields().get(yField.get());
    if (x == null && y == null) {
      return null;
    }
    var found = CellPlace.of(x, y);
    var shown = x + ", " + y;
    if (found == null) {
      throw new Refusal(Optional.of(xField.get()), shown, "import.not_a_number");
    }
    return converted(plain(FACTORY.createPoint(found)), shown);
  }

  private Geometry place(RawRow row) {
    var parts =
        mapping.targets().entrySet().stream()
            .filter(it -> FieldMapping.PLACE.equals(it.getValue()))
            .map(it -> row.fields().get(it.getKey()))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList();
    var field = mapping.field(FieldMapping.PLACE);
    var shown = String.join(" ", parts);
    if (parts.isEmpty()) {
      throw new Refusal(field, null, "import.no_geometry");
    }
    var answer = places.find(parts);
    if (answer.places().isEmpty()) {
      throw new Refusal(field, shown, "import.place_unknown");
    }
    if (!answer.isOne()) {
      throw new Refusal(field, shown, "import.place_ambiguous", answer.shown());
    }
    findings.note("import.note_place");
    return answer.places().get(0).at();
  }

  /** Two ordinates, finite, not empty, one part as such, of the layer's kind. */
  private Geometry plain(Geometry source) {
    if (source.isEmpty()) {
      throw new Refusal(Optional.empty(), null, "import.geometry_empty");
    }
    boolean heights = false;
    for (Coordinate at : source.getCoordinates()) {
      if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
        throw new Refusal(Optional.empty(), at.x + ", " + at.y, "import.not_finite");
      }
      heights |= !Double.isNaN(at.getZ()) || !Double.isNaN(at.getM());
    }
    if (heights) {
      findings.note("import.note_heights");
    }
    var flat = closed(single(flat(source)));
    if (!kind.admits(flat)) {
      throw new Refusal(
          Optional.empty(),
          flat.getGeometryType(),
          flat.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)
              ? "import.geometry_collection"
              : "import.geometry_kind",
          new Fault.Term("layer.kind_" + kind.code()));
    }
    return flat;
  }

  private static Geometry flat(Geometry source) {
    if (source instanceof Point point) { // most files are of points, and the general way is long
      return FACTORY.createPoint(new CoordinateXY(point.getX(), point.getY()));
    }
    return new GeometryTransformer() {
      @Override
      protected org.locationtech.jts.geom.CoordinateSequence transformCoordinates(
          org.locationtech.jts.geom.CoordinateSequence points, Geometry parent) {
        var flat = new Coordinate[points.size()];
        for (int i = 0; i < flat.length; i++) {
          flat[i] = new CoordinateXY(points.getX(i), points.getY(i));
        }
        return FACTORY.getCoordinateSequenceFactory().create(flat);
      }
    }.transform(source);
  }

  /** A collection of one is that one; a collection of points is a multi-point. */
  private static Geometry single(Geometry geometry) {
    if (geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1) {
      return single(geometry.getGeometryN(0));
    }
    if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return geometry;
    }
    var parts = new ArrayList<Geometry>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      var part = single(geometry.getGeometryN(i));
      for (int k = 0; k < part.getNumGeometries(); k++) {
        parts.add(part.getGeometryN(k));
      }
    }
    return FACTORY.buildGeometry(parts);
  }

  /** Drawings have no areas, only lines that come back to where they began. */
  private Geometry closed(Geometry geometry) {
    if (kind == GeometryKind.POLYGON
        && geometry instanceof LineString line
        && line.isClosed()
        && line.getNumPoints() > 3) {
      findings.note("import.note_closed");
      return FACTORY.createPolygon(line.getCoordinates());
    }
    return geometry;
  }

  private Geometry converted(Geometry plain, Object shown) {
    var from = crs.orElseThrow(() -> Fault.invalid("/crs", "import.crs_ask"));
    unitsFit(from, plain, shown);
    try {
      return from.to4490(plain);
    } catch (Fault outOfRange) {
      var at = plain.getCoordinate();
      var value = shown == null ? at.x + ", " + at.y : shown;
      throw new Refusal(
          Optional.empty(),
          value,
          fits(from, at.y, at.x) ? "import.swapped" : "import.out_of_range",
          from.code());
    }
  }

  /** Degrees taken for metres would lie off Africa, and nobody would have said so. */
  private static void unitsFit(SourceCrs from, Geometry plain, Object shown) {
    var at = plain.getCoordinate();
    var box = plain.getEnvelopeInternal();
    double largest =
        Math.max(
            Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
            Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    boolean degrees = largest <= LARGEST_DEGREE;
    if (degrees != from.geographic() && (degrees || largest > SMALLEST_METRES)) {
      throw new Refusal(
          Optional.empty(),
          shown == null ? at.x + ", " + at.y : shown,
          degrees ? "import.degrees_for_metres" : "import.metres_for_degrees",
          from.code());
    }
  }

  private static boolean fits(SourceCrs crs, double x, double y) {
    try {
      return crs.to4490(x, y) != null;
    } catch (Fault outOfRange) {
      return false;
    }
  }

  private Mended mended(Geometry geometry) {
    // Finite and not empty it is by now, and more cannot be wrong with a point.
    var error = geometry instanceof Point ? null : new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return new Mended(geometry, Optional.empty(), "");
    }
    var fixed = single(GeometryFixer.fix(geometry));
    boolean sameKind =
        !fixed.isEmpty() && fixed.getDimension() == geometry.getDimension() && kind.admits(fixed);
    if (!sameKind || findings.isFull()) {
      throw new Refusal(Optional.empty(), error.getMessage(), "import.geometry_invalid");
    }
    fixed.setSRID(SourceCrs.KEPT_SRID);
    return new Mended(fixed, Optional.of(geometry), error.getMessage());
  }
}
