package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class IdempotencyTest {
  private final AtomicInteger worked = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis", "command");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_repeat_gets_the_same_answer_and_does_nothing() {
    var first = call(key("key-00001", 1));
    assertThat(call(key("key-00001", 1))).isEqualTo(first);
    assertThat(worked).hasValue(1);
    assertThat(told).hasValue(1);
  }

  @Test
  void the_same_key_with_another_request_is_refused() {
    call(key("key-00001", 1));
    assertThatThrownBy(() -> call(key("key-00001", 2))).hasMessageContaining("request.key_reused");
  }

  @Test
  void another_user_may_use_the_same_key() {
    call(key("key-00001", 1));
    call(Optional.of(new RequestKey("key-00001", "li", new byte[] {1})));
    assertThat(worked).hasValue(2);
  }

  @Test
  void without_a_key_each_request_is_done() {
    call(Optional.empty());
    call(Optional.empty());
    assertThat(worked).hasValue(2);
  }

  @Test
  void two_at_once_with_one_key_make_one_thing() throws Exception {
    var started = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    var first =
        pool.submit(
            () ->
                db.database()
                    .write(
                        RealmId.REAL,
                        tx ->
                            Idempotency.once(
                                tx,
                                key("key-00001", 1),
                                () -> {
                                  started.countDown();
                                  tx.execute("SELECT pg_sleep(0.3)");
                                  return answer();
                                })));
    started.await();
    var second = pool.submit(() -> call(key("key-00001", 1)));
    assertThat(second.get()).isEqualTo(first.get());
    assertThat(worked).hasValue(1);
    pool.shutdown();
  }

  @Test
  void a_request_that_failed_may_be_repeated() {
    assertThatThrownBy(
            () ->
                db.database()
                    .write(
                        RealmId.REAL,
                        tx ->
                            Idempotency.once(
                                tx,
                                key("key-00001", 1),
                                () -> {
                                  throw new IllegalStateException("no");
                                })))
        .hasMessage("no");
    call(key("key-00001", 1));
    assertThat(worked).hasValue(1);
  }

  @Test
  void old_keys_are_forgotten() {
    call(key("key-00001", 1));
    var gone =
        db.database()
            .write(RealmId.REAL, tx -> Idempotency.forget(tx, Instant.now().plusSeconds(60)));
    assertThat(gone).isEqualTo(1);
  }

  private JsonObject call(Optional<RequestKey> key) {
    return db.database().write(RealmId.REAL, tx -> Idempotency.once(tx, key, this::answer));
  }

  private Idempotency.Done answer() {
    var answer = new JsonObject().put("id", worked.incrementAndGet()).put("title", "山火");
    return new Idempotency.Done(answer, told::incrementAndGet);
  }

  private static Optional<RequestKey> key(String key, int request) {
    return Optional.of(new RequestKey(key, "wang", new byte[] {(byte) request}));
  }
}
