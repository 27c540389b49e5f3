package org.wanglou.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be whole on the screens a county has. */
class NarrowScreenTest extends AtTheScreen {
  private static final String COVERING =
      """
      () => {
        const mark = document.querySelector('.watermark').getBoundingClientRect();
        const map = document.querySelector('main.map').getBoundingClientRect();
        const covers = [...document.querySelectorAll('.float')].filter((it) => {
          const box = it.getBoundingClientRect();
          return box.left < mark.right && mark.left < box.right && box.top < mark.bottom && mark.top < box.bottom;
        });
        const cut = mark.left < map.left || mark.right > map.right || mark.top < map.top;
        return [...covers.map((it) => it.className), ...(cut ? ['cut'] : [])];
      }""";

  @BeforeEach
  void openAsAdministrator() {
    ImportFixtures.on(screen).live();
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 1600, 1920})
  void the_mark_of_invented_data_is_never_covered_or_cut(int width) {
    screen.page().setViewportSize(width, 768);
    screen.page().keyboard().press("l");
    screen.get("layers-panel").waitFor();
    assertThat(covering()).isEmpty();
    screen.page().getByText("English").click();
    assertThat(covering()).isEmpty();
    screen.get("import").click();
    screen.get("import-panel").waitFor();
    assertThat(covering()).as("beside the wizard").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"中文", "English"})
  void what_the_search_takes_is_readable_in_its_empty_field(String language) {
    screen.page().setViewportSize(1366, 768);
    if ("English".equals(language)) {
      screen.page().getByText(language).click();
    }
    var isWhole =
        screen
            .get("search")
            .evaluate(
                """
                (field) => {
                  const g = document.createElement('canvas').getContext('2d');
                  const style = getComputedStyle(field);
                  g.font = style.font;
                  const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                  return g.measureText(field.placeholder).width <= room;
                }""");
    assertThat(isWhole).isEqualTo(true);
  }

  private List<?> covering() {
    return (List<?>) screen.page().evaluate(COVERING);
  }
}
