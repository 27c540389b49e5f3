package org.wanglou.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wanglou.command.dispatch.OrderState.ACKNOWLEDGED;
import static org.wanglou.command.dispatch.OrderState.COMPLETE;
import static org.wanglou.command.dispatch.OrderState.COUNTERMANDED;
import static org.wanglou.command.dispatch.OrderState.EN_ROUTE;
import static org.wanglou.command.dispatch.OrderState.ON_SCENE;
import static org.wanglou.command.dispatch.OrderState.ORDERED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.wanglou.command.unit.UnitStatus;

class OrderStatePropertyTest {
  // Written down by hand, so that the rule in the enum has something to be held against.
  private static final Map<OrderState, Set<OrderState>> ALLOWED =
      Map.of(
          ORDERED, Set.of(ACKNOWLEDGED, EN_ROUTE, ON_SCENE, COUNTERMANDED),
          ACKNOWLEDGED, Set.of(EN_ROUTE, ON_SCENE, COUNTERMANDED),
          EN_ROUTE, Set.of(ON_SCENE, COUNTERMANDED),
          ON_SCENE, Set.of(COMPLETE, COUNTERMANDED),
          COMPLETE, Set.of(),
          COUNTERMANDED, Set.of());

  @Property
  void a_random_walk_takes_only_allowed_steps_and_its_times_go_forward(
      @ForAll @Size(max = 12) List<OrderState> wishes,
      @ForAll @Size(value = 12) List<@IntRange(min = -30, max = 300) Integer> secondsLater) {
    var order = order();
    var now = order.times().ordered();
    for (int i = 0; i < wishes.size(); i++) {
      now = now.plusSeconds(secondsLater.get(i));
      order = step(order, wishes.get(i), now);
      assertThat(times(order)).isSorted();
      assertThat(order.times().last()).isEqualTo(times(order).get(times(order).size() - 1));
    }
    assertThat(order.times().completed().isPresent()).isEqualTo(order.state() == COMPLETE);
    assertThat(order.times().countermanded().isPresent()).isEqualTo(order.state() == COUNTERMANDED);
  }

  private static DispatchOrder step(DispatchOrder order, OrderState wish, Instant now) {
    boolean allowed = ALLOWED.get(order.state()).contains(wish);
    assertThat(order.state().mayBecome(wish)).isEqualTo(allowed);
    if (!allowed) {
      assertThatThrownBy(() -> order.become(wish, now, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
      return order;
    }
    return order.become(wish, now, Optional.empty());
  }

  @Property
  void an_active_order_binds_its_unit_and_an_ended_one_sets_it_free(
      @ForAll OrderState from, @ForAll OrderState to) {
    if (!from.mayBecome(to)) {
      return;
    }
    assertThat(from.unitAfter(to).mayBeOrdered()).isEqualTo(!to.isActive());
  }

  @Test
  void a_countermanded_unit_drives_home_only_if_it_had_left() {
    assertThat(ORDERED.unitAfter(COUNTERMANDED)).isEqualTo(UnitStatus.AVAILABLE);
    assertThat(ACKNOWLEDGED.unitAfter(COUNTERMANDED)).isEqualTo(UnitStatus.AVAILABLE);
    assertThat(EN_ROUTE.unitAfter(COUNTERMANDED)).isEqualTo(UnitStatus.RETURNING);
    assertThat(ON_SCENE.unitAfter(COUNTERMANDED)).isEqualTo(UnitStatus.RETURNING);
  }

  @Test
  void a_state_that_was_passed_without_a_report_has_no_time() {
    var order = order();
    var arrived = order.become(ON_SCENE, order.times().ordered().plusSeconds(60), Optional.empty());
    assertThat(arrived.times().acknowledged()).isEmpty();
    assertThat(arrived.times().departed()).isEmpty();
  }

  private static List<Instant> times(DispatchOrder order) {
    var t = order.times();
    return Stream.of(
            Optional.of(t.ordered()),
            t.acknowledged(),
            t.departed(),
            t.arrived(),
            t.completed(),
            t.countermanded())
        .flatMap(Optional::stream)
        .toList();
  }

  private static DispatchOrder order() {
    return new DispatchOrder(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "消防01",
        Optional.empty(),
        ORDERED,
        "wang",
        OrderTimes.orderedAt(Instant.parse("2026-01-05T02:00:00Z")),
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
