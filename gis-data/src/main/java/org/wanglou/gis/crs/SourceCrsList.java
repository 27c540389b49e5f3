package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.List;

/** The systems, with their codes in the register of EPSG. */
final class SourceCrsList {
  private static final double A = 6_378_137;
  private static final double CGCS2000 = 1 / 298.257222101;
  private static final double WGS84 = 1 / 298.257223563;

  private SourceCrsList() {}

  static List<SourceCrs> make() {
    var all = new ArrayList<SourceCrs>();
    all.add(degrees("EPSG:4490", "CGCS2000 经纬度", "CGCS2000, longitude and latitude"));
    all.add(degrees("EPSG:4326", "WGS84 经纬度", "WGS84, longitude and latitude"));
    all.add(
        new SourceCrs(
            "GCJ-02",
            "GCJ-02 火星坐标（高德、腾讯）",
            "GCJ-02, offset coordinates of AMap and Tencent",
            true,
            new Gcj02()));
    all.add(
        new SourceCrs(
            "BD-09", "BD-09 百度坐标", "BD-09, offset coordinates of Baidu", true, new Bd09()));
    all.add(new SourceCrs("EPSG:3857", "网络墨卡托", "Web Mercator", false, new WebMercator()));
    gaussKrueger(all, 4534, 4513, 3, 25, 45);
    gaussKrueger(all, 4502, 4491, 6, 13, 23);
    for (int zone = 1; zone <= 60; zone++) {
      int meridian = 6 * zone - 183;
      all.add(
          new SourceCrs(
              "EPSG:" + (32600 + zone),
              "WGS84 / UTM 北 " + zone + " 带",
              "WGS84 / UTM zone " + zone + "N",
              false,
              zone(WGS84, 0.9996, meridian, 500_000, 6)));
    }
    return List.copyOf(all);
  }

  private static SourceCrs degrees(String code, String nameZh, String nameEn) {
    return new SourceCrs(code, nameZh, nameEn, true, new Degrees());
  }

  /** Each zone twice: with its easting from 500 km, and with the zone's number before that. */
  private static void gaussKrueger(
      List<SourceCrs> all, int firstPlain, int firstPrefixed, int width, int first, int last) {
    for (int zone = first; zone <= last; zone++) {
      int meridian = width == 3 ? 3 * zone : 6 * zone - 3;
      all.add(
          new SourceCrs(
              "EPSG:" + (firstPlain + zone - first),
              "CGCS2000 / 高斯-克吕格 " + width + " 度带，中央经线 " + meridian + "°E，6 位横坐标",
              "CGCS2000 / "
                  + width
                  + "-degree Gauss-Krüger, CM "
                  + meridian
                  + "E, six-digit easting",
              false,
              zone(CGCS2000, 1, meridian, 500_000, width)));
      all.add(
          new SourceCrs(
              "EPSG:" + (firstPrefixed + zone - first),
              "CGCS2000 / 高斯-克吕格 " + width + " 度带第 " + zone + " 带，8 位横坐标（含带号）",
              "CGCS2000 / "
                  + width
                  + "-degree Gauss-Krüger zone "
                  + zone
                  + ", eight-digit easting with the zone",
              false,
              zone(CGCS2000, 1, meridian, zone * 1_000_000. + 500_000, width)));
    }
  }

  private static Zone zone(double f, double scale, int meridian, double falseEastingM, int width) {
    var projection = new TransverseMercator(A, f, scale, meridian, falseEastingM);
    return new Zone(projection, meridian, width);
  }
}
