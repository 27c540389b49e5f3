package org.wanglou.gis.osm;

import com.graphhopper.routing.util.parsers.helpers.OSMValueExtractor;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Numbers with units, as people write them in tags. What cannot be understood is unknown. */
final class Measures {
  private static final double KM_PER_MILE = 1.609344;
  private static final double KM_PER_NAUTICAL_MILE = 1.852;
  private static final Pattern SPEED =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(km/h|kmh|kph|mph|knots)?");

  /** Country codes before the colon are many; what stands after it means the same in most. */
  private static final Pattern IMPLICIT = Pattern.compile("[A-Z]{2}(?:-[A-Z]+)?:(.+)");

  private static final Pattern ZONE = Pattern.compile("(?:zone:?)?(\\d+)");
  private static final Map<String, Integer> WORDS =
      Map.of("walk", 7, "living_street", 20, "pedestrian_zone", 7, "urban", 50);
  private static final int FASTEST_KMH = 200;

  private Measures() {}

  /**
   * A speed limit in km/h. "none" is no limit and reads as unknown, so that the class decides; so
   * does "rural", which is another speed in each country.
   */
  static Optional<Integer> speedKmh(String value) {
    var text = value.strip();
    var implicit = IMPLICIT.matcher(text);
    if (implicit.matches()) {
      return implicitSpeed(implicit.group(1));
    }
    if (WORDS.containsKey(text)) {
      return Optional.of(WORDS.get(text));
    }
    var number = SPEED.matcher(text);
    return number.matches()
        ? sane(Double.parseDouble(number.group(1)) * factor(number.group(2)))
        : Optional.empty();
  }

  static Optional<Double> metres(String value) {
    return positive(value, OSMValueExtractor::stringToMeter);
  }

  static Optional<Double> tons(String value) {
    return positive(value, OSMValueExtractor::stringToTons);
  }

  static Optional<Integer> count(String value, int most) {
    try {
      int count = Integer.parseInt(value.strip());
      return count >= 1 && count <= most ? Optional.of(count) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> implicitSpeed(String word) {
    var zone = ZONE.matcher(word);
    return zone.matches()
        ? sane(Integer.parseInt(zone.group(1)))
        : Optional.ofNullable(WORDS.get(word));
  }

  private static double factor(String unit) {
    if ("mph".equals(unit)) {
      return KM_PER_MILE;
    }
    return "knots".equals(unit) ? KM_PER_NAUTICAL_MILE : 1;
  }

  private static Optional<Integer> sane(double kmh) {
    int rounded = (int) Math.round(kmh);
    return rounded >= 1 && rounded <= FASTEST_KMH ? Optional.of(rounded) : Optional.empty();
  }

  private static Optional<Double> positive(String value, ToDoubleFunction<String> reader) {
    if (value.isBlank() || OSMValueExtractor.isInvalidValue(value)) {
      return Optional.empty();
    }
    try {
      double number = reader.applyAsDouble(value);
      return number > 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
