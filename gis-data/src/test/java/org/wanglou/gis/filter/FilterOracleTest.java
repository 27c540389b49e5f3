package org.wanglou.gis.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.db.TestDatabase;
import org.wanglou.gis.geo.Ground;

/** The SQL selects what another program selects of the same features. */
class FilterOracleTest {
  private static final int FILTERS = 1_500;

  @Test
  void random_filters_select_the_features_that_geotools_selects_in_memory() throws Exception {
    var wells = Wells.invented(150, 7);
    var memory = Wells.inMemory(wells);
    var filters = new RandomFilters(42);
    try (var db = TestDatabase.fresh("gis")) {
      db.database()
          .reference(
              tx -> {
                Wells.store(tx, wells);
                return null;
              });
      int selective = 0;
      for (int i = 0; i < FILTERS; i++) {
        var ecql = filters.next(3);
        Filter filter = ECQL.toFilter(ecql);
        var expected =
            memory.stream()
                .filter(filter::evaluate)
                .map(it -> it.getID())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(selected(db, ecql)).as(ecql).isEqualTo(expected);
        selective += expected.isEmpty() || expected.size() == wells.size() ? 0 : 1;
      }
      assertThat(selective).as("filters that tell features apart").isGreaterThan(FILTERS * 6 / 10);
    }
  }

  @Test
  void distances_are_metres_on_the_ellipsoid() {
    var random = new Random(11);
    var wells =
        Wells.invented(400, 3).stream().filter(it -> it.geometry().getDimension() == 0).toList();
    try (var db = TestDatabase.fresh("gis")) {
      db.database()
          .reference(
              tx -> {
                Wells.store(tx, wells);
                return null;
              });
      for (int i = 0; i < 60; i++) {
        var from = new Coordinate(110 + random.nextDouble() * 8, 36 + random.nextDouble() * 8);
        double km = 20 + random.nextInt(600);
        var expected =
            wells.stream()
                .filter(it -> Ground.distanceM(from, it.geometry().getCoordinate()) <= km * 1_000)
                .map(it -> it.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        var ecql = "(geom, POINT(%s %s), %s, kilometers)".formatted(from.x, from.y, km);
        assertThat(selected(db, "DWITHIN" + ecql)).as(ecql).isEqualTo(expected);
        var beyond = selected(db, "BEYOND" + ecql);
        beyond.addAll(expected);
        assertThat(beyond).as("beyond, and the rest").hasSize(wells.size());
      }
    }
  }

  private static Set<String> selected(TestDatabase db, String ecql) {
    return db.database().reference(tx -> Wells.selected(tx, ecql));
  }
}
