package org.wanglou.gis.filter;

import java.util.List;
import java.util.Random;

/** Filters in ECQL that make sense for {@link Wells}. */
final class RandomFilters {
  private static final List<String> SIGNS = List.of("=", "<>", "<", "<=", ">", ">=");
  private static final List<String> PATTERNS =
      List.of("%井", "w%", "W%", "_ell", "%\\%", "x\\_y", "%''%", "%", "", "%k\\\\s%");
  private static final List<String> RELATIONS =
      List.of("INTERSECTS", "WITHIN", "CONTAINS", "DISJOINT", "TOUCHES", "CROSSES", "OVERLAPS");

  private final Random random;

  RandomFilters(long seed) {
    this.random = new Random(seed);
  }

  String next(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return atom();
    }
    return switch (random.nextInt(4)) {
      case 0 -> "NOT (" + next(depth - 1) + ")";
      case 1, 2 -> "(" + next(depth - 1) + " AND " + next(depth - 1) + ")";
      default -> "(" + next(depth - 1) + " OR " + next(depth - 1) + ")";
    };
  }

  private String atom() {
    return switch (random.nextInt(11)) {
      case 0 -> "depth " + one(SIGNS) + " " + (random.nextInt(6) - 2);
      case 1 -> "yield " + one(SIGNS) + " " + random.nextInt(8) / 4.0;
      case 2 -> "kind " + one(SIGNS) + " " + text();
      case 3 -> "kind " + one(List.of("LIKE", "ILIKE", "NOT LIKE")) + " '" + one(PATTERNS) + "'";
      case 4 -> "depth " + one(List.of("IN", "NOT IN")) + " (0, 2, 3)";
      case 5 -> "kind IN (" + text() + ", " + text() + ")";
      case 6 -> "yield " + one(List.of("BETWEEN", "NOT BETWEEN")) + " 0.5 AND 1.25";
      case 7 ->
          one(List.of("kind", "depth", "covered", "dug"))
              + one(List.of(" IS NULL", " IS NOT NULL"));
      case 8 -> "covered = " + random.nextBoolean();
      case 9 -> "dug " + one(SIGNS) + " 2024-02-15";
      default -> spatial();
    };
  }

  private String spatial() {
    var shape = Wells.shape(random);
    if (random.nextInt(3) == 0) {
      var box = shape.getEnvelopeInternal();
      return "BBOX(geom, %s, %s, %s, %s)"
          .formatted(box.getMinX(), box.getMinY(), box.getMaxX() + 0.5, box.getMaxY() + 1);
    }
    var relation = one(RELATIONS);
    return random.nextBoolean()
        ? relation + "(geom, " + shape.toText() + ")"
        : relation + "(" + shape.toText() + ", geom)";
  }

  private String text() {
    return "'" + one(Wells.KINDS).replace("'", "''") + "'";
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
