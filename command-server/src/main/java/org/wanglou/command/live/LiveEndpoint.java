package org.wanglou.command.live;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Gate;
import org.wanglou.command.http.Problem;
import org.wanglou.command.http.Problems;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Right;
import org.wanglou.gis.fault.Fault;

/**
 * The upgrade at {@code GET /api/v1/live}: from the own origin only, by somebody who is signed in
 * and may read. Browsers always send an origin; programs that send none need credentials all the
 * same.
 */
public final class LiveEndpoint {
  private static final int MOST_SOCKETS_OF_A_USER = 20;
  private static final int WORKERS = 2;

  private final LiveHub hub;
  private final Gate gate;
  private final Api api;
  private final WorkerExecutor workers;
  private final String scheme;

  /**
   * @param secure whether browsers reach the server by https
   */
  public LiveEndpoint(Vertx vertx, LiveHub hub, Gate gate, Api api, boolean secure) {
    this.hub = hub;
    this.gate = gate;
    this.api = api;
    this.workers = vertx.createSharedWorkerExecutor("wanglou-live-door", WORKERS);
    this.scheme = secure ? "https://" : "http://";
  }

  public void mount(Router router) {
    router.get("/api/v1/live").handler(this::upgrade);
  }

  private void upgrade(RoutingContext ctx) {
    var request = ctx.request();
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      api.send(ctx, Problem.plain(426, "live.not_a_websocket"));
      return;
    }
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !origin.equalsIgnoreCase(scheme + request.getHeader(HttpHeaders.HOST))) {
      api.send(ctx, Problem.plain(403, "live.foreign_origin", origin));
      return;
    }
    var authorization = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION));
    var cookie = Optional.ofNullable(request.getCookie(Gate.COOKIE)).map(it -> it.getValue());
    request.pause();
    workers
        .executeBlocking(() -> admit(authorization, cookie), false)
        .onComplete(
            done -> {
              if (done.failed()) {
                request.resume();
                api.send(ctx, Problems.of(done.cause(), "live"));
              } else {
                open(ctx, done.result());
              }
            });
  }

  private Caller admit(Optional<String> authorization, Optional<String> cookie) {
    var caller =
        gate.recognise(authorization, cookie)
            .orElseThrow(() -> new Fault(Fault.Kind.UNAUTHENTICATED, "", "session.required"));
    if (caller.user().mustChangePassword()) {
      throw new Fault(Fault.Kind.FORBIDDEN, "", "session.password_must_change");
    }
    caller.principal().require(Right.READ);
    return caller;
  }

  private void open(RoutingContext ctx, Caller caller) {
    if (hub.openSocketsOf(caller) >= MOST_SOCKETS_OF_A_USER) {
      api.send(ctx, Problem.plain(429, "live.too_many_sockets", MOST_SOCKETS_OF_A_USER));
      return;
    }
    ctx.request()
        .toWebSocket()
        .onSuccess(socket -> hub.accept(socket, caller))
        .onFailure(e -> api.send(ctx, Problem.plain(400, "live.not_a_websocket")));
  }
}
