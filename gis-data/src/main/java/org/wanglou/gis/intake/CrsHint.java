package org.wanglou.gis.intake;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;

/**
 * What a file says of its coordinates, in EPSG's code, in WKT or as ESRI writes WKT. It is shown to
 * who is asked for the system and compared with the answer; it never is the answer, because files
 * with the wrong one are common.
 *
 * @param name as people know it
 * @param code where it is one of the systems we read
 * @param foreign whether it has a code that is none of ours
 * @param degrees whether its coordinates are degrees, where that is clear
 */
public record CrsHint(
    String name, Optional<String> code, boolean foreign, Optional<Boolean> degrees) {
  private static final Pattern NAME = Pattern.compile("^\\s*\\w+\\s*\\[\\s*\"([^\"]*)\"");
  private static final Pattern EPSG =
      Pattern.compile("(?:ID|AUTHORITY)\\[\"EPSG\",\\s*\"?(\\d+)\"?]\\s*]\\s*$");
  private static final Pattern URN = Pattern.compile("EPSG:+(?:[\\d.]*:)?(\\d{4,5})");
  private static final Pattern MERIDIAN =
      Pattern.compile(
          "\"(?:Central_Meridian|Longitude of natural origin)\",\\s*([\\d.]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EASTING =
      Pattern.compile("\"False[_ ]easting\",\\s*([\\d.]+)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SAME_IN_3D = Set.of("EPSG:4979", "EPSG:4480");

  public static CrsHint of(String declared) {
    if (!declared.contains("[")) {
      var urn = URN.matcher(declared);
      if (declared.contains("CRS84")) {
        return new CrsHint("EPSG:4326", Optional.of("EPSG:4326"), false, Optional.of(true));
      }
      var code = urn.find() ? Optional.of("EPSG:" + urn.group(1)) : Optional.<String>empty();
      return known(code.orElse(declared), code);
    }
    var name = NAME.matcher(declared);
    var shown = name.find() ? name.group(1) : "WKT";
    var epsg = EPSG.matcher(declared);
    if (epsg.find()) {
      var code = "EPSG:" + epsg.group(1);
      return known(code + " " + shown, Optional.of(code));
    }
    boolean cgcs = declared.contains("2000");
    if (!declared.stripLeading().startsWith("PROJ")) {
      return new CrsHint(
          shown, Optional.of(cgcs ? "EPSG:4490" : "EPSG:4326"), false, Optional.of(true));
    }
    return new CrsHint(
        shown, cgcs ? gaussKrueger(declared) : Optional.empty(), false, Optional.of(false));
  }

  /** CGCS2000 in 3 degree zones: 4534 to 4554 without the zone's number, 4513 to 4533 with it. */
  private static Optional<String> gaussKrueger(String wkt) {
    Matcher meridian = MERIDIAN.matcher(wkt);
    Matcher easting = EASTING.matcher(wkt);
    if (!meridian.find() || !easting.find()) {
      return Optional.empty();
    }
    double degrees = Double.parseDouble(meridian.group(1));
    long falseEasting = Math.round(Double.parseDouble(easting.group(1)));
    if (degrees % 3 != 0 || degrees < 75 || degrees > 135) {
      return Optional.empty();
    }
    int step = (int) ((degrees - 75) / 3);
    if (falseEasting == 500_000) {
      return Optional.of("EPSG:" + (4534 + step));
    }
    return falseEasting == (25 + step) * 1_000_000L + 500_000
        ? Optional.of("EPSG:" + (4513 + step))
        : Optional.empty();
  }

  private static CrsHint known(String name, Optional<String> code) {
    try {
      var system = code.map(SourceCrs::of);
      return new CrsHint(name, code, false, system.map(SourceCrs::geographic));
    } catch (Fault notOurs) {
      return new CrsHint(
          name,
          Optional.empty(),
          code.filter(it -> !SAME_IN_3D.contains(it)).isPresent(),
          Optional.empty());
    }
  }

  /**
   * Whether the system that was told cannot be the one the file speaks of. Offset systems have no
   * code of their own, and their files say WGS84: that is no contradiction.
   */
  public boolean contradicts(SourceCrs asked) {
    if (foreign) {
      return true;
    }
    if (degrees.isPresent() && degrees.get() != asked.geographic()) {
      return true;
    }
    return code.isPresent() && !asked.geographic() && !sameGround(SourceCrs.of(code.get()), asked);
  }

  /** Zones of three and of six degrees share meridians; then both names mean the same. */
  private static boolean sameGround(SourceCrs a, SourceCrs b) {
    try {
      var there = b.from4490(111, 36.7);
      var back = a.to4490(there.x, there.y);
      return Math.abs(back.x - 111) < 1e-5 && Math.abs(back.y - 36.7) < 1e-5;
    } catch (Fault outOfZone) {
      return false;
    }
  }
}
