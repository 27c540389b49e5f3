package org.wanglou.command.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Right;

/**
 * Routes from the contract to the domains. A domain registers each of its operations; everything a
 * request has to fulfil before is done here: recognised sender, CSRF token, right, contract.
 *
 * <p>Registered work runs on a bounded worker pool of the size of the database's connection pool;
 * it may block and may throw {@link org.wanglou.gis.fault.Fault}. Operations without sign-in run on
 * a small pool of their own, so that a flood at the door does not stop the desk.
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final int DOOR_WORKERS = 2;
  private static final int DRAWING_WORKERS = 2;
  private static final String DRAWING_TAG = "tile";
  // A picture of another's server may take seconds; it holds up nothing but its like.
  private static final int IMAGERY_WORKERS = 4;
  private static final String IMAGERY_TAG = "imagery";
  private static final int FILE_WORKERS = 2;
  private static final String FILE_TAG = "import";
  // More than this per worker is not worked off while anybody still waits for it.
  private static final int WAITING_PER_WORKER = 100;

  /** What a domain does for a call. */
  @FunctionalInterface
  public interface Work {
    Answer answer(Call call);
  }

  private record Registered(Optional<Right> right, Work work) {}

  private static final Registered NOT_YET =
      new Registered(
          Optional.empty(),
          call -> {
            throw new HttpException(501);
          });

  private final Vertx vertx;
  private final Contract contract;
  private final Gate gate;
  private final Messages messages;
  private final Queue desk;
  private final Queue door;
  private final Queue drawing;
  private final Queue imagery;
  private final Queue files;
  private final Uploads uploads;
  private final Map<String, Registered> operations = new ConcurrentHashMap<>();

  private record Queue(WorkerExecutor workers, int most, AtomicInteger waiting) {
    static Queue of(Vertx vertx, String name, int size) {
      return new Queue(
          vertx.createSharedWorkerExecutor(name, size),
          size * WAITING_PER_WORKER,
          new AtomicInteger());
    }
  }

  /**
   * Where files that come with a form are put.
   *
   * @param folder made when it is missing; what is left there by a server that was killed goes
   * @param largestBytes a longer request is refused
   */
  public record Uploads(Path folder, long largestBytes) {}

  /**
   * @param workers calls worked on at once, the size of the database's connection pool
   */
  public Api(
      Vertx vertx, Contract contract, Gate gate, Messages messages, int workers, Uploads uploads) {
    this.vertx = vertx;
    this.contract = contract;
    this.gate = gate;
    this.messages = messages;
    this.desk = Queue.of(vertx, "wanglou-desk", workers);
    this.door = Queue.of(vertx, "wanglou-door", DOOR_WORKERS);
    this.drawing = Queue.of(vertx, "wanglou-drawing", DRAWING_WORKERS);
    this.imagery = Queue.of(vertx, "wanglou-imagery", IMAGERY_WORKERS);
    this.files = Queue.of(vertx, "wanglou-files", FILE_WORKERS);
    this.uploads = uploads;
  }

  /** Registers an operation of the contract for senders who hold a right. */
  public Api on(String operationId, Right right, Work work) {
    return register(operationId, new Registered(Optional.of(right), work));
  }

  /** Registers an operation that needs no right: for anybody, or for anybody signed in. */
  public Api on(String operationId, Work work) {
    return register(operationId, new Registered(Optional.empty(), work));
  }

  private Api register(String operationId, Registered registered) {
    if (contract.document().operation(operationId) == null) {
      throw new IllegalArgumentException(operationId + " is not in the contract");
    }
    if (operations.putIfAbsent(operationId, registered) != null) {
      throw new IllegalArgumentException(operationId + " is registered twice");
    }
    return this;
  }

  /** The registered operations. */
  public Set<String> registered() {
    return Set.copyOf(operations.keySet());
  }

  public Contract contract() {
    return contract;
  }

  /**
   * The server's router. What is no operation of the contract is added to it by the caller.
   *
   * @param first handlers that each request passes first
   */
  public Router router(List<Handler<RoutingContext>> first) {
    var builder = RouterBuilder.create(vertx, contract.document());
    first.forEach(builder::rootHandler);
    for (var route : builder.getRoutes()) {
      var operation = route.getOperation();
      var body = bodyHandler(operation);
      // The checks of the contract are done in RequestCheck: its pointers name every bad field.
      route
          .setDoValidation(false)
          .setDoSecurity(false)
          .addHandler(ctx -> admitBeforeUpload(ctx, operation))
          .addHandler(ctx -> body.handle(ctx)) // as a lambda: Vert.x sorts the class before others
          .addHandler(ctx -> serve(ctx, operation));
    }
    var router = builder.createRouter();
    for (int status : new int[] {400, 404, 405, 413, 414, 415, 431, 500, 501, 503}) {
      router.errorHandler(status, ctx -> refuse(ctx, status));
    }
    new ApiPages(contract).mount(router);
    return router;
  }

  private BodyHandler bodyHandler(Operation operation) {
    if (!Contract.takesFile(operation)) {
      return BodyHandler.create(false).setBodyLimit(Contract.bodyBytes(operation));
    }
    return BodyHandler.create(uploads.folder().toString())
        .setBodyLimit(uploads.largestBytes())
        .setDeleteUploadedFilesOnEnd(true);
  }

  /** A stranger's gigabyte is not written to our disk first. */
  private void admitBeforeUpload(RoutingContext ctx, Operation operation) {
    if (!Contract.takesFile(operation)) {
      ctx.next();
      return;
    }
    ctx.request().pause();
    var head = ReceivedRequest.of(ctx);
    var registered = operations.getOrDefault(operation.getOperationId(), NOT_YET);
    desk.workers()
        .executeBlocking(
            () -> {
              var caller = gate.admit(head, operation.getOperationId());
              registered.right().ifPresent(right -> caller.principal().require(right));
              return null;
            },
            false)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                ctx.request().resume();
                ctx.next();
              } else {
                // Nobody reads the rest of the request, so the connection cannot be used again.
                ctx.response().putHeader("Connection", "close");
                send(ctx, Problems.of(done.cause(), operation.getOperationId()));
              }
            });
  }

  private void serve(RoutingContext ctx, Operation operation) {
    var registered = operations.getOrDefault(operation.getOperationId(), NOT_YET);
    var request = ReceivedRequest.of(ctx); // throws for an unreadable query: before it is counted
    var queue = queue(operation);
    if (queue.waiting().incrementAndGet() > queue.most()) {
      queue.waiting().decrementAndGet();
      send(ctx, Problem.away("request.busy"));
      return;
    }
    queue
        .workers()
        .executeBlocking(() -> answer(request, operation, registered), false)
        .onComplete(
            done -> {
              queue.waiting().decrementAndGet();
              if (done.succeeded()) {
                send(ctx, done.result());
              } else {
                send(ctx, Problems.of(done.cause(), operation.getOperationId()));
              }
            });
  }

  private Queue queue(Operation operation) {
    if (operation.getTags().contains(DRAWING_TAG)) {
      return drawing;
    }
    if (operation.getTags().contains(IMAGERY_TAG)) {
      return imagery;
    }
    if (operation.getTags().contains(FILE_TAG)) {
      return files;
    }
    return contract.isOpen(operation) ? door : desk;
  }

  private Answer answer(ReceivedRequest request, Operation operation, Registered registered) {
    var caller = contract.isOpen(operation) ? null : admit(request, operation);
    registered.right().ifPresent(right -> caller.principal().require(right));
    var call =
        request.toCall(
            Optional.ofNullable(caller), contract.check(operation.getOperationId()), gate);
    return registered.work().answer(call);
  }

  private Caller admit(ReceivedRequest request, Operation operation) {
    return operation.getTags().contains(DRAWING_TAG)
        ? gate.admitAgain(request, operation.getOperationId())
        : gate.admit(request, operation.getOperationId());
  }

  private void send(RoutingContext ctx, Answer answer) {
    var response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(answer.status()).putHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::putHeader);
    if (answer.status() == 204) {
      response.end();
    } else if (answer.file().isPresent()) {
      var file = answer.file().get().toString();
      response
          .putHeader("Content-Type", answer.contentType())
          .sendFile(file)
          .onFailure(e -> LOG.warn("{} was not sent: {}", file, e.toString()))
          .eventually(() -> vertx.fileSystem().delete(file))
          .onFailure(e -> LOG.warn("{} stays: {}", file, e.toString()));
    } else {
      response.putHeader("Content-Type", answer.contentType()).end(answer.body());
    }
  }

  private void refuse(RoutingContext ctx, int status) {
    if (ctx.failure() != null && !(ctx.failure() instanceof HttpException)) {
      send(ctx, Problems.of(ctx.failure(), ctx.request().method() + " " + ctx.request().path()));
    } else {
      send(ctx, Problem.plain(status, "request.status_" + status));
    }
  }

  /** Answers with a problem in the reader's language. */
  public void send(RoutingContext ctx, Problem problem) {
    var response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    var request = ctx.request();
    var reader =
        Reader.of(request.getHeader("Accept-Language"), request.getHeader(Reader.ZONE_HEADER));
    response
        .setStatusCode(problem.status())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Language", reader.language().toLanguageTag())
        .putHeader("Content-Type", Problem.MEDIA_TYPE);
    problem
        .retryAfterS()
        .ifPresent(seconds -> response.putHeader("Retry-After", String.valueOf(seconds)));
    response.end(Buffer.buffer(problem.toJson(messages, reader).encode()));
  }
}
