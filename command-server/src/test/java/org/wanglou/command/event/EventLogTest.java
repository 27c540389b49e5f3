package org.wanglou.command.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class EventLogTest {
  private static final UUID THING = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
  private TestDatabase db;
  private EventLog log;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis", "command");
    log = new EventLog(db.database(), EventCatalogue.load());
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void eight_writers_at_once_leave_no_gap() throws Exception {
    var writers = Executors.newFixedThreadPool(8);
    var done = new ArrayList<Future<?>>();
    for (int w = 0; w < 8; w++) {
      done.add(
          writers.submit(
              () -> {
                for (int i = 0; i < 25; i++) {
                  append("unit.status_changed");
                }
              }));
    }
    for (var it : done) {
      it.get();
    }
    writers.shutdown();
    assertThat(sequences()).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
    assertThat(log.verify(RealmId.REAL).toJson())
        .isEqualTo(
            new JsonObject().put("whole", true).put("last_seq", 200L).putNull("first_broken_seq"));
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_no_gap() {
    append("incident.reported");
    assertThatThrownBy(
            () ->
                db.database()
                    .write(
                        RealmId.REAL,
                        tx -> {
                          log.append(tx, event("incident.corrected"));
                          throw new IllegalStateException("after the append");
                        }))
        .hasMessage("after the append");
    append("incident.closed");
    assertThat(log.after(RealmId.REAL, 0, 10))
        .extracting(Event::type)
        .containsExactly("incident.reported", "incident.closed");
    assertThat(sequences()).containsExactly(1L, 2L);
  }

  @Test
  void a_row_changed_by_the_database_administrator_is_found() {
    for (int i = 0; i < 5; i++) {
      append("order.sent");
    }
    db.superuser()
        .useHandle(h -> h.execute("UPDATE event SET actor = 'somebody else' WHERE seq = 3"));
    assertThat(log.verify(RealmId.REAL).firstBroken()).hasValue(3);
  }

  @Test
  void a_row_taken_away_is_found_even_at_the_end() {
    for (int i = 0; i < 5; i++) {
      append("order.sent");
    }
    db.superuser().useHandle(h -> h.execute("DELETE FROM event WHERE seq = 5"));
    assertThat(log.verify(RealmId.REAL).firstBroken()).hasValue(5);
  }

  @Test
  void the_application_cannot_change_the_past() {
    append("order.sent");
    assertThatThrownBy(
            () -> db.database().write(RealmId.REAL, tx -> tx.execute("UPDATE event SET seq = 2")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_type_outside_the_catalogue_is_refused() {
    assertThatThrownBy(() -> append("incident.vanished")).hasMessageContaining("events.yaml");
  }

  @Test
  void what_was_appended_is_what_is_read() {
    var written = event("incident.reported");
    db.database().write(RealmId.REAL, tx -> log.append(tx, written));
    assertThat(log.after(RealmId.REAL, 0, 10))
        .containsExactly(
            new Event(
                1,
                written.at(),
                "wang",
                "incident.reported",
                "incident",
                THING,
                Optional.of(THING),
                written.payload()));
  }

  @Test
  void a_timeline_has_the_events_of_its_incident_only() {
    append("incident.reported");
    db.database()
        .write(
            RealmId.REAL,
            tx ->
                log.append(
                    tx,
                    new NewEvent(
                        Instant.now(),
                        "wang",
                        "user.signed_in",
                        "user",
                        THING,
                        Optional.empty(),
                        new JsonObject())));
    append("incident.closed");
    assertThat(log.timeline(RealmId.REAL, THING, 0, 10))
        .extracting(Event::seq)
        .containsExactly(1L, 3L);
    assertThat(log.timeline(RealmId.REAL, THING, 1, 10)).extracting(Event::seq).containsExactly(3L);
  }

  private List<Long> sequences() {
    return log.after(RealmId.REAL, 0, 1_000).stream().map(Event::seq).toList();
  }

  private void append(String type) {
    db.database().write(RealmId.REAL, tx -> log.append(tx, event(type)));
  }

  private static NewEvent event(String type) {
    return new NewEvent(
        Instant.parse("2026-05-01T02:14:00.123456Z"),
        "wang",
        type,
        "incident",
        THING,
        Optional.of(THING),
        new JsonObject().put("incident", new JsonObject().put("title", "山火")));
  }
}
