package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;

/** Operations on orders of the contract's tag {@code dispatch}. */
public final class OrderRoutes {
  private final Database database;
  private final SendOrder send;
  private final AdvanceOrder advance;
  private final CountermandOrder countermand;

  public OrderRoutes(
      Database database, SendOrder send, AdvanceOrder advance, CountermandOrder countermand) {
    this.database = database;
    this.send = send;
    this.advance = advance;
    this.countermand = countermand;
  }

  public void register(Api api) {
    api.on("listOrders", Right.READ, this::list)
        .on("sendOrder", Right.ORDER_UNIT, this::send)
        .on("getOrder", Right.READ, this::get)
        .on("acknowledgeOrder", Right.ORDER_UNIT, call -> advance(call, OrderState.ACKNOWLEDGED))
        .on("departOrder", Right.ORDER_UNIT, call -> advance(call, OrderState.EN_ROUTE))
        .on("arriveOrder", Right.ORDER_UNIT, call -> advance(call, OrderState.ON_SCENE))
        .on("completeOrder", Right.ORDER_UNIT, call -> advance(call, OrderState.COMPLETE))
        .on("countermandOrder", Right.ORDER_UNIT, this::countermand);
  }

  private Answer list(Call call) {
    var incident = call.queryUuid("incident_id");
    boolean onlyActive = call.query("active").map(Boolean::valueOf).orElse(false);
    var before =
        call.cursor().map(it -> new OrderStore.Before(it.instant(0), it.part(1, UUID::fromString)));
    var rows =
        database.read(
            call.principal().realm(),
            tx -> OrderStore.page(tx, incident, onlyActive, before, call.limit() + 1));
    return Answer.ok(
        Cursor.page(
            rows, call.limit(), OrderJson::of, it -> Cursor.of(it.times().ordered(), it.id())));
  }

  private Answer get(Call call) {
    return Answer.ok(
        OrderJson.of(
            database.read(
                call.principal().realm(), tx -> OrderStore.require(tx, call.pathUuid("id")))));
  }

  private Answer send(Call call) {
    JsonObject body = call.body();
    var wish =
        new NewOrder(
            UUID.fromString(body.getString("incident_id")),
            UUID.fromString(body.getString("unit_id")),
            Optional.ofNullable(body.getString("task")));
    return Answer.created(send.send(call.principal(), call.requestKey(), wish));
  }

  private Answer advance(Call call, OrderState reached) {
    return Answer.ok(OrderJson.of(advance.advance(call.principal(), call.pathUuid("id"), reached)));
  }

  private Answer countermand(Call call) {
    return Answer.ok(
        OrderJson.of(
            countermand.countermand(
                call.principal(), call.pathUuid("id"), call.body().getString("reason"))));
  }
}
