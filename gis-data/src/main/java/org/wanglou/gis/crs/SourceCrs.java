package org.wanglou.gis.crs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.fault.Fault;

/**
 * A coordinate system a source may be in. First ordinate always longitude or easting, second
 * latitude or northing, whatever order the register of EPSG prescribes. WGS84 is taken for
 * CGCS2000: they agree within decimetres. Immutable, made without any file or database.
 */
public final class SourceCrs {
  /** The system everything is kept in. */
  public static final int KEPT_SRID = 4490;

  private static final List<SourceCrs> ALL = SourceCrsList.make();
  private static final Map<String, SourceCrs> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(SourceCrs::code, it -> it));

  private final String code;
  private final String nameZh;
  private final String nameEn;
  private final boolean geographic;
  private final Mapping mapping;

  SourceCrs(String code, String nameZh, String nameEn, boolean geographic, Mapping mapping) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.geographic = geographic;
    this.mapping = mapping;
  }

  /**
   * @param code {@code EPSG:4546}, {@code 4546}, {@code GCJ-02} or {@code BD-09}, in any case
   * @throws Fault {@code crs.unknown}
   */
  public static SourceCrs of(String code) {
    var plain = code.strip().toUpperCase(Locale.ROOT);
    var found = BY_CODE.get(plain.matches("\\d+") ? "EPSG:" + plain : plain);
    if (found == null) {
      throw Fault.invalid("/crs", "crs.unknown", code);
    }
    return found;
  }

  /** All of them, those in degrees first, then by the width of their zones. */
  public static List<SourceCrs> all() {
    return ALL;
  }

  /** {@code EPSG:4546}, {@code GCJ-02} ... */
  public String code() {
    return code;
  }

  public String nameZh() {
    return nameZh;
  }

  public String nameEn() {
    return nameEn;
  }

  /** Whether its coordinates are degrees. */
  public boolean geographic() {
    return geographic;
  }

  /**
   * @param x longitude or easting
   * @param y latitude or northing
   * @throws Fault {@code crs.out_of_range} where these numbers cannot be of this system
   */
  public Coordinate to4490(double x, double y) {
    if (!mapping.holds(x, y)) { // also NaN and infinite
      throw Fault.invalid("", "crs.out_of_range", code, x, y);
    }
    return mapping.toDegrees(x, y);
  }

  public Coordinate from4490(double lon, double lat) {
    return mapping.fromDegrees(lon, lat);
  }

  /** A copy; heights and measures stay. */
  public Geometry to4490(Geometry source) {
    var result = mapped(source, this::to4490);
    result.setSRID(KEPT_SRID);
    return result;
  }

  /** A copy; heights and measures stay. */
  public Geometry from4490(Geometry kept) {
    var result = mapped(kept, this::from4490);
    result.setSRID(code.startsWith("EPSG:") ? Integer.parseInt(code.substring(5)) : 0);
    return result;
  }

  /**
   * Whether a point lies where this system is meant to be used: in its zone and a little around.
   */
  public boolean serves(double lon, double lat) {
    return mapping instanceof Zone zone ? zone.serves(lon, lat) : Degrees.inside(lon, lat);
  }

  @Override
  public String toString() {
    return code;
  }

  private interface Step {
    Coordinate of(double x, double y);
  }

  private static Geometry mapped(Geometry source, Step step) {
    var copy = source.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            var moved = step.of(points.getX(i), points.getY(i));
            points.setOrdinate(i, CoordinateSequence.X, moved.x);
            points.setOrdinate(i, CoordinateSequence.Y, moved.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
