package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.fault.Fault;

class CursorTest {
  @Property(tries = 200)
  void what_was_put_in_comes_out(@ForAll String a, @ForAll long b) {
    var cursor = Cursor.parse(Cursor.of(a, b).text());
    String first = cursor.part(0, it -> it);
    long second = cursor.part(1, Long::parseLong);
    assertThat(first).isEqualTo(a);
    assertThat(second).isEqualTo(b);
  }

  @Test
  void what_is_no_cursor_is_refused() {
    for (var text : new String[] {"", "!", "e30", "WzFd", "W251bGxd"}) {
      assertThatThrownBy(() -> Cursor.parse(text).part(0, it -> it))
          .as(text)
          .isInstanceOf(Fault.class);
    }
    var words = Cursor.of("many");
    assertThatThrownBy(() -> words.part(0, Long::valueOf)).isInstanceOf(Fault.class);
    var never = Cursor.of("+1000000000-12-31T00:00:00Z");
    assertThatThrownBy(() -> never.instant(0)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> words.part(1, it -> it)).isInstanceOf(Fault.class);
  }

  @Test
  void one_row_more_than_asked_for_shows_that_a_page_follows() {
    var page = page(List.of(1, 2, 3), 2);
    assertThat(page.getJsonArray("results")).hasSize(2);
    int last = Cursor.parse(page.getString("next")).part(0, Integer::parseInt);
    assertThat(last).isEqualTo(2);
    assertThat(page(List.of(1, 2), 2).getString("next")).isNull();
    assertThat(page(List.of(), 2).getJsonArray("results")).isEmpty();
  }

  private static JsonObject page(List<Integer> rows, int limit) {
    return Cursor.page(rows, limit, n -> new JsonObject().put("n", n), n -> Cursor.of(n));
  }
}
