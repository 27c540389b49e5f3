package org.wanglou.gis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;

/**
 * Reads coordinates as people write them: degrees in decimals, with minutes and seconds,
 * Gauss-Krüger with and without the zone, with a word that marks GCJ-02 or BD-09. What can be read
 * in several ways gives several readings, those in the county first.
 */
public final class CoordinateText {
  private static final Pattern GCJ =
      Pattern.compile("gcj-?\\s?(02)?|火星(坐标)?|高德(地图|坐标)?|腾讯(地图|坐标)?|国测局|amap|tencent");
  private static final Pattern BD = Pattern.compile("bd-?\\s?(09)?(ll)?|百度(地图|坐标)?|baidu");
  private static final Pattern PLAIN =
      Pattern.compile(
          "wgs-?\\s?(84)?|cgcs\\s?2000|国家2000|大地2000|gps|北斗|坐标|位置|[()\\[\\]【】]|[:：]\\s*(?=[^\\d\\s])");
  private static final double SAME_PLACE_M = 1;
  private static final int MOST = 4;

  private CoordinateText() {}

  /**
   * @param county box in which a reading is likely; a null envelope when none is known
   * @return best first, empty when the text is no pair of coordinates
   */
  public static List<Reading> read(String text, Envelope county) {
    var folded = Folding.fold(text).strip();
    boolean gcj = GCJ.matcher(folded).find();
    boolean bd = BD.matcher(folded).find();
    var bare = folded;
    for (var mark : List.of(GCJ, BD, PLAIN)) {
      bare = mark.matcher(bare).replaceAll(" ");
    }
    var pair = WrittenPair.parse(bare.strip());
    if (pair.isEmpty() || (gcj && bd)) {
      return List.of();
    }
    var degrees = bd ? "BD-09" : gcj ? "GCJ-02" : "EPSG:4490";
    var readings = new ArrayList<Reading>();
    for (var guess : Guess.of(pair.get(), degrees, county)) {
      add(readings, guess, county);
    }
    readings.sort(likeliestFirst(county));
    return List.copyOf(readings.subList(0, Math.min(MOST, readings.size())));
  }

  private static void add(List<Reading> readings, Guess guess, Envelope county) {
    Coordinate at;
    try {
      at = SourceCrs.of(guess.crs()).to4490(guess.x(), guess.y());
    } catch (Fault outOfRange) {
      return; // this guess is not how it was meant
    }
    if (readings.stream().noneMatch(it -> Ground.distanceM(it.at(), at) < SAME_PLACE_M)) {
      readings.add(new Reading(at, guess.crs(), guess.latitudeFirst(), county.contains(at)));
    }
  }

  private static Comparator<Reading> likeliestFirst(Envelope county) {
    if (county.isNull()) {
      return Comparator.comparing(Reading::latitudeFirst);
    }
    return Comparator.comparing((Reading it) -> !it.inCounty())
        .thenComparingDouble(it -> it.at().distance(county.centre()));
  }
}
