package org.wanglou.command.recommendation;

import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Messages;
import org.wanglou.command.session.Right;

/** {@code GET /api/v1/incidents/{id}/recommendations}. */
public final class RecommendationRoutes {
  private static final double NS_IN_MS = 1e6;

  private final Recommend recommend;
  private final Messages messages = new Messages();

  public RecommendationRoutes(Recommend recommend) {
    this.recommend = recommend;
  }

  public void register(Api api) {
    api.on("recommend", Right.READ, this::recommend);
  }

  private Answer recommend(Call call) {
    long began = System.nanoTime();
    var recommendation = recommend.to(call.principal(), call.pathUuid("id"));
    double elapsedMs = Math.round((System.nanoTime() - began) / NS_IN_MS * 10) / 10.0;
    return Answer.ok(new RecommendationJson(messages, call.locale()).of(recommendation, elapsedMs));
  }
}
