package org.wanglou.command.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RemainingWayTest {
  private static final LineString WAY = line("LINESTRING(110.9 36.7, 110.91 36.7, 110.91 36.71)");

  @Test
  void what_lies_behind_the_unit_is_not_before_it() {
    var rest = RemainingWay.of(WAY, Optional.of(point("POINT(110.91 36.705)")));
    assertThat(rest.getLength()).isBetween(0.0049, 0.0051);
    assertThat(RemainingWay.runsOn(rest, List.of(line("LINESTRING(110.9 36.7, 110.91 36.7)"))))
        .isFalse();
  }

  @Test
  void a_unit_that_is_far_off_its_way_has_the_whole_way_before_it() {
    assertThat((Object) RemainingWay.of(WAY, Optional.of(point("POINT(110.95 36.75)"))))
        .isEqualTo(WAY);
    assertThat((Object) RemainingWay.of(WAY, Optional.empty())).isEqualTo(WAY);
  }

  @Test
  void a_way_that_begins_in_the_middle_of_an_edge_runs_on_it() {
    var edge = line("LINESTRING(110.89 36.7, 110.91 36.7)");
    assertThat(RemainingWay.runsOn(WAY, List.of(edge))).isTrue();
    assertThat(RemainingWay.runsOn(WAY.reverse(), List.of(edge))).isTrue();
  }

  @Test
  void crossing_or_touching_an_edge_is_not_running_on_it() {
    assertThat(
            RemainingWay.runsOn(
                WAY,
                List.of(
                    line("LINESTRING(110.905 36.69, 110.905 36.71)"),
                    line("LINESTRING(110.91 36.71, 110.92 36.72)"))))
        .isFalse();
  }

  @Test
  void a_road_beside_is_another_road() {
    assertThat(RemainingWay.runsOn(WAY, List.of(line("LINESTRING(110.9 36.7001, 110.91 36.7001)"))))
        .isFalse();
  }

  private static LineString line(String wkt) {
    return (LineString) read(wkt);
  }

  private static Point point(String wkt) {
    return (Point) read(wkt);
  }

  private static org.locationtech.jts.geom.Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
