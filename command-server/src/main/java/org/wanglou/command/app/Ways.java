package org.wanglou.command.app;

import org.wanglou.command.closure.CloseRoad;
import org.wanglou.command.closure.ClosureRoutes;
import org.wanglou.command.closure.Closures;
import org.wanglou.command.closure.LiftClosure;
import org.wanglou.command.nearest.NearestRoutes;
import org.wanglou.command.recommendation.Recommend;
import org.wanglou.command.recommendation.RecommendationRoutes;
import org.wanglou.command.road.RoadRoutes;
import org.wanglou.command.road.Roads;

/** Builds the operations on roads: ways, closures, who is nearest, whom to send. */
record Ways(Parts parts, Roads roads) {
  void register(Domains domains) {
    var database = parts.database();
    var clock = parts.clock();
    var api = parts.api();
    new RoadRoutes(database, roads).register(api);
    new NearestRoutes(database, roads, clock).register(api);
    new RecommendationRoutes(new Recommend(database, roads, clock)).register(api);
    var closures =
        new ClosureRoutes(
            database,
            roads,
            new CloseRoad(database, parts.events(), roads, clock, parts.ids()),
            new LiftClosure(database, parts.events(), roads, clock),
            clock);
    closures.register(api);
    domains.readiness.put("graph", roads::isReady);
    domains.snapshotParts.add(closures);
    domains.toClose.add(Closures.watch(parts.vertx(), database, parts.events(), roads, clock));
  }
}
