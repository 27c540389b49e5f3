package org.wanglou.command.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Api;
import org.wanglou.command.session.Callers;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.ids.Uuid7;

/** What every domain is built from. */
record Parts(
    ServerConfig config,
    Vertx vertx,
    Database database,
    EventLog events,
    Clock clock,
    Uuid7 ids,
    Api api,
    Callers callers,
    MeterRegistry metrics) {}
