package org.wanglou.gis.filter;

import java.util.Locale;
import java.util.Map;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BegunBy;
import org.geotools.api.filter.temporal.EndedBy;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.Meets;
import org.geotools.api.filter.temporal.MetBy;
import org.geotools.api.filter.temporal.OverlappedBy;
import org.geotools.api.filter.temporal.TContains;
import org.geotools.api.filter.temporal.TOverlaps;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.wanglou.gis.geo.NearBox;

/**
 * The spatial half of {@link SqlWriter}, and what neither half supports. Relations are PostGIS's,
 * on plane longitude and latitude; distances are on the ellipsoid.
 */
abstract class SpatialWriter implements FilterVisitor {
  private static final Map<String, Double> METRES =
      Map.of(
          "meters", 1.0,
          "kilometers", 1_000.0,
          "feet", 0.3048,
          "statute miles", 1_609.344,
          "nautical miles", 1_852.0);
  private static final double HALF_ROUND_THE_EARTH_M = 20_040_000;

  final Columns columns;
  final BoundValues bound;

  SpatialWriter(Columns columns, BoundValues bound) {
    this.columns = columns;
    this.bound = bound;
  }

  @Override
  public Object visit(BBOX filter, Object extra) {
    var box = filter.getBounds();
    return "ST_Intersects(%s, ST_MakeEnvelope(%s, %s, %s, %s, 4490))"
        .formatted(
            geometry(filter.getExpression1()),
            number(box.getMinX()),
            number(box.getMinY()),
            number(box.getMaxX()),
            number(box.getMaxY()));
  }

  @Override
  public Object visit(Intersects filter, Object extra) {
    return related(filter, "ST_Intersects");
  }

  @Override
  public Object visit(Within filter, Object extra) {
    return related(filter, "ST_Within");
  }

  @Override
  public Object visit(Contains filter, Object extra) {
    return related(filter, "ST_Contains");
  }

  @Override
  public Object visit(Disjoint filter, Object extra) {
    return related(filter, "ST_Disjoint");
  }

  @Override
  public Object visit(Touches filter, Object extra) {
    return related(filter, "ST_Touches");
  }

  @Override
  public Object visit(Crosses filter, Object extra) {
    return related(filter, "ST_Crosses");
  }

  @Override
  public Object visit(Overlaps filter, Object extra) {
    return related(filter, "ST_Overlaps");
  }

  @Override
  public Object visit(Equals filter, Object extra) {
    return related(filter, "ST_Equals");
  }

  private String related(BinarySpatialOperator filter, String function) {
    return "%s(%s, %s)"
        .formatted(function, side(filter.getExpression1()), side(filter.getExpression2()));
  }

  @Override
  public Object visit(DWithin filter, Object extra) {
    return near(filter);
  }

  @Override
  public Object visit(Beyond filter, Object extra) {
    return "(" + near(filter) + " IS NOT TRUE)";
  }

  /** The box is what the index answers; it holds all that is within the distance. */
  private String near(DistanceBufferOperator filter) {
    boolean turned = filter.getExpression1() instanceof Literal;
    var named = geometry(turned ? filter.getExpression2() : filter.getExpression1());
    var other = turned ? filter.getExpression1() : filter.getExpression2();
    if (!(other instanceof Literal literal)) {
      throw columns.unsupported(other);
    }
    var geometry = checked(literal);
    var metres = METRES.get(filter.getDistanceUnits());
    double distanceM = metres == null ? Double.NaN : filter.getDistance() * metres;
    if (!(distanceM >= 0 && distanceM <= HALF_ROUND_THE_EARTH_M)) {
      throw columns.unsupported(filter.getDistance() + " " + filter.getDistanceUnits());
    }
    var box = NearBox.of(geometry.getEnvelopeInternal(), distanceM);
    return "(%s && ST_MakeEnvelope(%s, %s, %s, %s, 4490) AND ST_DWithin(%s::geography, %s::geography, %s::float8))"
        .formatted(
            named,
            number(box.getMinX()),
            number(box.getMinY()),
            number(box.getMaxX()),
            number(box.getMaxY()),
            named,
            placed(geometry),
            bound.of(distanceM));
  }

  private String number(double value) {
    return bound.of(value) + "::float8";
  }

  private String side(Expression expression) {
    return expression instanceof Literal literal ? placed(checked(literal)) : geometry(expression);
  }

  private String geometry(Expression expression) {
    var named = columns.named(expression);
    if (named.kind() != Operand.Kind.GEOMETRY) {
      throw columns.mismatch(named, "geom");
    }
    return named.sql();
  }

  /** A geometry on the globe that PostGIS can relate. */
  private Geometry checked(Literal literal) {
    if (!(literal.getValue() instanceof Geometry geometry)) {
      throw columns.unsupported(literal);
    }
    var box = geometry.getEnvelopeInternal();
    boolean onGlobe =
        box.getMinX() >= -180
            && box.getMaxX() <= 180
            && box.getMinY() >= -90
            && box.getMaxY() <= 90;
    if (geometry.isEmpty() || !onGlobe || !geometry.isValid()) {
      throw columns.badGeometry(geometry.getGeometryType().toUpperCase(Locale.ROOT));
    }
    return geometry;
  }

  private String placed(Geometry geometry) {
    return "ST_GeomFromWKB(" + bound.of(new WKBWriter().write(geometry)) + ", 4490)";
  }

  @Override
  public Object visit(AnyInteracts filter, Object extra) {
    throw columns.unsupported(AnyInteracts.NAME);
  }

  @Override
  public Object visit(Begins filter, Object extra) {
    throw columns.unsupported(Begins.NAME);
  }

  @Override
  public Object visit(BegunBy filter, Object extra) {
    throw columns.unsupported(BegunBy.NAME);
  }

  @Override
  public Object visit(EndedBy filter, Object extra) {
    throw columns.unsupported(EndedBy.NAME);
  }

  @Override
  public Object visit(Ends filter, Object extra) {
    throw columns.unsupported(Ends.NAME);
  }

  @Override
  public Object visit(Meets filter, Object extra) {
    throw columns.unsupported(Meets.NAME);
  }

  @Override
  public Object visit(MetBy filter, Object extra) {
    throw columns.unsupported(MetBy.NAME);
  }

  @Override
  public Object visit(OverlappedBy filter, Object extra) {
    throw columns.unsupported(OverlappedBy.NAME);
  }

  @Override
  public Object visit(TContains filter, Object extra) {
    throw columns.unsupported(TContains.NAME);
  }

  @Override
  public Object visit(TOverlaps filter, Object extra) {
    throw columns.unsupported(TOverlaps.NAME);
  }
}
