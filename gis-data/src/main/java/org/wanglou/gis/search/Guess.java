package org.wanglou.gis.search;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.crs.SourceCrs;

/** A system and an order in which a written pair could be meant. */
record Guess(String crs, double x, double y, boolean latitudeFirst) {
  private static final double LEAST_METRES = 100_000;

  /** Northings of China: between the equator's 0 and 54 degrees. */
  private static final double MOST_NORTHING = 6_000_000;

  static List<Guess> of(WrittenPair pair, String degrees, Envelope county) {
    var guesses = new ArrayList<Guess>();
    boolean metres = pair.first() >= LEAST_METRES && pair.second() >= LEAST_METRES;
    if (pair.mayBeLonLat()) {
      add(guesses, metres, degrees, pair.first(), pair.second(), false, county);
    }
    if (pair.mayBeLatLon()) {
      add(guesses, metres, degrees, pair.second(), pair.first(), true, county);
    }
    return guesses;
  }

  private static void add(
      List<Guess> guesses,
      boolean metres,
      String degrees,
      double x,
      double y,
      boolean latitudeFirst,
      Envelope county) {
    if (!metres) {
      guesses.add(new Guess(degrees, x, y, latitudeFirst));
      return;
    }
    if (y > MOST_NORTHING) {
      return;
    }
    for (var crs : SourceCrs.all()) {
      if (mayBeOf(crs, x, county)) {
        guesses.add(new Guess(crs.code(), x, y, latitudeFirst));
      }
    }
  }

  /** An easting of eight digits names its zone; one of six or seven leaves it to the county. */
  private static boolean mayBeOf(SourceCrs crs, double x, Envelope county) {
    int code = crs.geographic() ? 0 : Integer.parseInt(crs.code().substring(5));
    boolean prefixed = (code >= 4513 && code <= 4533) || (code >= 4491 && code <= 4501);
    boolean plain = (code >= 4534 && code <= 4554) || (code >= 4502 && code <= 4512);
    if (x >= 10_000_000) {
      int first = code >= 4513 ? 25 - 4513 : 13 - 4491;
      return prefixed && code + first == (int) (x / 1_000_000);
    }
    if (!plain || x >= 1_000_000 || county.isNull()) {
      return false;
    }
    Coordinate centre = county.centre();
    return crs.serves(centre.x, centre.y);
  }
}
