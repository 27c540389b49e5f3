package org.wanglou.gis.layer;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/** What a layer's features are drawn as; of each kind also several of it in one feature. */
public enum GeometryKind {
  POINT(0),
  LINE(1),
  POLYGON(2),
  /** Any of the three, for things that one source has as a point and another as an area. */
  ANY(-1);

  private final int dimension;

  GeometryKind(int dimension) {
    this.dimension = dimension;
  }

  /** As in the table and in the contract. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static GeometryKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether it is a single geometry, or a collection of such, of this kind; never a mixture. */
  public boolean admits(Geometry geometry) {
    return !geometry.isEmpty()
        && !geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)
        && (this == ANY || geometry.getDimension() == dimension);
  }
}
