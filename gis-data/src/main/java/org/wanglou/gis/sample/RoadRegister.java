package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The register of the named roads: class, width, bridges with what they bear, dead ends. */
final class RoadRegister {
  private static final double METRES = 1_000;

  private final Layers layers;
  private final Scene scene;
  private final Map<Coordinate, Integer> meeting = new HashMap<>();
  private final Map<RoadKind, Integer> numbers = new HashMap<>();
  private final Persons persons = new Persons("roads", 10_000);

  private RoadRegister(Layers layers, Scene scene) {
    this.layers = layers;
    this.scene = scene;
    for (var piece : scene.roads()) {
      meeting.merge(piece.from(), 1, Integer::sum);
      meeting.merge(piece.to(), 1, Integer::sum);
    }
  }

  static void into(Layers layers, Scene scene) {
    var register = new RoadRegister(layers, scene);
    var roads = new LinkedHashMap<String, List<RoadPiece>>();
    for (var piece : scene.roads()) {
      boolean street = piece.kind() == RoadKind.AVENUE || piece.kind() == RoadKind.STREET;
      if (!piece.name().isEmpty() && !street && piece.kind() != RoadKind.LANE) {
        roads.computeIfAbsent(piece.kind() + piece.name(), k -> new ArrayList<>()).add(piece);
      }
    }
    roads.values().forEach(register::enter);
  }

  private void enter(List<RoadPiece> pieces) {
    var merger = new LineMerger();
    pieces.forEach(p -> merger.add(p.line()));
    @SuppressWarnings("unchecked") // declared raw in JTS
    var lines = (Collection<LineString>) merger.getMergedLineStrings();
    var parts = lines.toArray(LineString[]::new);
    var course = parts.length == 1 ? parts[0] : XiOutline.GEOMETRIES.createMultiLineString(parts);
    var kind = pieces.get(0).kind();
    var bridges = new ArrayList<Map<String, Object>>();
    double before = 0;
    for (var part : parts) {
      bridges.addAll(bridges(pieces, part, before, bridges.size()));
      before += part.getLength();
    }
    layers.add(
        "road",
        pieces.get(0).name(),
        course,
        "code",
        code(kind),
        "admin_class",
        adminClass(kind),
        "grade",
        grade(kind),
        "surface",
        kind.surface.equals("ground") ? "earth" : kind.surface,
        "width_m",
        kind.widthM,
        "from_km",
        0.0,
        "to_km",
        Scene.cents(course.getLength() / METRES),
        "max_weight_t",
        !bridges.isEmpty() && kind.bridgeBearsT > 0 ? (Object) kind.bridgeBearsT : null,
        "dead_end",
        pieces.stream().anyMatch(this::isDeadEnd),
        "floods",
        pieces.stream().anyMatch(p -> scene.land().waterM(p.line()) < 60),
        "bridges",
        bridges.isEmpty() ? null : bridges,
        "maintained_by",
        kind.compareTo(RoadKind.COUNTY) <= 0 ? "隰县公路段（合成）" : "乡村公路养护站（合成）",
        "phone",
        persons.telephone());
  }

  private boolean isDeadEnd(RoadPiece piece) {
    return meeting.get(piece.from()) == 1 || meeting.get(piece.to()) == 1;
  }

  private static List<Map<String, Object>> bridges(
      List<RoadPiece> pieces, LineString along, double before, int others) {
    var line = new LengthIndexedLine(along);
    var bridges = new ArrayList<Map<String, Object>>();
    for (var piece : pieces) {
      var middle = new LengthIndexedLine(piece.line()).extractPoint(piece.lengthM() / 2);
      double at = line.project(middle);
      if (piece.bridge() && line.extractPoint(at).distance(middle) < 1) {
        int number = others + bridges.size() + 1;
        bridges.add(
            Layers.row(
                "name_of",
                piece.name().replace(Names.MARK, "") + number + "号桥" + Names.MARK,
                "at_km",
                Scene.cents((before + at) / METRES),
                "length_m",
                Math.rint(piece.lengthM()),
                "width_m",
                piece.kind().widthM + 1,
                "max_weight_t",
                piece.kind().bridgeBearsT > 0 ? (Object) piece.kind().bridgeBearsT : null,
                "condition",
                piece.kind().bridgeBearsT > 25 || piece.kind().bridgeBearsT == 0
                    ? "1"
                    : number % 4 == 0 ? "3" : "2"));
      }
    }
    return bridges;
  }

  private String code(RoadKind kind) {
    if (kind == RoadKind.NATIONAL) {
      return Names.NATIONAL_REF;
    }
    int number = numbers.merge(kind, 1, Integer::sum);
    return "%s9%02d".formatted(adminClass(kind), number);
  }

  private static String adminClass(RoadKind kind) {
    return switch (kind) {
      case NATIONAL -> "G";
      case PROVINCIAL -> "S";
      case COUNTY -> "X";
      case VILLAGE -> "C";
      default -> "Z";
    };
  }

  private static String grade(RoadKind kind) {
    return switch (kind) {
      case NATIONAL, PROVINCIAL -> "grade_2";
      case COUNTY -> "grade_3";
      case VILLAGE -> "grade_4";
      default -> "below_grade";
    };
  }
}
