package org.wanglou.gis.osm;

import com.graphhopper.reader.ReaderElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Makes valid areas of closed ways and of relations made of many ways. The rings of a relation are
 * found from its lines alone and nested by the even-odd rule; roles are not looked at, as they are
 * often wrong. A ring that does not close, as happens where the extract was cut, is left out.
 */
final class Areas {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final OsmExtract extract;
  private final Tally tally;

  Areas(OsmExtract extract, Tally tally) {
    this.extract = extract;
    this.tally = tally;
  }

  /** The whole way as a line, when the extract has at least two of its nodes in a row. */
  List<LineString> lines(OsmExtract.Way way) {
    return extract.places().knownRuns(way.nodes()).stream()
        .map(run -> GEOMETRIES.createLineString(extract.places().line(run)))
        .toList();
  }

  Optional<Geometry> of(OsmExtract.Way way) {
    if (!way.isClosed() || extract.places().knownRuns(way.nodes()).size() != 1) {
      return Optional.empty();
    }
    var line = extract.places().line(way.nodes());
    if (!line[0].equals2D(line[line.length - 1])) {
      return Optional.empty(); // some of its nodes are missing
    }
    return polygonal(GEOMETRIES.createPolygon(line));
  }

  Optional<Geometry> of(OsmExtract.Relation relation) {
    var lines = new ArrayList<LineString>();
    for (var member : relation.members()) {
      if (member.type() == ReaderElement.Type.WAY) {
        Optional.ofNullable(extract.ways().get(member.ref()))
            .ifPresent(way -> lines.addAll(lines(way)));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var polygonizer = new Polygonizer(true);
    polygonizer.add(UnaryUnionOp.union(lines));
    if (!polygonizer.getDangles().isEmpty()) {
      tally.add("ring left out: not closed");
    }
    return polygonal(polygonizer.getGeometry());
  }

  /** Members of a relation that are ways of the extract. */
  List<OsmExtract.Way> ways(OsmExtract.Relation relation) {
    return relation.members().stream()
        .filter(member -> member.type() == ReaderElement.Type.WAY)
        .map(member -> extract.ways().get(member.ref()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<Geometry> polygonal(Geometry area) {
    var valid = area.isValid() ? area : GeometryFixer.fix(area);
    if (valid.isEmpty() || valid.getDimension() < 2) {
      tally.add("area left out: no closed ring");
      return Optional.empty();
    }
    return Optional.of(valid);
  }
}
