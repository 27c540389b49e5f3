package org.wanglou.command.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.wanglou.gis.fault.Fault;

/**
 * The parameter {@code bbox} in the system and order of axes that {@code bbox-crs} names: four
 * numbers, or six with heights that are passed over. West above east goes over the antimeridian.
 *
 * @param sides each west, south, east, north in the order of PostGIS; two where the box is cut
 */
record Box(OgcCrs crs, List<double[]> sides) {
  // Straight sides of a plane system are curves elsewhere.
  private static final int PIECES_A_SIDE = 32;

  /**
   * @throws Fault MALFORMED {@code layer.box}
   */
  static Box of(String text, OgcCrs crs) {
    double[] numbers;
    try {
      numbers = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw bad(text);
    }
    if (!Arrays.stream(numbers).allMatch(Double::isFinite)
        || (numbers.length != 4 && numbers.length != 6)) {
      throw bad(text);
    }
    int second = numbers.length / 2;
    int x = crs.northFirst() ? 1 : 0;
    double west = numbers[x];
    double south = numbers[1 - x];
    double east = numbers[second + x];
    double north = numbers[second + 1 - x];
    if (south > north || (west > east && !crs.isGeographic())) {
      throw bad(text);
    }
    return west <= east
        ? new Box(crs, List.of(new double[] {west, south, east, north}))
        : new Box(
            crs,
            List.of(
                new double[] {west, south, 180, north}, new double[] {-180, south, east, north}));
  }

  String sql() {
    var parts = new ArrayList<String>();
    for (int i = 0; i < sides.size(); i++) {
      var box = "ST_MakeEnvelope(:west%1$d, :south%1$d, :east%1$d, :north%1$d, %2$d)";
      parts.add(
          "ST_Intersects(geom, "
              + (crs.isGeographic()
                      ? box
                      : "ST_Transform(ST_Segmentize(" + box + ", :piece%1$d::float8), 4490)")
                  .formatted(i, crs.srid())
              + ")");
    }
    return "(" + String.join(" OR ", parts) + ")";
  }

  <T extends SqlStatement<T>> void bind(T statement) {
    for (int i = 0; i < sides.size(); i++) {
      var side = sides.get(i);
      double longest = Math.max(side[2] - side[0], side[3] - side[1]);
      statement
          .bind("west" + i, side[0])
          .bind("south" + i, side[1])
          .bind("east" + i, side[2])
          .bind("north" + i, side[3])
          .bind("piece" + i, Math.max(1, longest / PIECES_A_SIDE));
    }
  }

  private static Fault bad(String text) {
    return new Fault(Fault.Kind.MALFORMED, "/bbox", "layer.box", text);
  }
}
