package org.wanglou.gis.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to the database. Every call is one transaction of the application's role, which
 * neither owns the tables nor bypasses row-level security. Operational tables can only be reached
 * through {@link #read} and {@link #write}, which set the transaction's realm; inside {@link
 * #reference} a statement on such a table fails.
 *
 * <p>All calls block: never call from an event loop.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final List<Consumer<RealmId>> afterWrite = new CopyOnWriteArrayList<>();

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** Opens a pool of {@code connections} connections as the application's role. */
  public static Database open(DatabaseAddress address, int connections) {
    var config = new HikariConfig();
    config.setPoolName("wanglou");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(5_000);
    config.addDataSourceProperty("ApplicationName", "wanglou");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new Database(new HikariDataSource(config));
  }

  /**
   * One transaction in a realm; listeners of {@link #afterWrite} hear of it once it is committed.
   */
  public <T> T write(RealmId realm, Function<Handle, T> work) {
    T result = jdbi.inTransaction(tx -> work.apply(enter(tx, realm)));
    afterWrite.forEach(listener -> announce(listener, realm));
    return result;
  }

  /** What is committed is written, so the writer must not be told otherwise. */
  private static void announce(Consumer<RealmId> listener, RealmId realm) {
    try {
      listener.accept(realm);
    } catch (RuntimeException e) {
      LOG.error("a write to realm {} is committed, but not everybody heard of it", realm, e);
    }
  }

  /** One read-only transaction in a realm; all its statements see the same moment. */
  public <T> T read(RealmId realm, Function<Handle, T> work) {
    return jdbi.inTransaction(
        tx -> {
          tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
          return work.apply(enter(tx, realm));
        });
  }

  /**
   * One transaction on what belongs to no realm: layers, roads, users. It runs as a role that has
   * no right on any operational table, so that a forgotten realm is an error even where a table is
   * empty.
   */
  public <T> T reference(Function<Handle, T> work) {
    return jdbi.inTransaction(
        tx -> {
          tx.execute("SET LOCAL ROLE " + DatabaseAddress.REFERENCE_ROLE);
          return work.apply(tx);
        });
  }

  /** Called after each committed {@link #write}, on the writing thread; must return at once. */
  public void afterWrite(Consumer<RealmId> listener) {
    afterWrite.add(listener);
  }

  private static Handle enter(Handle tx, RealmId realm) {
    tx.createQuery("SELECT set_config('wanglou.realm', :realm, true)")
        .bind("realm", realm.value().toString())
        .mapTo(String.class)
        .one();
    return tx;
  }

  @Override
  public void close() {
    pool.close();
  }
}
