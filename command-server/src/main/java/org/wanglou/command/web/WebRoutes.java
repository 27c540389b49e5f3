package org.wanglou.command.web;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Optional;
import org.wanglou.command.http.Messages;

/** {@code /map} and what it loads. */
public final class WebRoutes {
  private static final String PAGE = "index.html";
  private static final String POLICY = "Content-Security-Policy";
  private final Optional<Path> source;
  private final WorkerExecutor worker;
  private volatile WebFiles files;

  /**
   * @param source folder to read the own modules from at each loading of a page, for development
   */
  public WebRoutes(Vertx vertx, Optional<Path> source) {
    this.source = source;
    this.worker = vertx.createSharedWorkerExecutor("wanglou-web", 1);
    this.files = WebFiles.load(source);
  }

  public void mount(Router router) {
    router.get("/").handler(ctx -> ctx.redirect("/map"));
    router.get("/map").handler(this::page);
    router.get("/favicon.ico").handler(ctx -> send(ctx, "favicon.ico", "max-age=86400"));
    router.get("/a/:hash/*").handler(this::asset);
  }

  /** For the content security policy; in development too, where the map changes with the files. */
  public String importMapHash() {
    return files.importMapHash();
  }

  private void page(RoutingContext ctx) {
    if (source.isEmpty()) {
      sendPage(ctx);
      return;
    }
    worker
        .executeBlocking(() -> WebFiles.load(source), false)
        .onSuccess(
            fresh -> {
              var before = files.importMapHash();
              files = fresh;
              // The policy was written before the files were read again.
              ctx.response()
                  .headers()
                  .set(
                      POLICY,
                      ctx.response().headers().get(POLICY).replace(before, fresh.importMapHash()));
              sendPage(ctx);
            })
        .onFailure(ctx::fail);
  }

  private void sendPage(RoutingContext ctx) {
    var language = Messages.language(ctx.request().getHeader("Accept-Language"));
    files
        .page(PAGE, language.toLanguageTag())
        .ifPresentOrElse(
            html ->
                ctx.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Cache-Control", "no-cache")
                    .putHeader("Vary", "Accept-Language")
                    .end(html),
            () -> ctx.fail(404));
  }

  private void asset(RoutingContext ctx) {
    var path = ctx.normalizedPath();
    var prefix = files.prefix() + "/";
    if (!path.startsWith(prefix)) {
      ctx.fail(404); // another version: the page has to be loaded again
      return;
    }
    send(ctx, path.substring(prefix.length()), "public, max-age=31536000, immutable");
  }

  private void send(RoutingContext ctx, String path, String cache) {
    files
        .file(path)
        .ifPresentOrElse(
            bytes ->
                ctx.response()
                    .putHeader("Content-Type", mediaType(path))
                    .putHeader("Cache-Control", cache)
                    .end(Buffer.buffer(bytes)),
            () -> ctx.fail(404));
  }

  private static String mediaType(String path) {
    var dot = path.lastIndexOf('.');
    return switch (path.substring(dot + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "html" -> "text/html; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "ico" -> "image/x-icon";
      case "woff2" -> "font/woff2";
      default -> "application/octet-stream";
    };
  }
}
