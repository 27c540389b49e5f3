package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

/** The protocol of {@code docs/live-protocol.md}, seen from a real socket. */
class LiveTest {
  private TestServer server;
  private TestClient admin;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_client_gets_the_snapshot_and_then_each_event_in_order_while_eight_write()
      throws Exception {
    try (var socket = listen()) {
      long from = hello(socket, null).getLong("seq");
      assertThat(write(8, 25)).isEqualTo(200);
      assertThat(socket.events(200))
          .extracting(it -> it.getLong("seq"))
          .isEqualTo(LongStream.rangeClosed(from + 1, from + 200).boxed().toList());
    }
  }

  @Test
  void a_client_that_comes_in_the_middle_of_writing_misses_nothing() throws Exception {
    var writers = Executors.newSingleThreadExecutor();
    var writing = writers.submit(() -> write(4, 50));
    for (int i = 0; i < 10; i++) {
      try (var socket = listen()) {
        long seq = hello(socket, null).getLong("seq");
        append();
        append();
        assertThat(socket.events(2))
            .extracting(it -> it.getLong("seq"))
            .containsExactly(seq + 1, seq + 2);
      }
    }
    writing.get();
    writers.shutdown();
  }

  @Test
  void who_comes_back_gets_what_was_missed_and_no_snapshot() throws Exception {
    long seq;
    try (var socket = listen()) {
      seq = hello(socket, null).getLong("seq");
    }
    write(1, 5);
    try (var socket = listen()) {
      var answer = hello(socket, seq);
      assertThat(answer.getString("type")).isEqualTo("resumed");
      assertThat(answer.getLong("seq")).isEqualTo(seq);
      assertThat(socket.events(5))
          .extracting(it -> it.getLong("seq"))
          .containsExactly(seq + 1, seq + 2, seq + 3, seq + 4, seq + 5);
    }
  }

  @Test
  void who_has_seen_what_this_server_has_not_read_yet_is_resumed_all_the_same() throws Exception {
    for (int i = 0; i < 3; i++) { // the server looks by itself twice a second
      try (var socket = listen()) {
        LiveWriter.appendUnannounced(server.db());
        long seq = lastSeq();
        assertThat(hello(socket, seq).getString("type")).isEqualTo("resumed");
        append();
        assertThat(socket.events(1)).extracting(it -> it.getLong("seq")).containsExactly(seq + 1);
      }
    }
  }

  @Test
  void who_was_away_for_more_than_a_thousand_events_gets_a_snapshot() throws Exception {
    write(4, 260);
    try (var socket = listen()) {
      assertThat(hello(socket, 1L).getString("type")).isEqualTo("snapshot");
    }
  }

  @Test
  void a_sequence_of_another_database_gets_a_snapshot() throws Exception {
    try (var socket = listen()) {
      assertThat(hello(socket, 999_999L).getString("type")).isEqualTo("snapshot");
    }
  }

  @Test
  void an_event_of_another_node_arrives_within_seconds() throws Exception {
    try (var socket = listen()) {
      hello(socket, null);
      LiveWriter.appendUnannounced(server.db());
      assertThat(socket.events(1)).hasSize(1);
    }
  }

  @Test
  void the_heartbeat_comes_every_two_seconds_with_the_sequence() throws Exception {
    try (var socket = listen()) {
      long seq = hello(socket, null).getLong("seq");
      var beat = socket.next("heartbeat", Duration.ofSeconds(3));
      assertThat(beat.getLong("seq")).isEqualTo(seq);
      socket.next("heartbeat", Duration.ofSeconds(3));
    }
  }

  @Test
  void without_a_session_there_is_no_socket() throws Exception {
    assertThat(LiveSocket.refusal(server.port(), "/api/v1/live", "", "")).isEqualTo(401);
    assertThat(LiveSocket.refusal(server.port(), "/api/v1/live", "wanglou_session=made-up", ""))
        .isEqualTo(401);
  }

  @Test
  void a_page_of_another_site_is_refused() throws Exception {
    for (var origin :
        List.of(
            "https://evil.example",
            "http://127.0.0.1:1",
            "https://127.0.0.1:" + server.port(),
            "null")) {
      assertThat(LiveSocket.refusal(server.port(), "/api/v1/live", admin.cookie(), origin))
          .as(origin)
          .isEqualTo(403);
    }
  }

  @Test
  void the_own_page_and_a_program_with_a_token_are_let_in() throws Exception {
    try (var socket =
        LiveSocket.open(
            server.port(), "Cookie", admin.cookie(), "http://127.0.0.1:" + server.port())) {
      hello(socket, null);
    }
    var token =
        admin
            .post("/api/v1/tokens", new JsonObject().put("label", "test"))
            .json()
            .getString("token");
    try (var socket = LiveSocket.open(server.port(), "Authorization", "Bearer " + token, "")) {
      hello(socket, null);
    }
  }

  @Test
  void signing_out_closes_the_socket_within_a_second() throws Exception {
    try (var socket = listen()) {
      hello(socket, null);
      admin.delete("/api/v1/session").expect(204);
      assertThat(socket.closeCode(Duration.ofSeconds(1))).isEqualTo(4401);
    }
  }

  @Test
  void a_session_ended_in_the_database_closes_the_socket() throws Exception {
    try (var socket = listen()) {
      hello(socket, null);
      server.db().superuser().useHandle(h -> h.execute("UPDATE user_session SET ended_at = now()"));
      assertThat(socket.closeCode(Duration.ofMillis(1_500))).isEqualTo(4401);
    }
  }

  @Test
  void a_change_of_roles_closes_the_socket() throws Exception {
    try (var socket = listen()) {
      hello(socket, null);
      server
          .db()
          .superuser()
          .useHandle(h -> h.execute("DELETE FROM user_role WHERE role = 'dispatcher'"));
      assertThat(socket.closeCode(Duration.ofMillis(1_500))).isEqualTo(4403);
    }
  }

  @Test
  void a_client_whose_snapshot_takes_long_is_not_sent_away() throws Exception {
    try (var socket = listen();
        var lock = server.db().superuser().open()) {
      lock.begin();
      lock.execute("LOCK TABLE incident");
      socket.send("{\"type\":\"hello\",\"protocol\":1,\"since\":null}");
      Thread.sleep(5_500); // longer than a client may take to say hello
      lock.rollback();
      assertThat(socket.next("snapshot", Duration.ofSeconds(5)).getLong("seq")).isPositive();
    }
  }

  @Test
  void what_is_not_understood_closes_the_socket() throws Exception {
    for (var message :
        List.of(
            "no json",
            "[]",
            "{\"type\":\"subscribe\"}",
            "{\"type\":7}",
            "{\"type\":\"hello\",\"protocol\":2,\"since\":null}",
            "{\"type\":\"hello\",\"protocol\":1,\"since\":\"x\"}",
            "{\"type\":\"hello\",\"protocol\":1,\"since\":-1}",
            "{\"type\":\"tick_ack\",\"tick\":1.5}")) {
      try (var socket = listen()) {
        socket.send(message);
        assertThat(socket.closeCode(Duration.ofSeconds(2))).as(message).isEqualTo(4400);
      }
    }
  }

  @Test
  void a_message_over_the_limit_closes_the_socket() throws Exception {
    try (var socket = listen()) {
      socket.send("{\"type\":\"hello\",\"x\":\"" + "x".repeat(200_000) + "\"}");
      assertThat(socket.closeCode(Duration.ofSeconds(2))).isNotZero();
    }
  }

  @Test
  void a_stopping_server_says_goodbye() throws Exception {
    try (var socket = listen()) {
      hello(socket, null);
      long began = System.nanoTime();
      server.server().close();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(socket.closeCode(Duration.ofSeconds(2))).isEqualTo(1001);
    } finally {
      server.forgetServer();
    }
  }

  private long lastSeq() {
    return server
        .db()
        .superuser()
        .withHandle(h -> h.createQuery("SELECT max(seq) FROM event").mapTo(Long.class).one());
  }

  private LiveSocket listen() throws Exception {
    return LiveSocket.open(server.port(), "Cookie", admin.cookie(), "");
  }

  private static JsonObject hello(LiveSocket socket, Long since) throws Exception {
    socket.send(
        new JsonObject().put("type", "hello").put("protocol", 1).put("since", since).encode());
    return socket.nextOf(Duration.ofSeconds(5), "snapshot", "resumed");
  }

  /** Appends events through the server's own write path; returns how many. */
  private int write(int writers, int each) throws Exception {
    var pool = Executors.newFixedThreadPool(writers);
    var done = new ArrayList<Future<?>>();
    for (int w = 0; w < writers; w++) {
      done.add(
          pool.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  append();
                }
              }));
    }
    for (var it : done) {
      it.get();
    }
    pool.shutdown();
    return writers * each;
  }

  private void append() {
    LiveWriter.append(server);
  }
}
